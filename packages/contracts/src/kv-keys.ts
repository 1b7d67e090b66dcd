/** Every KV key of the product is made here; docs/storage-schema.md lists writer, reader and lifetime of each. */
export const kvKeys = {
  itineraryView: (itineraryId: string): string => `view:itinerary:v1:${itineraryId}`,
  placeSearch: (provider: string, question: string): string => `place:v1:search:${provider}:${question}`,
  placeDetails: (provider: string, facet: string, placeId: string): string => `place:v1:${facet}:${provider}:${placeId}`,
  regions: (provider: string): string => `place:v1:regions:${provider}`,
  holidays: (provider: string, countryCode: string): string => `place:v1:holidays:${provider}:${countryCode}`,
} as const
