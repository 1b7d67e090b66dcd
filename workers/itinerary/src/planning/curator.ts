import type { PlanRequest } from '@yeojeong/contracts'
import type { TripBrief } from '@yeojeong/domain'

/**
 * Turns what was asked for into what the planner weighs. A language model may stand here for wishes in words; it would
 * see this and no more: no names, nothing of health.
 */
export type Curator = (brief: TripBrief, request: PlanRequest) => Promise<TripBrief>

/** The trip's own wishes and this request's together; the request decides where only one can hold. */
export const curateByRules: Curator = async (brief, request) => {
  const { wishes } = brief
  const both = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])]
  return {
    ...brief,
    pace: request.pace ?? brief.pace,
    wishes: {
      mustSee: both(wishes.mustSee, request.mustSee),
      avoid: both(wishes.avoid, request.avoid),
      avoidCategories: both(wishes.avoidCategories, request.avoidCategories),
      interests: both(wishes.interests, request.interests),
      fairness: request.fairness,
    },
  }
}
