import type { MessageKey } from '@yeojeong/i18n/lazy'

/** What is wrong, by RFC 6901 pointer into the request. */
export type Issues = ReadonlyMap<string, MessageKey>
type FieldError = { readonly pointer: string; readonly detail: string }

/** First match wins. The schema's own sentences are for developers; a traveller gets these. */
const SENTENCES: readonly (readonly [RegExp, MessageKey])[] = [
  [/^\/destination/, 'issue.region'],
  [/^\/lodgings\/\d+\/name/, 'issue.lodgingName'],
  [/^\/lodgings(\/\d+(\/position.*)?)?$/, 'issue.lodging'],
  [/^\/bookings\/\d+\/name/, 'issue.bookingName'],
  [/^\/bookings\/\d+\/position/, 'issue.bookingPlace'],
  [/^\/bookings\/\d+\/date/, 'issue.bookingDate'],
  [/^\/bookings\/\d+\/(start|end)/, 'issue.time'],
  [/^\/members\/\d+\/name/, 'issue.name'],
  [/^\/members\/\d+\/age/, 'issue.age'],
  [/^\/members$/, 'issue.members'],
  [/\/time$/, 'issue.time'],
  [/\/at\/(name|position)/, 'issue.required'],
  [/(Date|Night)$/, 'issue.date'],
]

function sentenceFor({ pointer, detail }: FieldError): MessageKey {
  if (pointer === '/endDate' && detail.includes('before')) return 'issue.datesOrder'
  if (pointer === '/endDate' && detail.includes('days')) return 'issue.datesLength'
  return SENTENCES.find(([pattern]) => pattern.test(pointer))?.[1] ?? 'issue.other'
}

/** The field an error belongs to: what lies deeper than a field (a position's latitude) is said at the field. */
function fieldOf(pointer: string): string {
  return pointer
    .replace(
      /^(\/(?:lodgings|bookings)\/\d+\/position|\/(?:arrival|departure)\/at\/position|\/destination|\/budget|\/members\/\d+\/health).*$/,
      '$1',
    )
    .replace(/^\/lodgings$/, '/lodgings/0/position')
}

export function issuesOf(errors: readonly FieldError[]): Issues {
  const issues = new Map<string, MessageKey>()
  for (const error of errors) {
    const field = fieldOf(error.pointer)
    if (!issues.has(field)) issues.set(field, sentenceFor(error))
  }
  return issues
}
