import { serviceError, type ServiceError } from '@yeojeong/contracts'
import { err, type Result } from '@yeojeong/domain'
import type * as z from 'zod'
import { one, type Cached } from '../cache/one.ts'
import type { Facet } from '../cache/settings.ts'
import type { Deps } from '../deps.ts'
import type { Adapter, ToolUse } from '../providers/adapter.ts'
import { guardedCall } from './guarded-call.ts'

export type Answered<T> = { readonly adapter: Adapter; readonly cached: Cached<T> }

export type Asking<Q, T> = {
  readonly facet: Facet
  readonly key: string
  readonly schema: z.ZodType<T>
  readonly isEmpty: (value: T) => boolean
  readonly use: ToolUse<Q, T>
  readonly question: Q
  readonly deadlineAt: number
  /** Told of what a call brought, not of what the cache held. */
  readonly onLoad?: (value: T) => void
}

/** Asks one provider through its cache. */
export async function askOne<Q, T>(deps: Deps, adapter: Adapter, asking: Asking<Q, T>): Promise<Result<Answered<T>, ServiceError>> {
  const { facet, key, schema, isEmpty, deadlineAt } = asking
  const found = await one(
    deps.cache,
    { facet, key, schema, isEmpty, deadlineAt, provider: adapter.id, policy: adapter.cache, loadMs: adapter.timeoutMs },
    async (until) => {
      const loaded = await guardedCall(deps, adapter, asking.use, asking.question, until)
      if (loaded.ok) asking.onLoad?.(loaded.value)
      return loaded
    },
  )
  return found.ok ? { ok: true, value: { adapter, cached: found.value } } : found
}

/** The first of them who has an answer. */
export async function askInTurn<T>(
  adapters: readonly Adapter[],
  ask: (adapter: Adapter) => Promise<Result<Answered<T>, ServiceError>>,
): Promise<Result<Answered<T>, ServiceError>> {
  const failures: ServiceError[] = []
  for (const adapter of adapters) {
    const answer = await ask(adapter)
    if (answer.ok) return answer
    failures.push(answer.error)
  }
  return err(worst(failures))
}

/** What to tell when nobody had an answer: to come back, as soon as the first of them may be asked again. */
export function worst(failures: readonly ServiceError[]): ServiceError {
  const waits = failures.flatMap(({ retryAfterS }) => retryAfterS ?? [])
  const code = failures.some((failure) => failure.code === 'rate_limited') ? 'rate_limited' : (failures[0]?.code ?? 'provider_unavailable')
  const detail = failures.find((failure) => failure.code === code)?.detail ?? 'No place provider answers.'
  return serviceError(code, detail, waits.length === 0 ? {} : { retryAfterS: Math.min(...waits) })
}
