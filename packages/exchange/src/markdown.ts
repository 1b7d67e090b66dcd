import type { DayView, ItineraryView, StopView } from '@yeojeong/contracts'
import { formatDate, formatDateRange, reasonSentence } from '@yeojeong/i18n'
import { clockAt, detailLines, kindLine, legLine, type Words } from './outline.ts'

/** CommonMark for reading, printing or a notes app, in the reader's language. What people wrote is escaped: it is text. */
export function markdownOf(view: ItineraryView, words: Words): string {
  const { t, names, text } = words
  const sections = [
    `# ${plain(view.title)}`,
    `${plain(text(view.destination.names))} · ${formatDateRange(t.language, view.startDate, view.endDate)} · ${view.destination.timeZone}`,
    ...view.days.map((day) => dayOf(day, view, words)),
    ...list(
      t('summary.warnings'),
      view.warnings.map((warning) => plain(reasonSentence(t, warning, names))),
    ),
    ...list(
      t('summary.dropped'),
      view.dropped.map((one) => `**${plain(text(one.names))}** ${plain(reasonSentence(t, one.reason, names))}`),
    ),
    ...(view.attribution.length === 0 ? [] : [`${t('summary.attribution')}: ${plain(view.attribution.join(' · '))}`]),
  ]
  return `${sections.join('\n\n')}\n`
}

function dayOf(day: DayView, view: ItineraryView, words: Words): string {
  const { t } = words
  const heading = `## ${t('itin.dayLong', { number: day.index + 1 })} · ${formatDate(t.language, day.date, 'full')}`
  return [heading, '', ...day.stops.flatMap((stop) => stopOf(stop, view, words))].join('\n')
}

function stopOf(stop: StopView, view: ItineraryView, words: Words): string[] {
  const way = legLine(stop, words)
  const times = stop.startAt === stop.endAt ? clockAt(stop.startAt) : `${clockAt(stop.startAt)}–${clockAt(stop.endAt)}`
  return [
    ...(way === null ? [] : [`- ↓ ${plain(way)}`]),
    `- **${times}** ${plain(words.text(stop.names))} (${plain(kindLine(view, stop, words))})`,
    ...detailLines(stop, words).map((line) => `  - ${plain(line)}`),
  ]
}

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`## ${plain(title)}`, items.map((item) => `- ${item}`).join('\n')]
}

/** One line of text in which nothing is markup, a link or HTML. */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>#|~&!]/g, (mark) => `\\${mark}`)
    .replace(/^([-+]|\d+[.)])(?=\s|$)/, '\\$1')
}
