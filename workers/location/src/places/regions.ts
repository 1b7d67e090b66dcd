import { kvKeys, Region, serviceError, type CallContext, type Place, type PlaceQuery, type ServiceError } from '@yeojeong/contracts'
import { distanceM, err, ok, type LatLng, type Result } from '@yeojeong/domain'
import * as z from 'zod'
import type { Deps } from '../deps.ts'
import { NO_REGION } from '../providers/parse/place-from.ts'
import { askInTurn, askOne } from './ask.ts'
import { choose } from './choose.ts'
import { cityById } from './cities.ts'

const Regions = z.array(Region)

/** The regions our editors know. */
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

/** One of ours, or a city that a provider names by that id. */
export async function region(deps: Deps, ctx: CallContext, regionId: string): Promise<Result<Region, ServiceError>> {
  const city = await cityById(deps, ctx, regionId)
  if (!city.ok) return city
  if (city.value !== null) return ok(city.value)
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
  const { regionId, near } = query
  if (regionId !== undefined) {
    const named = await region(deps, ctx, regionId)
    return named.ok ? named.value : null
  }
  if (near === undefined) return null
  const all = await regions(deps, ctx)
  return all.ok ? (regionAround(all.value, near) ?? null) : null
}

function regionAround(all: readonly Region[], at: LatLng): Region | undefined {
  return all.find(({ center, radiusM }) => distanceM(center, at) <= radiusM)
}

/** A stranger's place in one of these regions is that region's. */
export function placed(places: readonly Place[], all: readonly Region[]): readonly Place[] {
  if (all.length === 0) return places
  return places.map((place) => {
    const home = place.regionId === NO_REGION ? regionAround(all, place.position) : undefined
    return home === undefined ? place : { ...place, regionId: home.id }
  })
}
