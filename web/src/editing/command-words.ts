import type { ItineraryView } from '@yeojeong/contracts'
import type { Names } from '@yeojeong/i18n/lazy'
import { nameIn } from '../app/localized.ts'
import type { Language, Translate } from '../app/text.tsx'

/** A command as the page sends it, and as the history keeps it. */
type Asked = {
  readonly type?: unknown
  readonly stopId?: unknown
  readonly placeId?: unknown
  readonly day?: unknown
  readonly version?: unknown
}

type LocalizedNames = ItineraryView['destination']['names']
const seen = new Map<string, LocalizedNames>()

/** Stops and places that were on the page: what has been taken out must still have a name to be put back by. */
export function rememberNames(view: ItineraryView): void {
  for (const { stops } of view.days) for (const { id, names } of stops) seen.set(id, names)
  for (const { id, names } of Object.values(view.places)) seen.set(id, names)
}

export function rememberName(id: string, names: LocalizedNames): void {
  seen.set(id, names)
}

/** A change in a few words, as an undo button or a history names it. `called`: what the history says it was about. */
export function commandWords(t: Translate, language: Language, asked: Asked, names: Names, called: LocalizedNames | null = null): string {
  const { type, stopId, placeId, day, version } = asked
  const key = type === 'Replan' && typeof day === 'number' ? 'edit.what.ReplanDay' : `edit.what.${String(type)}`
  if (!t.has(key)) return t('edit.history.other')
  const remembered = (id: string): string | null => {
    const found = seen.get(id) ?? called
    return found === null ? null : nameIn(found, language)
  }
  const name =
    typeof stopId === 'string'
      ? (names.stop?.(stopId) ?? remembered(stopId) ?? t('name.stop'))
      : typeof placeId === 'string'
        ? (names.place?.(placeId) ?? remembered(placeId) ?? t('name.place'))
        : ''
  return t(key, { name, day: typeof day === 'number' ? day + 1 : 0, version: typeof version === 'number' ? version : 0 })
}
