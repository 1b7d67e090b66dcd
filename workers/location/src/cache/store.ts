import { describeError, log } from '@yeojeong/worker-kit'
import { inTime } from '../in-time.ts'

/** What this service needs of KV. */
export type PlaceKv = {
  get(keys: string[], options: { type: 'json'; cacheTtl: number }): Promise<Map<string, unknown>>
  put(key: string, value: string, options: { expirationTtl: number }): Promise<void>
  delete(key: string): Promise<void>
}

export type Read = { readonly values: ReadonlyMap<string, unknown>; readonly failed: boolean }

/** KV that never throws: what cannot be read is absent and says so, what cannot be written is let go. */
export type Store = {
  read(keys: readonly string[]): Promise<Read>
  write(key: string, value: unknown, keepS: number): Promise<void>
  /** False where it could not be done. */
  remove(key: string): Promise<boolean>
  /** Did the last operation fail, lately? */
  readonly down: boolean
}

export type StoreMemory = { downUntil: number }

/** A bulk read takes this many keys. */
const PER_READ = 100
/** KV's own minimum. Also how long KV may say that a key just written does not exist. */
const CACHE_TTL_S = 30
const PATIENCE_MS = 1_000
const DOWN_MS = 10_000

export function store(kv: PlaceKv, memory: StoreMemory, now: () => number): Store {
  const attempt = async <T>(what: string, work: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      const value = await inTime(PATIENCE_MS, work())
      memory.downUntil = 0
      return value
    } catch (error) {
      if (memory.downUntil <= now()) log('warn', 'location.cache_failed', null, { what, error: describeError(error) })
      memory.downUntil = now() + DOWN_MS
      return otherwise
    }
  }
  return {
    get down() {
      return memory.downUntil > now()
    },
    async read(keys) {
      const groups = Array.from({ length: Math.ceil(keys.length / PER_READ) }, (_, at) => keys.slice(at * PER_READ, (at + 1) * PER_READ))
      const answers = await Promise.all(
        groups.map((group) => attempt('read', async () => kv.get([...group], { type: 'json', cacheTtl: CACHE_TTL_S }), null)),
      )
      const values = new Map<string, unknown>()
      for (const answer of answers) for (const [key, value] of answer ?? []) if (value !== null) values.set(key, value)
      return { values, failed: answers.includes(null) }
    },
    write: (key, value, keepS) =>
      attempt('write', async () => kv.put(key, JSON.stringify(value), { expirationTtl: Math.max(60, Math.ceil(keepS)) }), undefined),
    remove: (key) => attempt('delete', async () => kv.delete(key).then(() => true), false),
  }
}
