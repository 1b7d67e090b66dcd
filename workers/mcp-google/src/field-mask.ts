import type { PlaceFacet } from '@yeojeong/contracts'

/** Fields by facet. One field of a dearer class raises the whole call to it: basic and access are Pro, hours and rating Enterprise. */
const FIELDS: { readonly [F in PlaceFacet]: readonly string[] } = {
  basic: ['id', 'displayName', 'location', 'primaryType', 'types', 'formattedAddress', 'businessStatus', 'googleMapsUri'],
  access: ['accessibilityOptions'],
  hours: ['regularOpeningHours.periods'],
  rating: ['rating', 'userRatingCount'],
}

export function fieldMask(facets: readonly PlaceFacet[], prefix: '' | 'places.'): string {
  const fields = new Set((['basic', ...facets] as const).flatMap((facet) => FIELDS[facet]))
  return [...fields].map((field) => `${prefix}${field}`).join(',')
}
