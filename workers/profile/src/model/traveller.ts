import type { HEALTH_CONDITIONS, Member } from '@yeojeong/contracts'
import type { Traveller } from '@yeojeong/domain'

type Condition = (typeof HEALTH_CONDITIONS)[number]
type Need = { readonly maxWalkLegM?: number; readonly maxWalkDayM?: number; readonly needsRest?: true }

/** What a plan does about a condition: our own cautious judgement, no medical advice; people may set tighter limits themselves. */
const NEEDS: { readonly [C in Condition]: Need } = {
  heart: { maxWalkLegM: 800, maxWalkDayM: 6_000, needsRest: true },
  knee: { maxWalkLegM: 600, maxWalkDayM: 5_000, needsRest: true },
  back: { maxWalkLegM: 800, maxWalkDayM: 6_000, needsRest: true },
  asthma: { maxWalkLegM: 1_000, maxWalkDayM: 8_000 },
  pregnancy: { maxWalkLegM: 800, maxWalkDayM: 6_000, needsRest: true },
  diabetes: { needsRest: true },
  'low-vision': { maxWalkLegM: 1_000 },
  hearing: {},
  dizziness: { maxWalkLegM: 600, maxWalkDayM: 5_000, needsRest: true },
}

/** The planner's view of a member: needs that follow from their health, never the health itself, and no name. */
export function toTraveller(member: Member): Traveller {
  const needs = (member.health?.conditions ?? []).map((condition) => NEEDS[condition])
  const maxWalkLegM = tightest([member.maxWalkLegM, ...needs.map((need) => need.maxWalkLegM)])
  const maxWalkDayM = tightest([member.maxWalkDayM, ...needs.map((need) => need.maxWalkDayM)])
  return {
    id: member.id,
    age: member.age,
    mobility: member.mobility,
    diets: member.diets,
    tastes: member.tastes,
    ...(maxWalkLegM === null ? {} : { maxWalkLegM }),
    ...(maxWalkDayM === null ? {} : { maxWalkDayM }),
    ...(member.needsRest === true || needs.some((need) => need.needsRest) ? { needsRest: true } : {}),
  }
}

function tightest(limits: readonly (number | undefined)[]): number | null {
  const known = limits.filter((limit) => limit !== undefined)
  return known.length === 0 ? null : Math.min(...known)
}
