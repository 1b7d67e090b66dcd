import { PACES, addDays, type Reason, type Transport } from '@yeojeong/domain'
import { reason } from '../explain/codes.ts'
import { applyRelaxation, withBrief, withoutMustSee } from './apply-relaxation.ts'
import { isFeasible, needsOf } from './feasible.ts'
import { partyOf } from './party.ts'
import type { PlanInput } from './problem.ts'
import { staticConflicts } from './static-conflicts.ts'

/** The wishes a refusal has to do with; `together`: each is impossible for its own reason, so that all of them must go. */
export type Blamed = { readonly mustSee: readonly string[]; readonly bookings: readonly string[]; readonly together: boolean }

const MOST = 6
const SHIFTS = [1, -1, 2, -2, 3, -3, 4, 5, 6]

/** Changes that make the trip possible, each tried and each enough by itself; of each kind the smallest. Empty when none of ours is. */
export function relaxationsOf(input: PlanInput, blamed: Blamed): readonly Reason[] {
  const found: Reason[] = []
  for (const kind of kindsOf(input, blamed)) {
    for (const change of kind) {
      if (!isFeasible(applyRelaxation(input, change))) continue
      found.push(change)
      break
    }
    if (found.length >= MOST) break
  }
  return found.length > 0 ? found : several(input)
}

/** Where no change of one kind is enough: the fewest bookings and must-sees to give up, put back one after the other; then by taxi, then in a hurry. */
function several(input: PlanInput): readonly Reason[] {
  const { brief } = input
  const bookingIds = brief.bookings.map((b) => b.id)
  const all = [...bookingIds, ...new Set(brief.wishes.mustSee)]
  const wider = brief.transport === 'car' ? brief.transport : 'taxi'
  for (const [transport, pace] of [
    [brief.transport, brief.pace],
    [wider, brief.pace],
    [wider, 'full'],
  ] as const) {
    const giveUp = (gone: readonly string[]): Reason =>
      reason('relax-several', {
        placeIds: gone.filter((id) => !bookingIds.includes(id)),
        bookingIds: bookingIds.filter((id) => gone.includes(id)),
        transport,
        pace,
      })
    const works = (gone: readonly string[]): boolean => isFeasible(applyRelaxation(input, giveUp(gone)))
    if (!works(all)) continue
    const needed = all.reduce((gone, id) => {
      const fewer = gone.filter((other) => other !== id)
      return works(fewer) ? fewer : gone
    }, all)
    return [giveUp(needed)]
  }
  return []
}

/** Relaxations by kind, each kind from small to large. */
function* kindsOf(input: PlanInput, blamed: Blamed): Generator<Iterable<Reason>> {
  const { brief } = input
  yield PACES.slice(PACES.indexOf(brief.pace) + 1).map((pace) => reason('relax-pace', { pace }))
  yield walks(input)
  yield WIDER[brief.transport].map((transport) => reason('relax-transport', { transport }))
  yield budgets(input)
  yield blamed.mustSee.filter((id) => brief.wishes.avoid.includes(id)).map((placeId) => reason('relax-allow-avoided', { placeId }))
  yield blamed.together ? together(blamed) : singles(blamed)
  if (!blamed.together) yield more(input, blamed)
  yield (input.previous?.lockedStopIds ?? []).map((stopId) => reason('relax-unlock', { stopId }))
  yield ends(input, 'arrival', -60)
  yield ends(input, 'departure', 60)
  yield shifts(input)
  yield [1, 2, 3].map((days) => reason('relax-add-days', { days }))
}

const WIDER: { readonly [T in Transport]: readonly Transport[] } = { walk: ['transit', 'taxi'], transit: ['taxi'], taxi: [], car: [] }

function* walks({ brief }: PlanInput): Generator<Reason> {
  const { walkLegM, walkDayM } = partyOf(brief.travellers, brief.pace)
  const hundreds = (m: number): number => Math.ceil(m / 100) * 100
  for (const factor of [1.25, 1.5, 2])
    yield reason('relax-walking', { legM: hundreds(walkLegM * factor), dayM: hundreds(walkDayM * factor) })
}

/** About the least budget at which what must be fits: found by planning without one, and tried. */
function* budgets(input: PlanInput): Generator<Reason> {
  const { budget } = input.brief
  if (budget === null) return
  const free = withBrief(input, { budget: { ...budget, amount: 1e8 } })
  if (staticConflicts(free).length > 0) return
  const needs = needsOf(free)
  if (needs === null) return
  const needed = needs.tours.flat().reduce((sum, v) => sum + (needs.prepared.compiled.visits[v]!.cost?.amount ?? 0), 0)
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, needed))) - 1)
  for (const share of [0.6, 0.8, 1]) {
    const amount = Math.ceil((needed * share) / step) * step
    if (amount > budget.amount) yield reason('relax-budget', { amount, currency: budget.currency })
  }
}

function* together({ mustSee, bookings }: Blamed): Generator<Reason> {
  if (mustSee.length > 0 && bookings.length === 0) yield reason('relax-drop-must-see', { placeIds: [...new Set(mustSee)] })
  if (bookings.length > 0 && mustSee.length === 0) yield reason('relax-drop-booking', { bookingIds: [...new Set(bookings)] })
}

/** The last wish named is the first to go: people name what matters most first. */
function* singles({ mustSee, bookings }: Blamed): Generator<Reason> {
  for (const id of mustSee.toReversed()) yield reason('relax-drop-must-see', { placeIds: [id] })
  for (const id of bookings.toReversed()) yield reason('relax-drop-booking', { bookingIds: [id] })
}

/** Where no single must-see is enough: two and more at a time, the last ones first. */
function* more(input: PlanInput, { mustSee }: Blamed): Generator<Reason> {
  if (mustSee.some((id) => isFeasible(withoutMustSee(input, [id])))) return
  const order = [...new Set([...mustSee.toReversed(), ...input.brief.wishes.mustSee.toReversed()])]
  for (let n = 2; n <= order.length; n++) yield reason('relax-drop-must-see', { placeIds: order.slice(0, n) })
}

/** Coming earlier or going later, an hour at a time. */
function* ends({ brief }: PlanInput, which: 'arrival' | 'departure', stepMin: number): Generator<Reason> {
  const { minute } = brief[which]
  for (let atMin = minute + stepMin; atMin >= 6 * 60 && atMin <= 23 * 60 && Math.abs(atMin - minute) <= 480; atMin += stepMin) {
    yield reason(`relax-${which}`, { atMin })
  }
}

/** Only where nothing is booked or locked to its date. */
function* shifts({ brief, previous }: PlanInput): Generator<Reason> {
  if (brief.bookings.length > 0 || (previous?.lockedStopIds.length ?? 0) > 0) return
  for (const days of SHIFTS) yield reason('relax-shift-dates', { startDate: addDays(brief.startDate, days) })
}
