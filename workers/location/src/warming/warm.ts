import type { CallContext } from '@yeojeong/contracts'
import type { Category } from '@yeojeong/domain'
import { describeError, log } from '@yeojeong/worker-kit'
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

/** Asks the usual questions about popular destinations before anybody does: what is fresh costs nothing, what is not is fetched behind. */
export async function warm(deps: Deps): Promise<void> {
  for (const regionId of deps.settings.warm.regions) {
    try {
      await warmRegion(deps, regionId)
    } catch (error) {
      log('warn', 'location.warming_failed', null, { region: regionId, error: describeError(error) })
    }
  }
}

async function warmRegion(deps: Deps, regionId: string): Promise<void> {
  const ctx = contextOf(deps)
  const about = await region(deps, ctx, regionId)
  if (!about.ok) return
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
