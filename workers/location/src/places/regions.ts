import { kvKeys, Region, serviceError, type CallContext, type PlaceQuery, type ServiceError } from '@yeojeong/contracts'
import { distanceM, err, ok, type Result } from '@yeojeong/domain'
import * as z from 'zod'
import type { Deps } from '../deps.ts'
import { askInTurn, askOne } from './ask.ts'
import { choose } from './choose.ts'

const Regions = z.array(Region)

export async function regions(deps: Deps, ctx: Pick<CallContext, 'deadlineAt'>): Promise<Result<Region[], ServiceError>> {
  const found = await askInTurn(choose(deps.adapters, 'regions', null), (adapter) =>
    askOne(deps, adapter, {
      facet: 'basic',
      key: kvKeys.regions(deps.settings.cache.version, adapter.id),
      schema: Regions,
      isEmpty: (all) => all.length === 0,
      use: adapter.tools.regions!,
      question: null,
      deadlineAt: ctx.deadlineAt,
    }),
  )
  return found.ok ? ok(found.value.cached.value) : found
}

export async function region(deps: Deps, ctx: CallContext, regionId: string): Promise<Result<Region, ServiceError>> {
  const all = await regions(deps, ctx)
  if (!all.ok) return all
  const found = all.value.find(({ id }) => id === regionId)
  if (found !== undefined) return ok(found)
  const known = all.value.map(({ id }) => id).join(', ')
  return err(
    serviceError('region_unknown', `We know ${known}.`, {
      errors: [{ pointer: '/destination/regionId', detail: 'not a destination we know' }],
    }),
  )
}

/** Where a question is about: by its region, else the region around its centre; null where we cannot tell. */
export async function regionAsked(deps: Deps, ctx: CallContext, query: Pick<PlaceQuery, 'regionId' | 'near'>): Promise<Region | null> {
  if (query.regionId === undefined && query.near === undefined) return null
  const all = await regions(deps, ctx)
  if (!all.ok) return null
  if (query.regionId !== undefined) return all.value.find(({ id }) => id === query.regionId) ?? null
  const { near } = query
  return near === undefined ? null : (all.value.find(({ center, radiusM }) => distanceM(center, near) <= radiusM) ?? null)
}
