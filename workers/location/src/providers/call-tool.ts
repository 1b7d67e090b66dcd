import { serviceError, type ServiceError } from '@yeojeong/contracts'
import { err, ok, type CallOutcome, type Result } from '@yeojeong/domain'
import { describeError, log, redact } from '@yeojeong/worker-kit'
import type { Adapter, Endpoint, ParseFailure, ToolResult, ToolUse } from './adapter.ts'
import { proofOf, type ToolDeps } from './tool-deps.ts'
import { readErrorText } from './error-text.ts'
import { exchange } from './wire/exchange.ts'
import { failure, WireFault } from './wire/wire-fault.ts'

/** Less time than this is none: the call would only look like the provider's failure. */
const MIN_CALL_MS = 100

export type ToolAnswer<A> = {
  /** For the breaker. Where `calls` is 0 nobody was asked, and there is nothing to report. */
  readonly outcome: CallOutcome
  readonly answer: Result<A, ServiceError>
  /** Units used, for the budget: calls made, the first counted as the tool's `units` say. */
  readonly calls: number
}

/**
 * Asks one provider one question: transport, parse, classification, and nothing else (no breaker, no budget, no cache).
 * Ends by `deadlineAt` (epoch ms) or the adapter's own time-out, whichever is first; never throws for what a provider does.
 */
export async function callTool<Q, A>(
  adapter: Adapter,
  use: ToolUse<Q, A>,
  question: Q,
  deadlineAt: number,
  deps: ToolDeps,
): Promise<ToolAnswer<A>> {
  const args = use.args(question)
  if (args === null)
    return { outcome: { kind: 'ok' }, answer: err(serviceError('provider_unavailable', 'This provider cannot be asked that.')), calls: 0 }
  const timeoutMs = Math.min(adapter.timeoutMs, deadlineAt - deps.now())
  if (timeoutMs < MIN_CALL_MS) return { outcome: { kind: 'ok' }, answer: err(serviceError('deadline_exceeded')), calls: 0 }
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), timeoutMs)
  const line = openLine(adapter, wordsOf(question), abort.signal, timeoutMs, deps)
  try {
    const first = await line.ask(use.tool, args, use.units?.(question) ?? 1)
    if (!first.ok) return failed(adapter, use.tool, first.error, line)
    if (first.value === null) return { outcome: { kind: 'ok' }, answer: ok(use.empty(question)), calls: line.calls() }
    const by = { providerId: adapter.id, coordinates: adapter.coordinates, asOf: new Date(deps.now()).toISOString().slice(0, 10) }
    const parsed = await use.parse(first.value, question, by, (tool, more) => line.ask(tool, more))
    if (!parsed.ok) return failed(adapter, use.tool, parsed.error, line)
    return { outcome: line.worst() ?? { kind: 'ok' }, answer: parsed, calls: line.calls() }
  } catch (error) {
    // A parser that throws met an answer nobody thought of: theirs to answer for, ours to learn from.
    return failed(adapter, use.tool, { outcome: { kind: 'failure', reason: 'unreadable' }, detail: redact(describeError(error)) }, line)
  } finally {
    clearTimeout(timer)
    abort.abort()
  }
}

type Fault = { readonly outcome: CallOutcome; readonly detail: string }
type Line = {
  readonly ask: (tool: string, args: Record<string, unknown>, units?: number) => Promise<Result<ToolResult | null, Fault & ParseFailure>>
  readonly calls: () => number
  /** The first outcome of a call that was not well, null while all were. */
  readonly worst: () => CallOutcome | null
}

function openLine(adapter: Adapter, echo: readonly string[], signal: AbortSignal, timeoutMs: number, deps: ToolDeps): Line {
  let calls = 0
  let worst: CallOutcome | null = null
  const ask = async (tool: string, args: Record<string, unknown>, units = 1): Promise<Result<ToolResult | null, Fault>> => {
    calls += units
    const result = await ring(adapter, tool, args, signal, timeoutMs, deps)
    const read = result.ok ? readResult(result.value, echo) : result
    if (!read.ok && read.error.outcome.kind !== 'ok') worst ??= read.error.outcome
    return read
  }
  return { ask: ask as Line['ask'], calls: () => calls, worst: () => worst }
}

/** One exchange; a token that is no longer good is renewed once. */
async function ring(
  adapter: Adapter,
  tool: string,
  args: Record<string, unknown>,
  signal: AbortSignal,
  timeoutMs: number,
  deps: ToolDeps,
): Promise<Result<ToolResult, Fault>> {
  const fetch = deps.fetchOf(adapter.endpoint)
  if (fetch === null) return err({ outcome: { kind: 'rejected' }, detail: 'the binding is missing' })
  const url = urlOf(adapter.endpoint)
  let stale: string | null = null
  for (;;) {
    const proof = await proofOf(adapter.auth, deps, stale, signal)
    if (!proof.ok) return err({ outcome: proof.error, detail: 'no valid key or token' })
    try {
      return ok(
        await exchange(
          {
            server: `${adapter.id} ${url}`,
            url,
            fetch,
            headers: proof.value.headers,
            scrub: proof.value.scrub,
            known: deps.known,
            signal,
            timeoutMs,
            now: deps.now,
          },
          tool,
          args,
        ),
      )
    } catch (error) {
      const fault = error instanceof WireFault ? error : failure('protocol', describeError(error))
      if (fault.outcome.kind !== 'rejected' || proof.value.renewable === null || stale !== null)
        return err({ outcome: fault.outcome, detail: fault.message })
      stale = proof.value.renewable
    }
  }
}

function urlOf(endpoint: Endpoint): string {
  return endpoint.kind === 'url' ? endpoint.url : `https://${endpoint.binding.toLowerCase().replaceAll('_', '-')}.internal${endpoint.path}`
}

function readResult(result: ToolResult, echo: readonly string[]): Result<ToolResult | null, Fault> {
  if (!result.isError) return ok(result)
  const text = result.texts.join('\n')
  const verdict = readErrorText(text === '' ? JSON.stringify(result.structured) : text, echo)
  if (verdict.kind === 'empty') return ok(null)
  const detail = text.replaceAll(/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, '[url]').slice(0, 300)
  return err({ outcome: verdict.kind === 'ours' ? { kind: 'ok' } : verdict.outcome, detail })
}

/** The words a question is made of: an error that repeats them says nothing by them. */
function wordsOf(question: unknown): string[] {
  if (typeof question === 'string') return [question]
  if (typeof question !== 'object' || question === null) return []
  return Object.values(question).flatMap(wordsOf)
}

function failed<A>(adapter: Adapter, tool: string, { outcome, detail }: Fault, line: Line): ToolAnswer<A> {
  const level = outcome.kind === 'rejected' || outcome.kind === 'ok' ? 'error' : 'warn'
  log(level, 'location.provider_failed', null, {
    provider: adapter.id,
    tool,
    outcome: outcome.kind,
    why: outcome.kind === 'failure' ? outcome.reason : null,
    reason: redact(detail).slice(0, 300),
  })
  const retryAfterS =
    outcome.kind === 'throttled' && outcome.retryAfterMs !== null ? Math.max(1, Math.ceil(outcome.retryAfterMs / 1_000)) : undefined
  const answer = err(
    serviceError('provider_unavailable', 'A place provider does not answer.', retryAfterS === undefined ? {} : { retryAfterS }),
  )
  return { outcome, answer, calls: line.calls() }
}
