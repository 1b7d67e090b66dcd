import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { itineraryQuery, newestItinerary } from '../api/itinerary.ts'
import { usePlanningProgress } from '../api/progress.ts'
import { nameIn } from '../app/localized.ts'
import { Problem, Waiting } from '../app/notices.tsx'
import { useText } from '../app/text.tsx'
import { useTitle } from '../app/title.ts'
import { JoinedItinerary } from './itinerary-reading.tsx'
import { FailedState, InfeasibleState } from './ended-states.tsx'
import { PlanningState } from './planning-state.tsx'

/** One address for an itinerary's whole life: being planned, ready, impossible or failed. */
export function ItineraryPage({ itineraryId }: { readonly itineraryId: string }): ReactNode {
  const { language } = useText()
  const client = useQueryClient()
  const query = useQuery(itineraryQuery(itineraryId))
  const view = query.data
  const watch = usePlanningProgress(itineraryId, view?.status === 'planning')
  useTitle(view === undefined ? null : view.title || nameIn(view.destination.names, language))

  const ended = watch.progress !== null && watch.progress.status !== 'planning'
  const version = watch.progress?.version ?? 0
  useEffect(() => {
    if (!ended) return
    // The stream may know a version that KV does not show yet.
    void newestItinerary(client, itineraryId, version)
    void client.invalidateQueries({ queryKey: ['trips'] })
  }, [ended, version, itineraryId, client])

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
