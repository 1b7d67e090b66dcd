import {
  AGE_WALK_LIMITS,
  CHILD_DAY_END,
  PACE_LIMITS,
  REST,
  TAXI_RELIEF,
  WALK_LIMITS,
  type Diet,
  type Pace,
  type Price,
  type Traveller,
} from '@yeojeong/domain'

/** What follows from who travels, for the party as a whole: its tightest member decides. Metres, minutes from midnight, traveller ids. */
export type Party = {
  readonly size: number
  readonly travellers: readonly Traveller[]
  readonly walkLegM: number
  readonly walkDayM: number
  /** [travellers] each one's longest single walk. */
  readonly walkLegs: readonly { readonly id: string; readonly legM: number }[]
  /** Who walks little enough for a taxi now and then. */
  readonly littleIds: readonly string[]
  /** Who needs a step-free world, and who comes with a stroller. */
  readonly wheelchairIds: readonly string[]
  readonly strollerIds: readonly string[]
  readonly restIds: readonly string[]
  readonly earlyIds: readonly string[]
  readonly childIds: readonly string[]
  readonly youngest: number
  readonly dayStart: number
  readonly dayEnd: number
  readonly sightsADay: number
  readonly spanMin: number
  /** One entry per traveller who has diets. */
  readonly diets: readonly { readonly id: string; readonly diets: readonly Diet[] }[]
}

/** Up to this age somebody is a child to the planner's tastes. */
export const CHILD_UNTIL_AGE = 11

export function partyOf(travellers: readonly Traveller[], pace: Pace): Party {
  const limits = PACE_LIMITS[pace]
  const ids = (test: (t: Traveller) => boolean): readonly string[] => travellers.filter(test).map((t) => t.id)
  const earlyIds = ids((t) => t.age <= CHILD_DAY_END.untilAge)
  return {
    size: travellers.length,
    travellers,
    walkLegM: Math.min(...travellers.map((t) => walkLimit(t, 'legM'))),
    walkDayM: Math.min(...travellers.map((t) => walkLimit(t, 'dayM'))),
    walkLegs: travellers.map((t) => ({ id: t.id, legM: walkLimit(t, 'legM') })),
    littleIds: ids((t) => walkLimit(t, 'legM') <= TAXI_RELIEF.little.legM || walkLimit(t, 'dayM') <= TAXI_RELIEF.little.dayM),
    wheelchairIds: ids((t) => t.mobility === 'wheelchair'),
    strollerIds: ids((t) => t.mobility === 'stroller'),
    restIds: ids(needsRest),
    earlyIds,
    childIds: ids((t) => t.age <= CHILD_UNTIL_AGE),
    youngest: Math.min(...travellers.map((t) => t.age)),
    dayStart: limits.dayStart,
    dayEnd: earlyIds.length > 0 ? Math.min(limits.dayEnd, CHILD_DAY_END.dayEnd) : limits.dayEnd,
    sightsADay: limits.sights,
    spanMin: limits.spanMin,
    diets: travellers.filter((t) => t.diets.length > 0).map((t) => ({ id: t.id, diets: t.diets })),
  }
}

/** What the traveller said, else the tighter of their mobility's and their age's default. */
function walkLimit(traveller: Traveller, which: 'legM' | 'dayM'): number {
  const said = which === 'legM' ? traveller.maxWalkLegM : traveller.maxWalkDayM
  if (said !== undefined) return said
  const byAge = AGE_WALK_LIMITS.filter((row) => traveller.age >= row.fromAge && traveller.age <= row.toAge)
  return Math.min(WALK_LIMITS[traveller.mobility][which], ...byAge.map((row) => row[which]))
}

function needsRest(t: Traveller): boolean {
  return t.needsRest === true || t.mobility === 'slow' || t.age <= REST.childUntilAge || t.age >= REST.elderFromAge
}

/** Price for everybody, in the price's currency. */
export function partyPrice(price: Price, travellers: readonly Traveller[]): number {
  return travellers.reduce((sum, t) => sum + priceFor(price, t.age), 0)
}

function priceFor(price: Price, age: number): number {
  if (age < (price.childMinAge ?? 0)) return 0
  if (price.child !== undefined && age <= (price.childMaxAge ?? 12)) return price.child
  if (price.senior !== undefined && age >= (price.seniorAge ?? 65)) return price.senior
  return price.adult
}
