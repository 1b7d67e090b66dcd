import type { MemberInput, TripInput } from '@yeojeong/contracts'

type Diet = MemberInput['diets'][number]
type Interest = keyof MemberInput['tastes']
type Condition = NonNullable<MemberInput['health']>['conditions'][number]

/** The contract's lists without its schemas (which stay out of this bundle): complete by their types. */
const all = <T extends string>(words: Readonly<Record<T, 0>>): readonly T[] => Object.keys(words) as T[]

export const INTERESTS = all<Interest>({
  history: 0,
  culture: 0,
  architecture: 0,
  art: 0,
  nature: 0,
  views: 0,
  food: 0,
  'local-life': 0,
  shopping: 0,
  kids: 0,
  relaxation: 0,
  activity: 0,
})
export const DIETS = all<Diet>({
  vegetarian: 0,
  vegan: 0,
  pescatarian: 0,
  halal: 0,
  kosher: 0,
  'no-pork': 0,
  'no-beef': 0,
  'gluten-free': 0,
  'lactose-free': 0,
  'no-nuts': 0,
  'no-shellfish': 0,
})
export const CONDITIONS = all<Condition>({
  heart: 0,
  knee: 0,
  back: 0,
  asthma: 0,
  pregnancy: 0,
  diabetes: 0,
  'low-vision': 0,
  hearing: 0,
  dizziness: 0,
})
export const BOOKING_KINDS = all<TripInput['bookings'][number]['kind']>({ flight: 0, train: 0, ticket: 0, restaurant: 0, other: 0 })
export const MOBILITIES = all<MemberInput['mobility']>({ full: 0, slow: 0, stroller: 0, wheelchair: 0 })
export const TRANSPORTS = all<TripInput['transport']>({ transit: 0, car: 0, taxi: 0, walk: 0 })
export const PACES = all<TripInput['pace']>({ calm: 0, balanced: 0, full: 0 })
