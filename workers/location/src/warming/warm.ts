import { kvKeys, type CallContext } from '@yeojeong/contracts'
import type { Category } from '@yeojeong/domain'
import { describeError, log } from '@yeojeong/worker-kit'
import * as z from 'zod'
import type { Deps } from '../deps.ts'
import { details } from '../places/details.ts'
import { holidays } from '../places/holidays.ts'
import { region } from '../places/regions.ts'
import { candidates } from '../places/candidates.ts'
import { search } from '../places/search.ts'

/** What most people look for first at their destination. */
const ASKED_FIRST: readonly Category[] = ['restaurant', 'cafe', 'palace', 'museum', 'market']
/** Places of a region a plan most likely looks at. */
const LIKELY = 60
const REGION_MS = 10_000

/** When warming was last done, epoch ms, and the destinations it could not be done for. */
const Warmed = z.object({ at: z.number(), failed: z.array(z.string()) })
type Warmed = z.infer<typeof Warmed>
const KEEP_S = 7 * 86_400

/** Asks the usual questions about popular destinations before anybody does: what is fresh costs nothing, what is not is fetched behind. */
export async function warm(deps: Deps): Promise<void> {
  const failed: string[] = []
  for (const regionId of deps.settings.warm.regions) {
    try {
      if (!(await warmRegion(deps, regionId))) failed.push(regionId)
    } catch (error) {
      failed.push(regionId)
      log('warn', 'location.warming_failed', null, { region: regionId, error: describeError(error) })
    }
  }
  await deps.cache.store.write(kvKeys.warmed(deps.settings.cache.version), { at: deps.now(), failed } satisfies Warmed, KEEP_S)
}

/** Null where it was not done in the last days, or nobody can tell. */
export async function lastWarmed(deps: Deps): Promise<Warmed | null> {
  const key = kvKeys.warmed(deps.settings.cache.version)
  const { values } = await deps.cache.store.read([key])
  return Warmed.safeParse(values.get(key)).data ?? null
}

/** False where the destination or its places could not be had. */
async function warmRegion(deps: Deps, regionId: string): Promise<boolean> {
  const ctx = contextOf(deps)
  const about = await region(deps, ctx, regionId)
  if (!about.ok) return false
  const found = await candidates(deps, ctx, regionId)
  await holidays(deps, ctx, about.value.countryCode)
  for (const category of ASKED_FIRST) await search(deps, ctx, { regionId, categories: [category], language: 'ko', limit: 20 })
  if (found.ok)
    await details(
      deps,
      ctx,
      found.value.places
        .toSorted((a, b) => b.prominence - a.prominence)
        .slice(0, LIKELY)
        .map(({ id }) => id),
    )
  return found.ok
}

function contextOf({ now, cache }: Deps): CallContext {
  return {
    requestId: cache.newId(),
    traceparent: `00-${'0'.repeat(31)}1-${'0'.repeat(15)}1-00`,
    principal: { userId: 'usr_system', role: 'system' },
    deadlineAt: now() + REGION_MS,
    language: 'ko',
  }
}
