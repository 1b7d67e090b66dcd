import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { newestItinerary } from '../api/itinerary.ts'
import { usePlanningProgress, type Watch } from '../api/progress.ts'

/** Follows a planning to its end, and then brings what it made. */
export function useWatchedPlanning(itineraryId: string, active: boolean): Watch {
  const client = useQueryClient()
  const watch = usePlanningProgress(itineraryId, active)
  const ended = watch.progress !== null && watch.progress.status !== 'planning'
  const version = watch.progress?.version ?? 0
  useEffect(() => {
    if (!ended) return
    // The stream may know a version that KV does not show yet.
    void newestItinerary(client, itineraryId, version)
    void client.invalidateQueries({ queryKey: ['trips'] })
  }, [ended, version, itineraryId, client])
  return watch
}
