import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { itineraryQuery } from '../api/itinerary.ts'
import { nameIn } from '../app/localized.ts'
import { Problem, Waiting } from '../app/notices.tsx'
import { useText } from '../app/text.tsx'
import { useTitle } from '../app/title.ts'
import { FailedState, InfeasibleState } from './ended-states.tsx'
import { JoinedItinerary } from './itinerary-reading.tsx'
import { PlanningState } from './planning-state.tsx'
import { useWatchedPlanning } from './watch-planning.ts'

/** One address for an itinerary's whole life: being planned, ready, impossible or failed. */
export function ItineraryPage({ itineraryId }: { readonly itineraryId: string }): ReactNode {
  const { language } = useText()
  const query = useQuery(itineraryQuery(itineraryId))
  const view = query.data
  const watch = useWatchedPlanning(itineraryId, view?.status === 'planning')
  useTitle(view === undefined ? null : view.title || nameIn(view.destination.names, language))

  if (query.isPending) return <Waiting />
  if (view === undefined) return <Problem error={query.error} retry={() => void query.refetch()} />
  switch (view.status) {
    case 'planning':
      return <PlanningState view={view} watch={watch} />
    case 'infeasible':
      return <InfeasibleState view={view} />
    case 'failed':
    case 'needs_attention':
      return <FailedState view={view} />
    case 'ready':
    case 'archived':
      return <JoinedItinerary view={view} />
  }
}
