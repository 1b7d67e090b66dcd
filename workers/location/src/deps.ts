import { placeCache, type PlaceCache } from './cache/place-cache.ts'
import type { PlaceProvider } from './providers/provider.ts'
import { providersOf } from './providers/registry.ts'

/** What a use case works with besides its arguments. */
export type Deps = { readonly providers: readonly PlaceProvider[]; readonly cache: PlaceCache }

export function depsOf(env: Env, ctx: ExecutionContext): Deps {
  return { providers: providersOf(env), cache: placeCache(env.PLACE_CACHE, (work) => ctx.waitUntil(work)) }
}
