import type { ItineraryView, Place, Trip } from '@yeojeong/contracts'
import { useQueries, useQuery } from '@tanstack/react-query'
import type { Names, Params } from '@yeojeong/i18n/lazy'
import { useMemo } from 'react'
import { placeQuery, tripQuery } from '../api/queries.ts'
import { nameIn } from '../app/localized.ts'
import { useText, type Language } from '../app/text.tsx'

type Known = { readonly trip?: Trip | undefined; readonly places?: readonly Place[] }

/** Names for the ids that reasons carry: from the view itself, from the trip for what is booked, from the places asked for one by one. */
export function viewNames(view: ItineraryView, language: Language, known: Known = {}): Names {
  const stops = view.days.flatMap((day) => day.stops)
  const place = (id: string): string | null => {
    const asked = known.places?.find((one) => one.id === id)
    const names = view.places[id]?.names ?? view.dropped.find(({ placeId }) => placeId === id)?.names ?? asked?.names
    return names === undefined ? null : nameIn(names, language)
  }
  const stop = (id: string): string | null => {
    const found = stops.find((one) => one.id === id)
    return found === undefined ? null : nameIn(found.names, language)
  }
  const referred = (id: string): string | null => {
    const found = stops.find(({ refId }) => refId === id)
    return found === undefined ? null : nameIn(found.names, language)
  }
  return {
    place,
    stop,
    traveller: (id) => view.travellers[id] ?? null,
    booking: (id) => referred(id) ?? known.trip?.bookings[numbered(id, 'booking')]?.name ?? null,
    lodging: (id) => referred(id) ?? known.trip?.lodgings[numbered(id, 'lodging')]?.name ?? null,
  }
}

/** The profile numbers what has no id of its own: `booking-1` is the first of the trip's bookings. NaN for anything else. */
function numbered(id: string, kind: 'booking' | 'lodging'): number {
  return id.startsWith(`${kind}-`) ? Number(id.slice(kind.length + 1)) - 1 : Number.NaN
}

function groundsOf(view: ItineraryView): readonly Params[] {
  const { days, warnings, dropped, members, infeasible } = view
  return [
    ...days.flatMap(({ stops }) => stops.flatMap(({ reasons }) => reasons)),
    ...warnings,
    ...dropped.map(({ reason }) => reason),
    ...members.flatMap(({ reasons }) => reasons),
    ...(infeasible?.conflict ?? []),
    ...(infeasible?.relaxations ?? []),
  ].map(({ params }) => params)
}

/** What the view's reasons speak of without the view knowing its name. */
export function namelessIn(view: ItineraryView): { readonly places: readonly string[]; readonly trip: boolean } {
  const all = groundsOf(view)
  const known = viewNames(view, 'en')
  const nameless = (of: 'place' | 'booking' | 'lodging'): readonly string[] => {
    const ids = all.flatMap((params) => [params[`${of}Id`], params[`${of}Ids`]].flat()).filter((id) => typeof id === 'string')
    return [...new Set(ids)].filter((id) => known[of]?.(id) === null)
  }
  return { places: nameless('place'), trip: [...nameless('booking'), ...nameless('lodging')].length > 0 }
}

/** Asks for the names a view lacks; until they come, and where they do not, reasons use the general word. */
export function useViewNames(view: ItineraryView): Names {
  const { language } = useText()
  const nameless = useMemo(() => namelessIn(view), [view])
  const { data: trip } = useQuery({ ...tripQuery(view.tripId), enabled: nameless.trip, retry: false })
  const places = useQueries({
    queries: nameless.places.map((id) => ({ ...placeQuery(id), retry: false })),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  })
  return useMemo(() => viewNames(view, language, { trip, places }), [view, language, trip, places])
}
