import type { ItineraryView } from '@yeojeong/contracts'
import type { Names } from '@yeojeong/i18n/lazy'
import { nameIn } from '../app/localized.ts'
import type { Language } from '../app/text.tsx'

/** Names for the ids that reasons carry, from what the view itself knows. */
export function viewNames(view: ItineraryView, language: Language): Names {
  const stops = view.days.flatMap((day) => day.stops)
  const place = (id: string): string | null => {
    const names = view.places[id]?.names ?? view.dropped.find(({ placeId }) => placeId === id)?.names
    return names === undefined ? null : nameIn(names, language)
  }
  const stop = (id: string): string | null => {
    const found = stops.find((one) => one.id === id)
    return found === undefined ? null : nameIn(found.names, language)
  }
  return { place, stop, traveller: (id) => view.travellers[id] ?? null }
}
