import type { DayView, ItineraryView, StopView } from '@yeojeong/contracts'
import { formatDate } from '@yeojeong/i18n'
import { detailLines, kindLine, legLine, visitsOf, type Words } from './outline.ts'
import { element, textElement, XML_HEAD } from './xml.ts'

/** OGC KML 2.2: a folder for each day with its visits in time and the line through them. Lines are straight: legs have no path. */
export function kmlOf(view: ItineraryView, words: Words): string {
  const days = view.days.map((day) => folder(day, view, words))
  const about = [
    textElement('name', view.title),
    view.attribution.length === 0 ? '' : textElement('description', view.attribution.join(' · ')),
  ]
  return `${XML_HEAD}${element('kml', { xmlns: 'http://www.opengis.net/kml/2.2' }, element('Document', {}, ...about, ...days))}\n`
}

function folder(day: DayView, view: ItineraryView, words: Words): string {
  const { t } = words
  const name = `${t('itin.dayLong', { number: day.index + 1 })} · ${formatDate(t.language, day.date, 'full')}`
  return element('Folder', {}, textElement('name', name), ...visitsOf(day).map((stop) => placemark(stop, view, words)), line(day, name))
}

function placemark(stop: StopView, view: ItineraryView, words: Words): string {
  const lines = [kindLine(view, stop, words), legLine(stop, words), ...detailLines(stop, words)].filter((text) => text !== null)
  return element(
    'Placemark',
    { id: stop.id },
    textElement('name', words.text(stop.names)),
    textElement('description', lines.join('\n')),
    element('TimeSpan', {}, textElement('begin', stop.startAt), textElement('end', stop.endAt)),
    element('Point', {}, textElement('coordinates', coordinates(stop))),
  )
}

function line(day: DayView, name: string): string {
  if (day.stops.length < 2) return ''
  const path = textElement('coordinates', day.stops.map(coordinates).join(' '))
  return element('Placemark', {}, textElement('name', name), element('LineString', {}, textElement('tessellate', '1'), path))
}

/** KML writes longitude first. */
function coordinates({ position }: StopView): string {
  return `${position.lng},${position.lat}`
}
