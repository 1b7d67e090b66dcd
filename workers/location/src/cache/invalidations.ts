import * as z from 'zod'
import type { Store } from './store.ts'

const NotBefore = z.record(z.string(), z.number())

/** By provider (`*` = all): values stored before this moment are not used any more. Epoch milliseconds. */
export type InvalidationMemory = { notBefore: z.infer<typeof NotBefore>; readAt: number; reading: boolean }

export type Invalidations = {
  /** As stored now, not as this isolate remembers it. */
  all(): Promise<Readonly<Record<string, number>>>
  notBefore(provider: string): number
  /** From now on nothing stored of this provider counts; everywhere within a minute. False = the cache cannot be written. */
  forget(provider: string): Promise<boolean>
}

const LOOK_MS = 20_000
/** Longer than any value is kept, the pins of 30 days aside, which nothing stores. */
const KEEP_S = 7 * 86_400

/** One small value says for a whole provider what deleting its keys one by one could not: KV cannot delete by prefix. */
export function invalidations(
  store: Store,
  key: string,
  memory: InvalidationMemory,
  background: (work: Promise<unknown>) => void,
  now: () => number,
): Invalidations {
  const read = async (): Promise<void> => {
    const { values, failed } = await store.read([key])
    if (failed) return
    const stored = NotBefore.safeParse(values.get(key) ?? {})
    for (const [provider, at] of Object.entries(stored.success ? stored.data : {}))
      memory.notBefore[provider] = Math.max(at, memory.notBefore[provider] ?? 0)
    memory.readAt = now()
  }
  return {
    async all() {
      await read()
      return memory.notBefore
    },
    notBefore(provider) {
      if (!memory.reading && now() - memory.readAt > LOOK_MS) {
        memory.reading = true
        background(read().finally(() => (memory.reading = false)))
      }
      return Math.max(memory.notBefore['*'] ?? 0, memory.notBefore[provider] ?? 0)
    },
    async forget(provider) {
      await read()
      memory.notBefore = { ...memory.notBefore, [provider]: now() }
      await store.write(key, memory.notBefore, KEEP_S)
      return !store.down
    },
  }
}
