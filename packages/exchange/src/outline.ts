import type { DayView, ItineraryView, StopView } from '@yeojeong/contracts'
import { textIn, type Language, type LocalizedText } from '@yeojeong/domain'
import { duration, formatDistance, money, reasonSentence, translatorFor, type Names, type Translate } from '@yeojeong/i18n'

/** A night, or several in a row, at one lodging. Dates are plain: `checkOut` is the morning after the last night. */
export type Stay = { readonly name: string; readonly position: StopView['position']; readonly checkIn: string; readonly checkOut: string }

export type Words = { readonly t: Translate; readonly names: Names; readonly text: (names: LocalizedText) => string }

/** The words of one reader: sentences in their language, and names for the ids that reasons carry. */
export function wordsFor(view: ItineraryView, language: Language): Words {
  const text = (names: LocalizedText): string => textIn(names, language)
  const dropped = new Map(view.dropped.map(({ placeId, names }) => [placeId, names]))
  const stops = new Map(view.days.flatMap((day) => day.stops.map((stop) => [stop.id, stop.names] as const)))
  const find = (names: LocalizedText | undefined): string | null => (names === undefined ? null : text(names))
  return {
    t: translatorFor(language),
    text,
    names: { place: (id) => find(view.places[id]?.names ?? dropped.get(id)), stop: (id) => find(stops.get(id)) },
  }
}

/** What happens at a stop and not just passes it: everything but the lodging the day begins or ends at. */
export function visitsOf(day: DayView): StopView[] {
  return day.stops.filter((stop) => stop.kind !== 'lodging' || lasts(stop))
}

/** False for a moment. By the clock of the world: two offsets cannot be compared as text. */
export function lasts({ startAt, endAt }: StopView): boolean {
  return Date.parse(endAt) > Date.parse(startAt)
}

/** Nights by where each day ends; neighbouring nights at one lodging are one stay. The last day has no night. */
export function staysOf(view: ItineraryView, { text }: Words): Stay[] {
  const stays: Stay[] = []
  for (const day of view.days) {
    const bed = day.stops.at(-1)
    if (bed?.kind !== 'lodging' || day.date >= view.endDate) continue
    const name = text(bed.names)
    const before = stays.at(-1)
    const checkOut = nextDay(day.date)
    if (before !== undefined && before.name === name && before.checkOut === day.date) stays[stays.length - 1] = { ...before, checkOut }
    else stays.push({ name, position: bed.position, checkIn: day.date, checkOut })
  }
  return stays
}

/** `Public transport 24 min, 620 m on foot`. */
export function legLine(stop: StopView, { t }: Words): string | null {
  if (stop.leg === null) return null
  const { mode, durationMin, distanceM, walkM } = stop.leg
  const way = `${t(`mode.${mode}`)} ${duration(t, durationMin)}, ${formatDistance(t.language, distanceM)}`
  return mode === 'walk' || walkM === 0 ? way : `${way} (${t('itin.legWalk', { walkM })})`
}

/** The place's kind in words, or what is eaten, or what kind of stop it is. */
export function kindLine(view: ItineraryView, stop: StopView, { t }: Words): string {
  if (stop.meal !== null) return t(`meal.${stop.meal}`)
  const place = stop.placeId === null ? undefined : view.places[stop.placeId]
  return place === undefined || stop.kind !== 'sight' ? t(`kind.${stop.kind}`) : t(`category.${place.category}`)
}

/** Cost, reasons and the stop's note, a line each. */
export function detailLines(stop: StopView, { t, names }: Words): string[] {
  const cost = stop.cost === null || stop.cost.amount === 0 ? [] : [money(t, stop.cost.amount, stop.cost.currency)]
  return [...cost, ...stop.reasons.map((reason) => reasonSentence(t, reason, names)), ...(stop.note === null ? [] : [stop.note])]
}

/** The wall clock a moment with its offset shows: `09:30`. */
export function clockAt(moment: string): string {
  return moment.slice(11, 16)
}

function nextDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
