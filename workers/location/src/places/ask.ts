import { serviceError, type ServiceError } from '@yeojeong/contracts'
import { err, type Result } from '@yeojeong/domain'
import type * as z from 'zod'
import type { Cached, Facet } from '../cache/place-cache.ts'
import type { Deps } from '../deps.ts'
import type { PlaceProvider } from '../providers/provider.ts'

export type Asked<T> = Cached<T> & { readonly provider: PlaceProvider }

/** The first provider that has an answer, through the cache; the next is asked only when one fails. */
export async function ask<T>(
  deps: Deps,
  facet: Facet,
  key: (provider: PlaceProvider) => Promise<string> | string,
  schema: z.ZodType<T>,
  load: (provider: PlaceProvider) => Promise<Result<T, ServiceError>>,
): Promise<Result<Asked<T>, ServiceError>> {
  let failure: ServiceError = serviceError('provider_unavailable', 'No place provider is configured.')
  for (const provider of deps.providers) {
    const found = await deps.cache.get(await key(provider), facet, schema, () => load(provider))
    if (found.ok) return { ok: true, value: { ...found.value, provider } }
    failure = found.error
  }
  return err(failure)
}
