import type { PlanAccepted } from '@yeojeong/contracts'

type Planned = NonNullable<PlanAccepted['alternatives']>[number]
export type Pace = Planned['pace']

/** From the calmest on. */
export const PACES = ['calm', 'balanced', 'full'] as const satisfies readonly Pace[]

/** Where plans of different paces are laid side by side. */
export function compareAddress(plans: readonly Planned[]): string {
  const search = new URLSearchParams()
  for (const pace of PACES) {
    const plan = plans.find((one) => one.pace === pace)
    if (plan !== undefined) search.set(pace, plan.itineraryId)
  }
  return `/compare?${search}`
}
