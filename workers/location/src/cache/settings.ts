import * as z from 'zod'

const FACETS = ['basic', 'hours', 'reviews', 'search', 'routes'] as const
/** What of a place, or which kind of answer, ages together. */
export type Facet = (typeof FACETS)[number]

const Seconds = z.number().int().positive()

/** All of it is configuration (`CACHE` in wrangler.toml); seconds. */
export const CacheSettings = z.object({
  /** How long a value is fresh after it was fetched. */
  freshS: z
    .object({ basic: Seconds, hours: Seconds, reviews: Seconds, search: Seconds, routes: Seconds })
    .default({ basic: 3_600, hours: 600, reviews: 1_800, search: 300, routes: 43_200 }),
  /**
   * A value that a refresh found unchanged is fresh for so many times as long as before, up to a limit; the first change
   * takes it back to its facet's own lifetime. Growth 1 = every lifetime stays as it is.
   */
  steadyGrowth: z.number().min(1).default(4),
  steadyMaxS: Seconds.default(21_600),
  /** Providers whose facts change with a release of ours and not between: fresh for as long as they are kept, also where they have nothing. */
  settled: z.array(z.string()).default([]),
  /** An answer without a single place. */
  negativeS: Seconds.default(60),
  /** Older values are gone. */
  keepS: Seconds.default(86_400),
  /** Hours older than this past their freshness are fetched while the caller waits; everything else behind the answer. */
  hoursBehindS: Seconds.default(3_600),
  /** A value this old past its freshness is called stale to the caller's face. */
  toldStaleS: Seconds.default(3_600),
  /** In the memory of an isolate. */
  memoryS: Seconds.default(30),
  /** A part of every key: another one leaves everything stored behind. */
  version: z
    .string()
    .regex(/^[a-z0-9]{1,8}$/)
    .default('v2'),
})
export type CacheSettings = z.infer<typeof CacheSettings>
