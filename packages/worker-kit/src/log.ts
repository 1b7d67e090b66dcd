import type { CallContext } from '@yeojeong/contracts'

type Fields = { readonly [name: string]: string | number | boolean | null | undefined }

/**
 * One JSON line an event. Only named scalar fields: no objects, so that a member, a trip or a provider's answer cannot
 * slip into a log. `event` is a stable dotted name (`saga.step_failed`).
 */
export function log(level: 'info' | 'warn' | 'error', event: string, ctx: CallContext | null, fields: Fields = {}): void {
  const line = JSON.stringify({
    level,
    event,
    ...(ctx === null ? {} : { requestId: ctx.requestId, traceparent: ctx.traceparent }),
    ...fields,
  })
  if (level === 'error') console.error(line)
  else if (level === 'warn') console.warn(line)
  else console.log(line)
}

/** An error as text for a log: its name and message, with anything that looks like a key or token cut out. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return redact(String(error)).slice(0, 500)
  // A query builder's message lists the statement's values; only its cause, the database's own words, may be told.
  if ('params' in error || error.message.startsWith('Failed query'))
    return error.cause === undefined ? `${error.name}: a query failed` : describeError(error.cause)
  return redact(`${error.name}: ${error.message}`).slice(0, 500)
}

const SECRETS = [
  /\b(key|ak|token|access_token|apikey|api_key|authorization|signature|secret)=[^&\s"']+/gi,
  /\b(Bearer|KakaoAK|Basic)\s+[\w.~+/-]+=*/gi,
  /\bAIza[\w-]{20,}/g,
  /\b(pk|sk)\.[\w-]{20,}\.[\w-]+/g,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*/g,
]

/** Error texts of real providers carry API keys in their URLs; nothing is logged or returned before this. */
export function redact(text: string): string {
  return SECRETS.reduce(
    (rest, pattern) => rest.replace(pattern, (_match, name: string) => `${typeof name === 'string' ? name : ''}[redacted]`),
    text,
  )
}
