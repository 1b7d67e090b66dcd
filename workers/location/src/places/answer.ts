import type { PlaceAnswer } from '@yeojeong/contracts'
import type { Place } from '@yeojeong/domain'
import type { Deps } from '../deps.ts'
import type { Adapter } from '../providers/adapter.ts'

type Part = { readonly adapter: Adapter; readonly cached: { readonly asOf: number; readonly stale: 'no' | 'quietly' | 'told' } }

/** The answer as it leaves: whose it is, how old, and what it is not. `fellBack`: those who should have answered did not. */
export function answerOf(deps: Deps, places: readonly Place[], parts: readonly Part[], fellBack: boolean): PlaceAnswer {
  return {
    places: [...places],
    asOf: new Date(parts.length === 0 ? deps.now() : Math.min(...parts.map(({ cached }) => cached.asOf))).toISOString(),
    degraded: [
      ...(deps.cache.store.down ? (['cache'] as const) : []),
      ...(fellBack ? (['providers'] as const) : []),
      ...(parts.some(({ cached }) => cached.stale === 'told') ? (['stale'] as const) : []),
    ],
    sources: parts.map(({ adapter }) => adapter.id),
    attribution: [...new Set(parts.map(({ adapter }) => adapter.attribution))],
  }
}
