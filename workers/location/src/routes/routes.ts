import type { CallContext, RouteAnswer, RouteLeg, RouteRequest, ServiceError } from '@yeojeong/contracts'
import { estimateLeg, ok, travelProfileOf, type LatLng, type Result } from '@yeojeong/domain'
import type { Deps } from '../deps.ts'
import type { Adapter } from '../providers/adapter.ts'
import { choose } from '../places/choose.ts'
import { guardedCall } from '../places/guarded-call.ts'
import { regionAsked } from '../places/regions.ts'
import { pointKey, readRows, writeRows, type Row } from './rows.ts'

/** Sides of the blocks a matrix is asked in, largest first: providers take different ones. */
const BLOCKS = [25, 12, 10, 5, 3, 1] as const
/** Calls one question may cost a provider; what is still unknown then goes to the next, or to the model. */
const MOST_CALLS = 12
/** Ways of one question that are paid for: a day's, not a plan's matrix, which the model knows well enough. */
const PAID_WAYS = 25
const MODEL = 'model'

/** Who provides travel times asks first by rank; the calibrated model knows every way somehow. Each leg says its source. */
export async function routes(deps: Deps, ctx: CallContext, request: RouteRequest): Promise<Result<RouteAnswer, ServiceError>> {
  const able = choose(deps.adapters, 'routes', null).length === 0 ? [] : await ablesFor(deps, ctx, request)
  const legs: (RouteLeg | null)[][] = request.origins.map(() => request.destinations.map(() => null))
  const used: Adapter[] = []
  let failed = false
  for (const adapter of able) {
    const open = missing(legs).length
    if (open === 0) break
    if (adapter.tools.routes!.priceUsd > 0 && open > PAID_WAYS) continue
    const { known, failure } = await askMatrix(deps, ctx, adapter, request, legs)
    failed ||= failure
    if (known) used.push(adapter)
  }
  const estimated = request.estimate && estimateMissing(legs, request)
  return ok({
    mode: request.mode,
    legs,
    sources: [...used.map(({ id }) => id), ...(estimated ? [MODEL] : [])],
    attribution: [...new Set(used.map(({ attribution }) => attribution))],
    degraded: [...(deps.cache.store.down ? (['cache'] as const) : []), ...(failed ? (['providers'] as const) : [])],
  })
}

async function ablesFor(deps: Deps, ctx: CallContext, request: RouteRequest): Promise<readonly Adapter[]> {
  const region = await regionAsked(
    deps,
    ctx,
    request.regionId === undefined ? { near: request.origins[0]! } : { regionId: request.regionId },
  )
  return choose(deps.adapters, 'routes', region?.countryCode ?? null)
}

type Pair = { readonly origin: number; readonly destination: number }

/** Fills in what this provider knows of the ways nobody has told yet. */
async function askMatrix(
  deps: Deps,
  ctx: CallContext,
  adapter: Adapter,
  request: RouteRequest,
  legs: (RouteLeg | null)[][],
): Promise<{ known: boolean; failure: boolean }> {
  const rows = await readRows(deps, adapter, request)
  const names = request.destinations.map(pointKey)
  const unknown = missing(legs).filter(({ origin, destination }) => rows[origin]!.legs[names[destination]!] === undefined)
  const asked = new Set(unknown.map(({ origin }) => origin))
  const wanted = [...new Set(unknown.map(({ destination }) => destination))]
  const blocks = blocksOf(adapter, request, [...asked], wanted).slice(0, MOST_CALLS)
  const failures = await Promise.all(blocks.map((block) => askBlock(deps, ctx, adapter, request, block, rows)))
  if (blocks.length > 0) writeRows(deps, adapter, request, rows, asked)
  const known = fill(legs, rows, names, request, adapter)
  deps.cache.seen(adapter.id, blocks.length > 0 ? 'misses' : 'hits', Math.max(1, blocks.length))
  return { known, failure: failures.includes(true) }
}

type Block = { readonly origins: readonly number[]; readonly destinations: readonly number[] }

function blocksOf(adapter: Adapter, request: RouteRequest, origins: readonly number[], destinations: readonly number[]): Block[] {
  if (origins.length === 0 || destinations.length === 0) return []
  const side = BLOCKS.find(
    (size) =>
      adapter.tools.routes!.args(questionOf(request, { origins: origins.slice(0, size), destinations: destinations.slice(0, size) })) !==
      null,
  )
  if (side === undefined) return []
  return inGroups(origins, side).flatMap((group) =>
    inGroups(destinations, side).map((others) => ({ origins: group, destinations: others })),
  )
}

async function askBlock(
  deps: Deps,
  ctx: CallContext,
  adapter: Adapter,
  request: RouteRequest,
  block: Block,
  rows: Row[],
): Promise<boolean> {
  const answer = await guardedCall(deps, adapter, adapter.tools.routes!, questionOf(request, block), ctx.deadlineAt)
  if (!answer.ok) return true
  block.origins.forEach((origin, i) =>
    block.destinations.forEach((destination, j) => {
      const leg = answer.value[i]?.[j] ?? null
      rows[origin]!.legs[pointKey(request.destinations[destination]!)] = leg === null ? null : [leg.durationMin, leg.distanceM]
    }),
  )
  return false
}

function questionOf(
  { origins, destinations, mode, departAt }: RouteRequest,
  block: Block,
): { origins: LatLng[]; destinations: LatLng[]; mode: RouteRequest['mode']; departAt: string | null } {
  return {
    origins: block.origins.map((at) => origins[at]!),
    destinations: block.destinations.map((at) => destinations[at]!),
    mode,
    departAt,
  }
}

function fill(
  legs: (RouteLeg | null)[][],
  rows: readonly Row[],
  names: readonly string[],
  request: RouteRequest,
  adapter: Adapter,
): boolean {
  let known = false
  for (const { origin, destination } of missing(legs)) {
    const leg = rows[origin]!.legs[names[destination]!]
    if (leg === undefined || leg === null) continue
    const [durationMin, distanceM] = leg
    legs[origin]![destination] = { durationMin, distanceM, walkM: walked(request, { origin, destination }, distanceM), source: adapter.id }
    known = true
  }
  return known
}

function estimateMissing(legs: (RouteLeg | null)[][], request: RouteRequest): boolean {
  const open = missing(legs)
  for (const { origin, destination } of open) legs[origin]![destination] = { ...modelled(request, { origin, destination }), source: MODEL }
  return open.length > 0
}

function missing(legs: readonly (readonly (RouteLeg | null)[])[]): Pair[] {
  return legs.flatMap((row, origin) => row.flatMap((leg, destination) => (leg === null ? [{ origin, destination }] : [])))
}

function modelled({ origins, destinations, mode, regionId }: RouteRequest, { origin, destination }: Pair) {
  return estimateLeg(origins[origin]!, destinations[destination]!, mode, travelProfileOf(regionId ?? ''))
}

/** Providers tell a ride's length, not what of it is walked. */
function walked(request: RouteRequest, pair: Pair, distanceM: number): number {
  if (request.mode === 'walk') return distanceM
  return request.mode === 'transit' ? Math.min(distanceM, modelled(request, pair).walkM) : 0
}

function inGroups<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))
}
