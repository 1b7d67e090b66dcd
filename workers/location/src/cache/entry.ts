import * as z from 'zod'
import type { CacheSettings, Facet } from './settings.ts'

/** When a value was last fetched, and how long it is fresh since; epoch milliseconds and milliseconds. */
export const Age = z.object({ storedAt: z.number(), lifeMs: z.number().positive() })
export type Age = z.infer<typeof Age>

export type Standing = 'fresh' | 'stale'

export function standing(age: Age, now: number): Standing {
  return now - age.storedAt < age.lifeMs ? 'fresh' : 'stale'
}

/** A value just fetched: whose, and what was stored of it before. `same`: and it said the same. */
type Fetched = {
  readonly provider: string
  readonly facet: Facet
  readonly empty: boolean
  readonly before: Age | null
  readonly same: boolean
}

/** How long a value just fetched is fresh, milliseconds. */
export function lifetime({ provider, facet, empty, before, same }: Fetched, settings: CacheSettings): number {
  if (settings.settled.includes(provider)) return settings.keepS * 1_000
  if (empty) return settings.negativeS * 1_000
  const base = settings.freshS[facet] * 1_000
  if (before === null || !same) return base
  return Math.max(base, Math.min(before.lifeMs * settings.steadyGrowth, settings.steadyMaxS * 1_000))
}

/**
 * Is it time for this one caller to refresh a value that is still fresh? The nearer its end and the dearer its load, the
 * likelier; so that not everybody comes at the end at once. XFetch: Vattani, Chierichetti, Lowenstein, VLDB 2015.
 */
export function early(age: Age, costMs: number, now: number, random: () => number): boolean {
  return now - costMs * Math.log(1 - random()) >= age.storedAt + age.lifeMs
}
