import {
  kvKeys,
  serviceError,
  type CallContext,
  type LocationCommand,
  type LocationOperations,
  type ServiceError,
} from '@yeojeong/contracts'
import { err, ok, type BreakerState, type Result } from '@yeojeong/domain'
import { log } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { lastWarmed, warm } from '../warming/warm.ts'

/** Breakers, budgets and hit ratios of all providers, what was taken out of the cache, and what is kept warm. */
export async function operations(deps: Deps, ctx: CallContext): Promise<Result<LocationOperations, ServiceError>> {
  if (!mayOperate(ctx)) return err(serviceError('forbidden'))
  const [providers, forgotten, warmed] = await Promise.all([
    Promise.all(
      deps.adapters.map(async ({ id, budget }) => ({ id, breaker: await breakerOf(deps, id), ...(await spentBy(deps, id, budget)) })),
    ),
    deps.cache.invalidations.all(),
    lastWarmed(deps),
  ])
  return ok({
    providers,
    cache: {
      state: deps.cache.store.down ? 'down' : 'ok',
      version: deps.settings.cache.version,
      forgotten: Object.fromEntries(Object.entries(forgotten).map(([id, at]) => [id, instant(at)])),
    },
    warming: { regions: deps.settings.warm.regions, at: warmed === null ? null : instant(warmed.at), failed: warmed?.failed ?? [] },
  })
}

function instant(ms: number): string {
  return new Date(ms).toISOString()
}

export async function operate(deps: Deps, ctx: CallContext, command: LocationCommand): Promise<Result<LocationOperations, ServiceError>> {
  if (!mayOperate(ctx)) return err(serviceError('forbidden'))
  if ('provider' in command && command.provider !== '*' && !deps.adapters.some(({ id }) => id === command.provider))
    return err(serviceError('not_found', 'There is no such provider here.'))
  log('info', 'location.operated', ctx, {
    command: command.type,
    by: ctx.principal.userId,
    provider: 'provider' in command ? command.provider : null,
  })
  const done = await carryOut(deps, ctx, command)
  return done ? operations(deps, ctx) : err(serviceError('not_ready', 'The cache cannot be written at the moment.'))
}

async function carryOut(deps: Deps, ctx: CallContext, command: LocationCommand): Promise<boolean> {
  const by = ctx.principal.userId
  switch (command.type) {
    case 'isolate':
      await deps.remote.breaker(command.provider).isolate(by)
      return true
    case 'release':
      await deps.remote.breaker(command.provider).release(by)
      return true
    case 'forget-provider':
      return deps.cache.invalidations.forget(command.provider)
    case 'forget-place':
      return forgetPlace(deps, command.placeId)
    case 'warm':
      await warm(deps)
      return true
  }
}

/** Whoever has it: its key is deleted under every provider. Other isolates remember it for some seconds more. */
async function forgetPlace(deps: Deps, placeId: string): Promise<boolean> {
  const keys = deps.adapters.map(({ id }) => kvKeys.place(deps.settings.cache.version, id, placeId))
  for (const key of keys) deps.cache.memory.delete(key)
  return (await Promise.all(keys.map((key) => deps.cache.store.remove(key)))).every(Boolean)
}

function mayOperate({ principal }: CallContext): boolean {
  return principal.role === 'operator' || principal.role === 'system'
}

async function breakerOf(deps: Deps, id: string): Promise<LocationOperations['providers'][number]['breaker']> {
  try {
    return shown(await deps.remote.breaker(id).verdict())
  } catch {
    return { status: 'unreachable', cause: null, until: null }
  }
}

function shown(state: BreakerState): LocationOperations['providers'][number]['breaker'] {
  const until = state.status === 'open' ? state.until : state.status === 'half-open' ? state.probeUntil : null
  return {
    status: state.status,
    cause: state.status === 'open' ? state.cause : null,
    until: until === null ? null : instant(until),
  }
}

async function spentBy(
  deps: Deps,
  id: string,
  limits: { perHour: number; perDay: number; perMonth: number },
): Promise<Pick<LocationOperations['providers'][number], 'budget' | 'cache'>> {
  try {
    const { hour, day, month, seenToday } = await deps.remote.ledger(id).spending()
    const { hits, stale, misses } = seenToday
    const asks = hits + stale + misses
    return {
      budget: {
        hour: { spent: hour.spent, limit: limits.perHour },
        day: { spent: day.spent, limit: limits.perDay },
        month: { spent: month.spent, limit: limits.perMonth },
      },
      cache: { hits, stale, misses, hitRatio: asks === 0 ? null : (hits + stale) / asks },
    }
  } catch {
    return { budget: null, cache: null }
  }
}
