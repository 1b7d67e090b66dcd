import type { CallContext, PlaceAnswer, ServiceError } from '@yeojeong/contracts'
import { err, ok, type Place as PlaceFacts, type Result } from '@yeojeong/domain'
import { notFound } from '@yeojeong/worker-kit'
import { many, PLACE_FACETS, type Places } from '../cache/many.ts'
import type { Deps } from '../deps.ts'
import type { Adapter } from '../providers/adapter.ts'
import { answerOf } from './answer.ts'
import { worst } from './ask.ts'
import { isOurs } from './choose.ts'
import { NO_REGION } from '../providers/parse/place-from.ts'
import { guardedCall } from './guarded-call.ts'
import { keptById } from './kept-by-id.ts'
import { placed, region, regions } from './regions.ts'

/** Ids of one question, where the provider sets no limit of its own: a place left out is no place that is unknown. */
const PER_CALL = 100

/**
 * Each place from the provider whose id it bears, in the order asked; unknown ones are left out. A stranger's place is of
 * the region it lies in: one of ours, or the city named by `regionId`.
 */
export async function details(
  deps: Deps,
  ctx: CallContext,
  placeIds: readonly string[],
  regionId?: string,
): Promise<Result<PlaceAnswer, ServiceError>> {
  const ids = [...new Set(placeIds)]
  const groups = byProvider(deps.adapters, ids)
  const answers = await Promise.all(
    groups.map(async ({ adapter, ids: own }) => ({ adapter, answer: await placesAt(deps, ctx, adapter, own) })),
  )
  const failures = answers.flatMap(({ answer }) => answer.failure ?? [])
  const byId = new Map<string, PlaceFacts>(answers.flatMap(({ answer }) => answer.places.map((place) => [place.id, place] as const)))
  if (byId.size === 0 && failures.length > 0) return err(worst(failures))
  const parts = answers.flatMap(({ adapter, answer }) =>
    answer.asOf === null ? [] : [{ adapter, cached: { asOf: answer.asOf, stale: answer.told ? ('told' as const) : ('no' as const) } }],
  )
  const places = ids.flatMap((id) => byId.get(id) ?? [])
  return ok(answerOf(deps, await atHome(deps, ctx, places, regionId), parts, failures.length > 0))
}

async function atHome(
  deps: Deps,
  ctx: CallContext,
  places: readonly PlaceFacts[],
  regionId: string | undefined,
): Promise<readonly PlaceFacts[]> {
  if (places.every((one) => one.regionId !== NO_REGION)) return places
  const [named, all] = await Promise.all([regionId === undefined ? null : region(deps, ctx, regionId), regions(deps, ctx)])
  return placed(places, [...(named?.ok === true ? [named.value] : []), ...(all.ok ? all.value : [])])
}

export async function place(deps: Deps, ctx: CallContext, placeId: string): Promise<Result<PlaceFacts, ServiceError>> {
  const found = await details(deps, ctx, [placeId])
  if (!found.ok) return found
  const only = found.value.places[0]
  return only === undefined ? err(notFound) : ok(only)
}

function placesAt(deps: Deps, ctx: CallContext, adapter: Adapter, ids: readonly string[]): Promise<Places> {
  const use = adapter.tools.details
  return many(
    deps.cache,
    {
      ...keptById(deps, adapter),
      ids,
      perCall: use?.most ?? PER_CALL,
      // Who cannot be asked by id is known by what searches left behind, and its silence means nothing.
      policy: use === undefined ? 'none' : adapter.cache,
      facets: use === undefined ? [] : PLACE_FACETS,
      deadlineAt: ctx.deadlineAt,
      loadMs: adapter.timeoutMs,
    },
    async (missing, until) => (use === undefined ? ok([]) : guardedCall(deps, adapter, use, missing, until)),
  )
}

/** `plc_<provider>_…` is that provider's; what bears a region's name instead is our own. */
function byProvider(adapters: readonly Adapter[], ids: readonly string[]): { adapter: Adapter; ids: string[] }[] {
  const groups = new Map<Adapter, string[]>()
  for (const id of ids) {
    const adapter = adapters.find((one) => id.startsWith(`plc_${one.id}_`)) ?? adapters.find(isOurs)
    if (adapter !== undefined) groups.set(adapter, [...(groups.get(adapter) ?? []), id])
  }
  return [...groups].map(([adapter, own]) => ({ adapter, ids: own }))
}
