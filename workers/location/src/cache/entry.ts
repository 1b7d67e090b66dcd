import * as z from 'zod'
import type { CacheSettings, Facet } from './settings.ts'

/** When a value was last fetched, and how long it is fresh since; epoch milliseconds and milliseconds. */
export const Age = z.object({ storedAt: z.number(), lifeMs: z.number().positive() })
export type Age = z.infer<typeof Age>

export type Standing = 'fresh' | 'stale'

export function standing(age: Age, now: number): Standing {
  return now - age.storedAt < age.lifeMs ? 'fresh' : 'stale'
}

/** The lifetime of a value just fetched. `before` = what was stored of it, `same` = and it said the same. */
export function lifetime(facet: Facet, settings: CacheSettings, empty: boolean, before: Age | null, same: boolean): number {
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
