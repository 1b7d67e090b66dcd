import type { ServiceError } from '@yeojeong/contracts'
import type { Result } from '@yeojeong/domain'
import { describeError, log } from '@yeojeong/worker-kit'
import * as z from 'zod'

/** Seconds for which a facet is fresh. */
export const FRESH_S = { basic: 3_600, hours: 600, reviews: 1_800, search: 300 } as const
export type Facet = keyof typeof FRESH_S
/** Kept this long, so that there is something to show when every provider is out. */
const KEEP_S = 86_400

export type Cached<T> = { readonly value: T; readonly asOf: string; readonly degraded: readonly ('cache' | 'stale')[] }

/** Cache-aside over KV. KV failing never fails a request: the load goes straight through, marked. */
export type PlaceCache = {
  get<T>(key: string, facet: Facet, schema: z.ZodType<T>, load: () => Promise<Result<T, ServiceError>>): Promise<Result<Cached<T>, ServiceError>>
}

export function placeCache(kv: KVNamespace, background: (work: Promise<unknown>) => void, now: () => number = Date.now): PlaceCache {
  return {
    async get(key, facet, schema, load) {
      const stored = await read(kv, key, schema)
      if (stored.entry !== null && now() - stored.entry.storedAt < FRESH_S[facet] * 1000) return okCached(stored.entry, [])
      const loaded = await load()
      if (loaded.ok) {
        const entry = { value: loaded.value, storedAt: now() }
        background(write(kv, key, entry))
        return okCached(entry, stored.failed ? ['cache'] : [])
      }
      return stored.entry === null ? loaded : okCached(stored.entry, ['stale'])
    },
  }
}

type Entry<T> = { readonly value: T; readonly storedAt: number }

function okCached<T>(entry: Entry<T>, degraded: Cached<T>['degraded']): { ok: true; value: Cached<T> } {
  return { ok: true, value: { value: entry.value, asOf: new Date(entry.storedAt).toISOString(), degraded } }
}

async function read<T>(kv: KVNamespace, key: string, schema: z.ZodType<T>): Promise<{ entry: Entry<T> | null; failed: boolean }> {
  try {
    const raw = await kv.get(key, { type: 'json', cacheTtl: 60 })
    const entry = z.object({ value: schema, storedAt: z.number() }).safeParse(raw)
    return { entry: entry.success ? (entry.data as Entry<T>) : null, failed: false }
  } catch (error) {
    log('warn', 'location.cache_read_failed', null, { error: describeError(error) })
    return { entry: null, failed: true }
  }
}

async function write(kv: KVNamespace, key: string, entry: Entry<unknown>): Promise<void> {
  try {
    await kv.put(key, JSON.stringify(entry), { expirationTtl: KEEP_S })
  } catch (error) {
    log('warn', 'location.cache_write_failed', null, { error: describeError(error) })
  }
}
