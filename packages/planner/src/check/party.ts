import { AGE_WALK_LIMITS, CHILD_DAY_END, PACE_LIMITS, REST, WALK_LIMITS, type Diet, type Traveller, type TripBrief } from '@yeojeong/domain'

export type WalkLimit = { readonly legM: number; readonly dayM: number }

/** What this party as a whole can do: the tightest member decides. */
export type Party = {
  readonly walk: WalkLimit
  readonly wheelchair: boolean
  readonly stroller: boolean
  readonly slow: boolean
  readonly diets: readonly Diet[]
  readonly youngest: number
  readonly restOwed: boolean
  /** Latest minute of being back at the lodging, and whether a small child is why. */
  readonly dayEnd: number
  readonly childDayEnd: number | null
}

export function partyOf(brief: TripBrief): Party {
  const { travellers } = brief
  const limits = travellers.map(walkLimitOf)
  const youngest = Math.min(...travellers.map((traveller) => traveller.age))
  const childDayEnd = youngest <= CHILD_DAY_END.untilAge ? CHILD_DAY_END.dayEnd : null
  const paceEnd = PACE_LIMITS[brief.pace].dayEnd
  return {
    walk: { legM: Math.min(...limits.map((limit) => limit.legM)), dayM: Math.min(...limits.map((limit) => limit.dayM)) },
    wheelchair: travellers.some((traveller) => traveller.mobility === 'wheelchair'),
    stroller: travellers.some((traveller) => traveller.mobility === 'stroller'),
    slow: travellers.some((traveller) => traveller.mobility === 'slow'),
    diets: [...new Set(travellers.flatMap((traveller) => traveller.diets))],
    youngest,
    restOwed: travellers.some(isOwedRest),
    dayEnd: Math.min(paceEnd, childDayEnd ?? paceEnd),
    childDayEnd,
  }
}

/** What somebody said of themselves counts; else the tighter of mobility and age. */
export function walkLimitOf(traveller: Traveller): WalkLimit {
  const byAge = AGE_WALK_LIMITS.filter(({ fromAge, toAge }) => traveller.age >= fromAge && traveller.age <= toAge)
  const all = [WALK_LIMITS[traveller.mobility], ...byAge]
  return {
    legM: traveller.maxWalkLegM ?? Math.min(...all.map((limit) => limit.legM)),
    dayM: traveller.maxWalkDayM ?? Math.min(...all.map((limit) => limit.dayM)),
  }
}

export function isOwedRest(traveller: Traveller): boolean {
  return (
    traveller.age <= REST.childUntilAge ||
    traveller.age >= REST.elderFromAge ||
    traveller.mobility === 'slow' ||
    traveller.needsRest === true
  )
}

/**
 * Diets a listed diet stands for as well: a vegan dish is a vegetarian one. Nothing else is inferred.
 */
const ALSO: { readonly [D in Diet]?: readonly Diet[] } = {
  vegan: ['vegetarian', 'pescatarian', 'lactose-free', 'no-pork', 'no-beef', 'no-shellfish'],
  vegetarian: ['pescatarian', 'no-pork', 'no-beef', 'no-shellfish'],
  pescatarian: ['no-pork', 'no-beef'],
  halal: ['no-pork'],
  kosher: ['no-pork', 'no-shellfish'],
}

export function unservedDiets(wanted: readonly Diet[], listed: readonly Diet[]): readonly Diet[] {
  const served = new Set(listed.flatMap((diet) => [diet, ...(ALSO[diet] ?? [])]))
  return wanted.filter((diet) => !served.has(diet))
}
