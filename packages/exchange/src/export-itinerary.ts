import { forOthers, type ExportFormat, type ItineraryView } from '@yeojeong/contracts'
import type { Language } from '@yeojeong/domain'
import { calendarOf } from './calendar.ts'
import { geojsonOf } from './geojson.ts'
import { gpxOf } from './gpx.ts'
import { kmlOf } from './kml.ts'
import { markdownOf } from './markdown.ts'
import { wordsFor, type Words } from './outline.ts'

const WRITERS: { readonly [F in ExportFormat]: (view: ItineraryView, words: Words) => string } = {
  ics: calendarOf,
  gpx: gpxOf,
  kml: kmlOf,
  geojson: geojsonOf,
  md: markdownOf,
}

/**
 * An itinerary as a file for other programs. A file goes where its reader sends it, so it is always written from what
 * others may see, also when it is the owner who asks.
 */
export function exportItinerary(view: ItineraryView, format: ExportFormat, language: Language): string {
  const shown = forOthers(view)
  return WRITERS[format](shown, wordsFor(shown, language))
}
