import type { Region, Trip } from '@yeojeong/contracts'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { cityQuery, regionsQuery, tripQuery } from '../api/queries.ts'
import { Problem, Waiting } from '../app/notices.tsx'
import { TripFormView } from './trip-form-view.tsx'

/** A new trip, or an existing one to change. */
export default function TripFormPage({ tripId }: { readonly tripId: string | null }): ReactNode {
  const regions = useQuery(regionsQuery)
  if (regions.isPending) return <Waiting />
  if (regions.data === undefined) return <Problem error={regions.error} retry={() => void regions.refetch()} />
  return tripId === null ? <TripFormView regions={regions.data} saved={null} /> : <SavedTrip tripId={tripId} regions={regions.data} />
}

function SavedTrip({ tripId, regions }: { readonly tripId: string; readonly regions: readonly Region[] }): ReactNode {
  const query = useQuery(tripQuery(tripId))
  const trip: Trip | undefined = query.data
  if (query.isPending) return <Waiting />
  if (trip === undefined) return <Problem error={query.error} retry={() => void query.refetch()} />
  const listed = regions.some(({ id }) => id === trip.destination.regionId)
  return listed ? <TripFormView regions={regions} saved={trip} /> : <SavedElsewhere trip={trip} regions={regions} />
}

/** A trip to a city that is not on the list: without what its provider says of it the form knows it less well. */
function SavedElsewhere({ trip, regions }: { readonly trip: Trip; readonly regions: readonly Region[] }): ReactNode {
  const { regionId, names } = trip.destination
  const city = useQuery(cityQuery(regionId, names['en'] ?? Object.values(names)[0] ?? ''))
  if (city.isPending) return <Waiting />
  return <TripFormView regions={city.data == null ? regions : [...regions, city.data]} saved={trip} />
}
