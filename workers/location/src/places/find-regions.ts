import type { CallContext, Region, ServiceError } from '@yeojeong/contracts'
import { distanceM, ok, type Result } from '@yeojeong/domain'
import type { Deps } from '../deps.ts'
import { isNamed } from '../merge/names.ts'
import { askInTurn } from './ask.ts'
import { choose } from './choose.ts'
import { askCities } from './cities.ts'
import { regions } from './regions.ts'

/** Destinations by name: ours first, then the cities of whoever knows more of the world. */
export async function findRegions(deps: Deps, ctx: CallContext, words: string): Promise<Result<Region[], ServiceError>> {
  const able = choose(deps.adapters, 'cities', null)
  const [ours, theirs] = await Promise.all([
    regions(deps, ctx),
    able.length === 0 ? null : askInTurn(able, (adapter) => askCities(deps, ctx, adapter, { words })),
  ])
  const known = ours.ok ? ours.value : []
  const named = known.filter(({ names }) => isNamed(names, words))
  if (theirs === null) return ours.ok ? ok(named) : ours
  if (!theirs.ok) return named.length > 0 ? ok(named) : theirs
  // What lies within one of ours is told by our editors.
  const elsewhere = theirs.value.cached.value.filter(({ center }) => !known.some((one) => distanceM(one.center, center) <= one.radiusM))
  return ok([...named, ...elsewhere])
}
