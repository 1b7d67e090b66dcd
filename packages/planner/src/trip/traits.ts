import { INTERESTS, type Category, type Interest, type Place } from '@yeojeong/domain'

type Traits = { readonly [I in Interest]?: number }

/** What each kind of place usually gives, 0 … 1 by interest. A place's own `traits` stand for the interests they name. Our judgement. */
const CATEGORY_TRAITS: { readonly [C in Category]: Traits } = {
  palace: { history: 1, architecture: 0.7, culture: 0.5 },
  historic: { history: 1, architecture: 0.4, culture: 0.4 },
  temple: { culture: 0.8, history: 0.6, architecture: 0.5, relaxation: 0.4 },
  museum: { culture: 0.8, history: 0.6, art: 0.3 },
  gallery: { art: 1, culture: 0.4 },
  market: { 'local-life': 0.9, food: 0.8, shopping: 0.4 },
  shopping: { shopping: 1, 'local-life': 0.2 },
  neighbourhood: { 'local-life': 0.9, architecture: 0.3, shopping: 0.3, food: 0.3 },
  park: { nature: 0.6, relaxation: 0.7, kids: 0.3 },
  garden: { nature: 0.9, relaxation: 0.6, views: 0.2 },
  nature: { nature: 1, views: 0.5, activity: 0.4 },
  beach: { nature: 0.8, relaxation: 0.6, views: 0.4, kids: 0.3 },
  viewpoint: { views: 1, nature: 0.3 },
  landmark: { views: 0.5, architecture: 0.6, culture: 0.2 },
  'theme-park': { activity: 0.8, kids: 0.9 },
  'zoo-aquarium': { kids: 1, nature: 0.4 },
  children: { kids: 1, activity: 0.4 },
  performance: { culture: 0.7, art: 0.7 },
  spa: { relaxation: 1, 'local-life': 0.2 },
  restaurant: { food: 1 },
  'food-hall': { food: 1, shopping: 0.2 },
  cafe: { relaxation: 0.6, food: 0.5 },
  teahouse: { relaxation: 0.6, culture: 0.4, food: 0.3 },
  bakery: { food: 1 },
}

const known = new WeakMap<Place, Float64Array>()

/** [INTERESTS] the share of each interest in what a place gives; sums to 1. Not to be written to: a place's shares are worked out once. */
export function traitShares(place: Place): Float64Array {
  const shares = known.get(place) ?? sharesOf(place)
  known.set(place, shares)
  return shares
}

function sharesOf(place: Place): Float64Array {
  const traits = { ...CATEGORY_TRAITS[place.category], ...place.traits }
  const shares = Float64Array.from(INTERESTS, (interest) => traits[interest] ?? 0)
  const kids = INTERESTS.indexOf('kids')
  if (place.childFriendly === true) shares[kids] = Math.max(shares[kids]!, 0.4)
  const sum = shares.reduce((a, b) => a + b, 0)
  return sum === 0 ? shares.fill(1 / INTERESTS.length) : shares.map((share) => share / sum)
}
