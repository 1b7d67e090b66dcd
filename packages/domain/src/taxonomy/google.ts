import type { Category } from '../place.ts'

/** Google's place types (Table A of Places API (New)) by what they are for a traveller; the more telling types first. */
const TYPES: readonly (readonly [Category, readonly string[]])[] = [
  ['museum', ['museum', 'history_museum', 'planetarium', 'visitor_center']],
  ['gallery', ['art_gallery', 'art_museum']],
  ['palace', ['palace']],
  ['historic', ['historical_landmark', 'historical_place', 'castle', 'monument', 'cultural_landmark', 'church', 'mosque', 'synagogue']],
  ['temple', ['buddhist_temple', 'hindu_temple', 'shinto_shrine', 'place_of_worship']],
  ['theme-park', ['amusement_park', 'water_park']],
  ['zoo-aquarium', ['zoo', 'aquarium', 'wildlife_park']],
  ['children', ['childrens_camp', 'playground', 'indoor_playground', 'amusement_center']],
  ['beach', ['beach']],
  ['viewpoint', ['observation_deck', 'scenic_spot']],
  ['garden', ['garden', 'botanical_garden']],
  [
    'nature',
    [
      'national_park',
      'hiking_area',
      'mountain_peak',
      'nature_preserve',
      'woods',
      'lake',
      'river',
      'island',
      'state_park',
      'wildlife_refuge',
    ],
  ],
  ['park', ['park', 'city_park', 'plaza', 'picnic_ground']],
  ['food-hall', ['food_court']],
  ['market', ['market', 'flea_market', 'farmers_market']],
  ['teahouse', ['tea_house']],
  ['bakery', ['bakery', 'pastry_shop', 'cake_shop']],
  ['cafe', ['cafe', 'coffee_shop', 'dessert_shop', 'ice_cream_shop', 'juice_shop']],
  ['restaurant', ['restaurant', 'meal_takeaway', 'bar_and_grill', 'diner', 'pub']],
  ['shopping', ['shopping_mall', 'department_store', 'gift_shop']],
  ['performance', ['performing_arts_theater', 'concert_hall', 'opera_house', 'philharmonic_hall', 'amphitheatre', 'cultural_center']],
  ['spa', ['spa', 'public_bath', 'sauna']],
  ['landmark', ['tourist_attraction']],
]
const BY_TYPE = new Map(TYPES.flatMap(([category, types]) => types.map((type) => [type, category] as const)))

/** Ours for Google's; null for what is no traveller's place. `korean_restaurant` and its like are restaurants. */
export function googleCategory(primary: string | undefined, types: readonly string[]): Category | null {
  const own = [...(primary === undefined ? [] : [primary]), ...types]
  for (const type of own) {
    const category = BY_TYPE.get(type) ?? (type.endsWith('_restaurant') ? 'restaurant' : undefined)
    if (category !== undefined && category !== 'landmark') return category
  }
  return own.includes('tourist_attraction') ? 'landmark' : null
}

export function googleTypes(categories: readonly Category[] | undefined): string[] {
  if (categories === undefined || categories.length === 0) return ['tourist_attraction']
  return [...BY_TYPE].filter(([, category]) => categories.includes(category)).map(([type]) => type)
}

export function googleCuisine(primary: string | undefined): string {
  return primary?.replace(/_restaurant$/, '').replaceAll('_', ' ') ?? 'unknown'
}
