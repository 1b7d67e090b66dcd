import { type Dropped, type Place, type Reason } from '@yeojeong/domain'
import { costOf, openingsOf, visitsOf } from '../trip/candidates.ts'
import { exclusion, isSight } from '../trip/eligibility.ts'
import type { Prepared } from '../trip/problem.ts'
import { reason } from './codes.ts'
import { whyNotIn } from './swap.ts'

/** At most so many places that were not wished for are named. */
const MOST = 8
const NOTABLE_FROM = 4

/** The notable places that are not in the plan, the most prominent first, each with the constraint that kept it out. */
export function droppedOf(prepared: Prepared, tours: readonly (readonly number[])[]): readonly Dropped[] {
  const { input, setting, compiled } = prepared
  const there = new Set(tours.flat().map((v) => compiled.visits[v]!.place?.id))
  const regionId = setting.brief.destination.regionId
  const candidates = input.places
    .filter((p) => p.regionId === regionId && isSight(p) && p.prominence >= NOTABLE_FROM && !there.has(p.id))
    .toSorted((a, b) => b.prominence - a.prominence || (a.id < b.id ? -1 : 1))
  const found: Dropped[] = []
  for (const place of candidates) {
    if (found.length >= MOST) break
    const why = whyDropped(prepared, tours, place)
    if (why !== null) found.push({ placeId: place.id, names: place.names, wished: false, reason: why })
  }
  return found
}

/** What kept a place of the region out of the plan; null where the party itself did. */
export function whyDropped(prepared: Prepared, tours: readonly (readonly number[])[], place: Place): Reason | null {
  const { input, setting, compiled, currency } = prepared
  const excluded = exclusion(place, setting.brief, setting.party)
  if (excluded !== null) return excluded.code === 'avoided' && setting.brief.wishes.avoid.includes(place.id) ? null : excluded
  const openings = openingsOf(place, setting)
  const dates = setting.days.map((d) => d.date)
  if (openings.every((o) => o.intervals.length === 0)) return reason('closed-on-your-days', { dates })
  if (visitsOf(place, setting, currency).length === 0) return reason('open-only-outside-your-hours', { dates })
  const budget = input.brief.budget
  const cost = costOf(place, setting.party, currency)
  if (budget !== null && cost !== null && cost.currency === budget.currency) {
    const spent = tours.flat().reduce((sum, v) => sum + (compiled.visits[v]!.cost?.amount ?? 0), 0)
    if (spent + cost.amount > budget.amount)
      return reason('over-budget', { amount: cost.amount, left: budget.amount - spent, currency: budget.currency })
  }
  return whyNotIn(prepared, tours, place)
}
