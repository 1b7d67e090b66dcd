import type { ItineraryView, StopView } from '@yeojeong/contracts'
import { formatDate, money, reasonSentence, translatorFor, type Language, type Names, type Translate } from '@yeojeong/i18n'

/** An itinerary as a timeline for the terminal, in the reader's language: day, time, place, the way there, for whom and why. */
export function printItinerary(view: ItineraryView, language: Language, print: (line: string) => void): void {
  const t = translatorFor(language)
  const names = namesOf(view, language)
  print(`\n${view.title}  ${view.startDate} – ${view.endDate}`)
  for (const day of view.days) {
    print(`\n■ ${t('itin.dayLong', { number: day.index + 1 })} · ${formatDate(language, day.date, 'full')}`)
    for (const stop of day.stops) printStop(stop, t, names, print)
  }
  for (const warning of view.warnings) print(`\n! ${reasonSentence(t, warning, names)}`)
  if (view.infeasible !== null) {
    for (const reason of [...view.infeasible.conflict, ...view.infeasible.relaxations]) print(`\n✗ ${reasonSentence(t, reason, names)}`)
  }
  if (view.dropped.length > 0) print(`\n${t('summary.dropped')}`)
  for (const { names: place, reason } of view.dropped)
    print(`  – ${place[language] ?? place.en ?? place.ko ?? ''}: ${reasonSentence(t, reason, names)}`)
  print('')
  for (const { travellerId, satisfaction, reasons } of view.members) {
    print(
      `  ${names.traveller?.(travellerId) ?? travellerId}: ${Math.round(satisfaction * 100)} % ${reasons.map((reason) => reasonSentence(t, reason, names)).join(' ')}`,
    )
  }
  const { known } = view.cost
  if (known !== null) print(`  ${money(t, known.amount, known.currency)}`)
}

function printStop(stop: StopView, t: Translate, names: Names, print: (line: string) => void): void {
  const { leg } = stop
  if (leg !== null) {
    const walk = leg.mode === 'walk' ? '' : ` (${t('mode.walk')} ${leg.walkM} m)`
    print(
      `         ↓ ${t(`mode.${leg.mode}`)} ${t('unit.minutes', { count: leg.durationMin })} · ${(leg.distanceM / 1000).toFixed(1)} km${walk}`,
    )
  }
  const name = stop.names[t.language] ?? stop.names.en ?? stop.names.ko ?? ''
  const kind = stop.meal !== null ? t(`meal.${stop.meal}`) : t(`kind.${stop.kind}`)
  const cost = stop.cost === null || stop.cost.amount === 0 ? '' : ` · ${money(t, stop.cost.amount, stop.cost.currency)}`
  print(`  ${clock(stop.startAt)}–${clock(stop.endAt)}  ${name} [${kind}]${cost}`)
  for (const reason of stop.reasons) print(`               · ${reasonSentence(t, reason, names)}`)
}

function namesOf(view: ItineraryView, language: Language): Names {
  const dropped = new Map(view.dropped.map(({ placeId, names }) => [placeId, names]))
  const text = (names: Partial<Record<Language, string>> | undefined): string | undefined => names?.[language] ?? names?.en ?? names?.ko
  return {
    traveller: (id) => view.travellers[id] ?? null,
    place: (id) => text(view.places[id]?.names ?? dropped.get(id)) ?? null,
    stop: (id) => text(view.days.flatMap(({ stops }) => stops).find((stop) => stop.id === id)?.names) ?? null,
  }
}

function clock(moment: string): string {
  return moment.slice(11, 16)
}
