import type { ItineraryView } from '@yeojeong/contracts'
import { useQueries } from '@tanstack/react-query'
import { itineraryQuery } from '../api/itinerary.ts'
import { useSearchParam } from '../app/router.tsx'
import { PACES, type Pace } from './address.ts'

/** One of the plans: its view as soon as it can be read. */
export type Plan = { readonly pace: Pace; readonly itineraryId: string; readonly view: ItineraryView | null; readonly error: unknown }
export type ReadyPlan = Plan & { readonly view: ItineraryView }

export const isReady = (plan: Plan): plan is ReadyPlan => plan.view?.status === 'ready' || plan.view?.status === 'archived'

/** The plans that the page's address names. */
export function usePlans(): readonly Plan[] {
  const ids: { readonly [P in Pace]: string | null } = {
    calm: useSearchParam('calm')[0],
    balanced: useSearchParam('balanced')[0],
    full: useSearchParam('full')[0],
  }
  const asked = PACES.flatMap((pace) => (ids[pace] === null ? [] : [{ pace, itineraryId: ids[pace] }]))
  const found = useQueries({ queries: asked.map(({ itineraryId }) => itineraryQuery(itineraryId)) })
  return asked.map((plan, index) => ({ ...plan, view: found[index]?.data ?? null, error: found[index]?.error ?? null }))
}
