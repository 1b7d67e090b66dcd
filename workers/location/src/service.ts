import { WorkerEntrypoint } from 'cloudflare:workers'
import {
  LocationCommand,
  PlaceId,
  PlaceQuery,
  RecommendQuery,
  RouteRequest,
  type CallContext,
  type LocationRpc,
  type ServiceHealth,
} from '@yeojeong/contracts'
import { parsed } from '@yeojeong/worker-kit'
import * as z from 'zod'
import { depsOf } from './deps-of-env.ts'
import { operate, operations } from './operations/operations.ts'
import { details, place } from './places/details.ts'
import { holidays } from './places/holidays.ts'
import { recommend } from './places/recommend.ts'
import { region, regions } from './places/regions.ts'
import { candidates } from './places/candidates.ts'
import { findRegions } from './places/find-regions.ts'
import { search } from './places/search.ts'
import { routes } from './routes/routes.ts'

const RegionId = z.string().min(1).max(40)
const PlaceIds = z.array(PlaceId).min(1).max(400)
const Words = z.string().trim().min(1).max(120)
const CountryCode = z.string().regex(/^[A-Z]{2}$/)
const Years = z.array(z.number().int()).max(10)

/** LOCATION: one face on all place providers. */
export class LocationService extends WorkerEntrypoint<Env> implements LocationRpc {
  readonly #deps = depsOf(this.env, this.ctx)

  regions(ctx: CallContext) {
    return parsed(ctx, z.null(), null, (c) => regions(this.#deps, c))
  }
  findRegions(ctx: CallContext, words: string) {
    return parsed(ctx, Words, words, (c, named) => findRegions(this.#deps, c, named))
  }
  region(ctx: CallContext, regionId: string) {
    return parsed(ctx, RegionId, regionId, (c, id) => region(this.#deps, c, id))
  }
  search(ctx: CallContext, query: PlaceQuery) {
    return parsed(ctx, PlaceQuery, query, (c, argument) => search(this.#deps, c, argument))
  }
  candidates(ctx: CallContext, regionId: string) {
    return parsed(ctx, RegionId, regionId, (c, id) => candidates(this.#deps, c, id))
  }
  details(ctx: CallContext, placeIds: readonly string[], regionId?: string) {
    return parsed(ctx, z.tuple([PlaceIds, RegionId.optional()]), [placeIds, regionId], (c, [ids, home]) =>
      details(this.#deps, c, ids, home),
    )
  }
  place(ctx: CallContext, placeId: string) {
    return parsed(ctx, PlaceId, placeId, (c, id) => place(this.#deps, c, id))
  }
  holidays(ctx: CallContext, countryCode: string, years: readonly number[]) {
    return parsed(ctx, z.tuple([CountryCode, Years]), [countryCode, years], (c, [code]) => holidays(this.#deps, c, code))
  }

  routes(ctx: CallContext, request: RouteRequest) {
    return parsed(ctx, RouteRequest, request, (c, argument) => routes(this.#deps, c, argument))
  }
  recommend(ctx: CallContext, query: RecommendQuery) {
    return parsed(ctx, RecommendQuery, query, (c, argument) => recommend(this.#deps, c, argument))
  }
  operations(ctx: CallContext) {
    return parsed(ctx, z.null(), null, (c) => operations(this.#deps, c))
  }
  operate(ctx: CallContext, command: LocationCommand) {
    return parsed(ctx, LocationCommand, command, (c, argument) => operate(this.#deps, c, argument))
  }

  async health(): Promise<ServiceHealth> {
    const found = await regions(this.#deps, { deadlineAt: Date.now() + 1_000 })
    return found.ok
      ? { service: 'location', version: '1', state: 'ok' }
      : { service: 'location', version: '1', state: 'degraded', detail: 'no provider answers' }
  }
}
