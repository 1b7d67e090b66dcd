/**
 * Every KV key of the product is made here; docs/storage-schema.md lists writer, reader and lifetime of each.
 * `version` of the place cache is configuration: another one leaves everything stored under the old one behind.
 */
export const kvKeys = {
  itineraryView: (itineraryId: string): string => `view:itinerary:v1:${itineraryId}`,
  placeSearch: (version: string, provider: string, question: string): string => `place:${version}:search:${provider}:${question}`,
  place: (version: string, provider: string, placeId: string): string => `place:${version}:one:${provider}:${placeId}`,
  regions: (version: string, provider: string): string => `place:${version}:regions:${provider}`,
  cities: (version: string, provider: string, question: string): string => `place:${version}:cities:${provider}:${question}`,
  holidays: (version: string, provider: string, countryCode: string): string => `place:${version}:holidays:${provider}:${countryCode}`,
  routesFrom: (version: string, provider: string, question: string): string => `place:${version}:routes:${provider}:${question}`,
  warmed: (version: string): string => `place:${version}:warmed`,
  invalidations: (version: string): string => `place:${version}:invalidations`,
} as const
