/** Calls under way, by provider: when each counts as lost. */
export type LaneMemory = Map<string, Set<{ readonly lostAt: number }>>

export type Lanes = {
  /** A free lane, or null where none came free in time. The function given back frees it. */
  enter(provider: string, most: number, patienceMs: number, callMs: number): Promise<(() => void) | null>
}

/** Looks again this often while it waits. */
const LOOK_MS = 25

/** Keeps an isolate from calling a provider more often at once than it may. A call whose request died frees its lane when its time is over. */
export function lanes(memory: LaneMemory, now: () => number, sleep: (ms: number) => Promise<void>): Lanes {
  return {
    async enter(provider, most, patienceMs, callMs) {
      const giveUpAt = now() + patienceMs
      let busy = memory.get(provider)
      if (busy === undefined) memory.set(provider, (busy = new Set()))
      for (;;) {
        for (const call of busy) if (call.lostAt <= now()) busy.delete(call)
        if (busy.size < most) {
          const mine = { lostAt: now() + callMs }
          busy.add(mine)
          return () => busy.delete(mine)
        }
        if (now() >= giveUpAt) return null
        await sleep(LOOK_MS)
      }
    },
  }
}
