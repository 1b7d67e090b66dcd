import type { DayView, ItineraryView, StopView } from '@yeojeong/contracts'
import { formatDate } from '@yeojeong/i18n'
import { detailLines, kindLine, legLine, visitsOf, type Words } from './outline.ts'
import { element, textElement, XML_HEAD } from './xml.ts'

/** GPX 1.1 (topografix.com/GPX/1/1), elements in the schema's order: a waypoint for each visit, a route for each day. */
export function gpxOf(view: ItineraryView, words: Words): string {
  const visits = view.days.flatMap((day) => visitsOf(day).map((stop) => point('wpt', stop, view, words)))
  const metadata = element(
    'metadata',
    {},
    textElement('name', view.title),
    view.attribution.length === 0 ? '' : textElement('desc', view.attribution.join(' · ')),
    textElement('time', new Date(view.updatedAt).toISOString()),
  )
  const attributes = { version: '1.1', creator: 'Yeojeong', xmlns: 'http://www.topografix.com/GPX/1/1' }
  return `${XML_HEAD}${element('gpx', attributes, metadata, ...visits, ...view.days.map((day) => route(day, view, words)))}\n`
}

function route(day: DayView, view: ItineraryView, words: Words): string {
  const { t } = words
  const name = `${t('itin.dayLong', { number: day.index + 1 })} · ${formatDate(t.language, day.date, 'full')}`
  const points = day.stops.map((stop) => point('rtept', stop, view, words))
  return element('rte', {}, textElement('name', name), textElement('number', String(day.index + 1)), ...points)
}

function point(tag: 'wpt' | 'rtept', stop: StopView, view: ItineraryView, words: Words): string {
  const description = [legLine(stop, words), ...detailLines(stop, words)].filter((line) => line !== null).join('\n')
  return element(
    tag,
    { lat: stop.position.lat, lon: stop.position.lng },
    textElement('time', new Date(stop.startAt).toISOString()),
    textElement('name', words.text(stop.names)),
    description === '' ? '' : textElement('desc', description),
    textElement('type', kindLine(view, stop, words)),
  )
}
