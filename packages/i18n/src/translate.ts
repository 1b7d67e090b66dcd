import type { Catalogue, Message, MessageKey, Names, Param, Params } from './catalogue.ts'
import { isParticle, particleAfter } from './josa.ts'
import type { Language } from './language.ts'
import { clockOf, formatCurrency, formatDate, formatDistance, formatList, formatNumber } from './units.ts'

/** A catalogue bound to its language: `t('reason.free-entry')`. */
export type Translate = {
  readonly language: Language
  (key: MessageKey, params?: Params, names?: Names): string
  has(key: string): key is MessageKey
}

const LIST_SHOWN = 3
/** Parameters whose values are words of the domain's own lists, with the catalogue's prefix for them. */
const WORDS: { readonly [param: string]: string } = {
  interest: 'interest',
  category: 'category',
  diet: 'diet',
  diets: 'diet',
  meal: 'meal',
  pace: 'pace',
  transport: 'transport',
  mode: 'mode',
}
const PEOPLE_AND_PLACES: { readonly [param: string]: keyof Names } = {
  placeId: 'place',
  placeIds: 'place',
  travellerId: 'traveller',
  travellerIds: 'traveller',
  bookingId: 'booking',
  bookingIds: 'booking',
  lodgingId: 'lodging',
  stopId: 'stop',
}

function chosen(message: Message, params: Params, language: Language): string {
  if (typeof message === 'string') return message
  const value = params[message.by]
  if (typeof value === 'string') return message[value] ?? message['other'] ?? ''
  const count = typeof value === 'number' ? value : (value?.length ?? 0)
  const category = new Intl.PluralRules(language).select(count)
  return message[String(count)] ?? (count === 0 ? message['none'] : undefined) ?? message[category] ?? message['other'] ?? ''
}

/**
 * Makes the product's one sentence-writer. Placeholders: `{name}`, `{name+을}` (Korean particle after the value),
 * `{+을}` (after whatever precedes). What a value is follows from its name, as the planner's codes name them:
 * `…AtMin` clock time, `…Min` duration, `…M` metres, `amount`/`left` money in `currency`, `date(s)`, ids by `names`, domain words.
 */
export function translator(language: Language, catalogue: Catalogue): Translate {
  const t = Object.assign(
    (key: MessageKey, params: Params = {}, names: Names = {}): string => fill(t, chosen(catalogue[key], params, language), params, names),
    { language, has: (key: string): key is MessageKey => Object.hasOwn(catalogue, key) },
  )
  return t
}

function fill(t: Translate, template: string, params: Params, names: Names): string {
  let out = ''
  let at = 0
  for (const match of template.matchAll(/\{(\w*)(?:\+([^}]+))?\}/g)) {
    out += template.slice(at, match.index)
    at = match.index + match[0].length
    const [, name = '', particle] = match
    if (name !== '') out += valueText(t, name, params[name], params, names)
    if (particle !== undefined && isParticle(particle)) out += particleAfter(out, particle)
  }
  return out + template.slice(at)
}

function valueText(t: Translate, name: string, value: Param | undefined, params: Params, names: Names): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return numberText(t, name, value, params)
  const texts = (typeof value === 'string' ? [value] : value).map((one) => wordText(t, name, one, names))
  if (texts.length <= LIST_SHOWN + 1) return formatList(t.language, texts)
  const shown = formatList(t.language, texts.slice(0, LIST_SHOWN))
  return t(name === 'dates' ? 'list.moreDates' : 'list.more', { names: shown, count: texts.length - LIST_SHOWN })
}

function numberText(t: Translate, name: string, value: number, params: Params): string {
  if (name === 'atMin' || name.endsWith('AtMin')) return clock(t, value)
  if (name.endsWith('Min')) return duration(t, value)
  if (/[a-z]M$/.test(name)) return formatDistance(t.language, value)
  if ((name === 'amount' || name === 'left') && typeof params['currency'] === 'string') return money(t, value, params['currency'])
  return formatNumber(t.language, value)
}

function wordText(t: Translate, name: string, value: string, names: Names): string {
  const kind = PEOPLE_AND_PLACES[name]
  if (kind !== undefined) return names[kind]?.(value) ?? t(`name.${kind}`)
  if (name === 'dates') return formatDate(t.language, value, 'monthDay')
  if (name === 'date' || name.endsWith('Date')) return formatDate(t.language, value, 'long')
  const word = WORDS[name] === undefined ? '' : `${WORDS[name]}.${value}`
  return t.has(word) ? t(word) : value
}

/** `09:30`; past midnight the reader is told that it is the next day. */
export function clock(t: Translate, minute: number): string {
  return minute >= 1440 ? t('unit.nextDay', { clock: clockOf(minute) }) : clockOf(minute)
}

/** Minutes in words: 45분, 1시간, 1시간 30분. */
export function duration(t: Translate, minutes: number): string {
  const whole = Math.round(minutes)
  const [hours, rest] = [Math.floor(whole / 60), whole % 60]
  if (hours === 0) return t('unit.minutes', { count: rest })
  return rest === 0 ? t('unit.hours', { count: hours }) : t('unit.hoursMinutes', { hours, minutes: rest })
}

export function money(t: Translate, amount: number, currency: string): string {
  if (currency === 'KRW') return t('money.KRW', { amount: Math.round(amount).toLocaleString(t.language) })
  return formatCurrency(t.language, amount, currency)
}
