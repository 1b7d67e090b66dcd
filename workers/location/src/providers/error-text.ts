import type { CallOutcome } from '@yeojeong/domain'

/** What an error told in words comes to: nothing found, a mistake of ours, or a failure of theirs. */
export type ErrorVerdict =
  | { readonly kind: 'empty' }
  | { readonly kind: 'ours' }
  | { readonly kind: 'failed'; readonly outcome: Exclude<CallOutcome, { kind: 'ok' }> }

/** Seen in the answers of real servers (Google, Kakao, Mapbox, Amap, Baidu, Open-Meteo and the protocol's own SDKs). First match wins. */
const EMPTY = /ZERO_RESULTS|no (?:places?|results?|matches) (?:were )?found|not found any|place not found|해당 검색어의 장소를 찾을 수 없/i
const QUOTA =
  /quota|rate.?limit|too many requests|over_?(?:query_?)?(?:daily_?)?limit|query_over_limit|resource_exhausted|\b429\b|配额|限额|并发|한도|할당량|초과/i
/** A key that is refused, in words that mean nothing else … */
const BAD_KEY =
  /not authori[sz]ed|unauthori[sz]ed|unauthenticated|api key (?:not valid|is invalid|expired|missing)|invalid[ _]api[ _]?key|invalid_?user_?key|not configured|ak有误|(?:ip|domain) mismatched/i
/** … and in words that an argument of ours may be refused in too. */
const REFUSED = /invalid[ _](?:key|token)|permission[ _]denied|access_?denied|request_denied|\b40[13]\b|forbidden/i
const OUTDATED = /unknown tool|tool .{0,80}not found|unsupported protocol|method not found/i
const OURS = /input validation error|-32602|invalid[ _](?:arguments?|params?|request)|missing[ _]?parameter|\bvalidation failed/i

/** `echo`: words of our own question, which an error may repeat: a search for the Forbidden City is not refused. */
export function readErrorText(text: string, echo: readonly string[]): ErrorVerdict {
  const said = withoutEcho(text, echo)
  if (EMPTY.test(said)) return { kind: 'empty' }
  if (QUOTA.test(said)) return { kind: 'failed', outcome: { kind: 'throttled', retryAfterMs: statedWaitMs(said) } }
  if (BAD_KEY.test(said)) return { kind: 'failed', outcome: { kind: 'rejected' } }
  if (OUTDATED.test(said)) return { kind: 'failed', outcome: { kind: 'failure', reason: 'protocol' } }
  if (OURS.test(said)) return { kind: 'ours' }
  if (REFUSED.test(said)) return { kind: 'failed', outcome: { kind: 'rejected' } }
  // Unreachable, timed out, 5xx, an HTML page where JSON was due: and also words nobody here knows. A provider that
  // talks in riddles is better left alone for a minute than asked on.
  return { kind: 'failed', outcome: { kind: 'failure', reason: 'outage' } }
}

/** "retry after 30 s", as our own servers pass on what their upstream said. */
function statedWaitMs(text: string): number | null {
  const seconds = /retry[ -]after[: ]+(\d{1,6})/i.exec(text)?.[1]
  return seconds === undefined ? null : Number(seconds) * 1_000
}

function withoutEcho(text: string, echo: readonly string[]): string {
  const bare = text.replaceAll(/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, ' ')
  return echo
    .filter((words) => words.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, words) => rest.replaceAll(new RegExp(escaped(words), 'gi'), ' '), bare)
}

function escaped(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
