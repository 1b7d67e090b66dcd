import { addDays, PACES, type Reason, type TripBrief } from '@yeojeong/domain'
import { Solver } from '../core/solve.ts'
import { maxEvaluations } from '../core/stop.ts'
import { reason } from '../explain/codes.ts'
import { isFeasible, longer, unlocked, withBrief, withoutMustSee } from './infeasible.ts'
import { partyOf } from './party.ts'
import { prepare, type PlanInput } from './prepare.ts'
import { staticConflicts } from './static-conflicts.ts'

/** The wishes a refusal has to do with; `together`: each is impossible for its own reason, so that all of them must go. */
export type Blamed = { readonly mustSee: readonly string[]; readonly bookings: readonly string[]; readonly together: boolean }

type Relaxation = { readonly reason: Reason; readonly input: PlanInput }

const MOST = 6
const SHIFTS = [1, -1, 2, -2, 3, -3, 4, 5, 6]

/** Changes that make the trip possible, each tried and each enough by itself; of each kind the smallest. Empty when none of ours is. */
export function relaxationsOf(input: PlanInput, blamed: Blamed): readonly Reason[] {
  const found: Reason[] = []
  for (const kind of kindsOf(input, blamed)) {
    for (const { reason: change, input: changed } of kind) {
      if (!isFeasible(changed)) continue
      found.push(change)
      break
    }
    if (found.length >= MOST) break
  }
  return found.length > 0 ? found : severalWishes(input)
}

/** Where no change of one kind is enough: the fewest bookings and must-sees to give up, found by putting back one after the other. */
function severalWishes(input: PlanInput): readonly Reason[] {
  const ids = [...input.brief.bookings.map((b) => b.id), ...new Set(input.brief.wishes.mustSee)]
  const without = (gone: readonly string[]): PlanInput => dropBookings(dropMustSee(input, gone).input, gone).input
  if (!isFeasible(without(ids))) return []
  let gone: readonly string[] = ids
  for (const id of ids) {
    const fewer = gone.filter((other) => other !== id)
    if (isFeasible(without(fewer))) gone = fewer
  }
  const bookingIds = input.brief.bookings.map((b) => b.id).filter((id) => gone.includes(id))
  return [reason('relax-drop-wishes', { placeIds: gone.filter((id) => !bookingIds.includes(id)), bookingIds })]
}

/** Relaxations by kind, each kind from small to large. */
function* kindsOf(input: PlanInput, blamed: Blamed): Generator<Iterable<Relaxation>> {
  const { brief } = input
  yield paces(input)
  yield walks(input)
  yield transports(input)
  yield budgets(input)
  if (blamed.mustSee.some((id) => brief.wishes.avoid.includes(id))) yield avoided(input, blamed.mustSee)
  yield blamed.together ? together(input, blamed) : singles(input, blamed)
  if (!blamed.together) yield pairs(input, blamed)
  yield unlocks(input)
  yield ends(input, 'arrival', -60)
  yield ends(input, 'departure', 60)
  yield shifts(input)
  yield [1, 2, 3].map((days) => ({ reason: reason('relax-add-days', { days }), input: longer(input, days) }))
}

function* paces(input: PlanInput): Generator<Relaxation> {
  for (const pace of PACES.slice(PACES.indexOf(input.brief.pace) + 1)) yield { reason: reason('relax-pace', { pace }), input: withBrief(input, { pace }) }
}

function* walks(input: PlanInput): Generator<Relaxation> {
  const { walkLegM, walkDayM } = partyOf(input.brief.travellers, input.brief.pace)
  for (const factor of [1.25, 1.5, 2]) {
    const [legM, dayM] = [walkLegM, walkDayM].map((m) => Math.ceil((m * factor) / 100) * 100) as [number, number]
    const travellers = input.brief.travellers.map((t) => ({ ...t, maxWalkLegM: Math.max(legM, t.maxWalkLegM ?? 0), maxWalkDayM: Math.max(dayM, t.maxWalkDayM ?? 0) }))
    yield { reason: reason('relax-walking', { legM, dayM }), input: withBrief(input, { travellers }) }
  }
}

function* transports(input: PlanInput): Generator<Relaxation> {
  const wider: { readonly [T in TripBrief['transport']]: readonly TripBrief['transport'][] } = { walk: ['transit', 'taxi'], transit: ['taxi'], taxi: [], car: [] }
  for (const transport of wider[input.brief.transport]) yield { reason: reason('relax-transport', { transport }), input: withBrief(input, { transport }) }
}

/** The least budget at which what must be fits: found by planning without one, and tried. */
function* budgets(input: PlanInput): Generator<Relaxation> {
  const { budget } = input.brief
  if (budget === null) return
  const free = withBrief(input, { budget: { ...budget, amount: 1e8 } })
  if (staticConflicts(free).length > 0) return
  const { compiled, objective } = prepare(free, { needsOnly: true })
  const { tours } = new Solver(compiled.model, objective, { seed: input.seed, stop: maxEvaluations(0) }).best
  const needed = tours.flat().reduce((sum, v) => sum + (compiled.visits[v]!.cost?.amount ?? 0), 0)
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, needed))) - 1)
  for (const amount of [0.6, 0.8, 1].map((share) => Math.ceil((needed * share) / step) * step)) {
    if (amount > budget.amount) yield { reason: reason('relax-budget', { amount, currency: budget.currency }), input: withBrief(input, { budget: { ...budget, amount } }) }
  }
}

function* avoided(input: PlanInput, mustSee: readonly string[]): Generator<Relaxation> {
  for (const placeId of mustSee.filter((id) => input.brief.wishes.avoid.includes(id))) {
    const wishes = { ...input.brief.wishes, avoid: input.brief.wishes.avoid.filter((id) => id !== placeId) }
    yield { reason: reason('relax-allow-avoided', { placeId }), input: withBrief(input, { wishes }) }
  }
}

function dropMustSee(input: PlanInput, placeIds: readonly string[]): Relaxation {
  return { reason: reason('relax-drop-must-see', { placeIds }), input: withoutMustSee(input, placeIds) }
}

function dropBookings(input: PlanInput, bookingIds: readonly string[]): Relaxation {
  return { reason: reason('relax-drop-booking', { bookingIds }), input: withBrief(input, { bookings: input.brief.bookings.filter((b) => !bookingIds.includes(b.id)) }) }
}

function* together(input: PlanInput, { mustSee, bookings }: Blamed): Generator<Relaxation> {
  const places = [...new Set(mustSee)]
  if (places.length > 0) yield dropMustSee(input, places)
  if (bookings.length > 0) yield dropBookings(input, [...new Set(bookings)])
}

/** The last wish named is the first to go: people name what matters most first. */
function* singles(input: PlanInput, { mustSee, bookings }: Blamed): Generator<Relaxation> {
  for (const id of mustSee.toReversed()) yield dropMustSee(input, [id])
  for (const id of bookings.toReversed()) yield dropBookings(input, [id])
}

/** Where no single wish is enough: the last ones, two and more at a time. */
function* pairs(input: PlanInput, { mustSee }: Blamed): Generator<Relaxation> {
  if (mustSee.some((id) => isFeasible(withoutMustSee(input, [id])))) return
  for (let n = 2; n <= mustSee.length; n++) yield dropMustSee(input, mustSee.slice(-n))
  const all = input.brief.wishes.mustSee
  for (let n = mustSee.length + 1; n <= all.length; n++) yield dropMustSee(input, [...new Set([...mustSee, ...all.toReversed()])].slice(0, n))
}

function* unlocks(input: PlanInput): Generator<Relaxation> {
  for (const stopId of input.previous?.lockedStopIds ?? []) yield { reason: reason('relax-unlock', { stopId }), input: unlocked(input, stopId) }
}

/** Coming earlier or going later, an hour at a time. */
function* ends(input: PlanInput, which: 'arrival' | 'departure', stepMin: number): Generator<Relaxation> {
  const { minute } = input.brief[which]
  for (let atMin = minute + stepMin; atMin >= 6 * 60 && atMin <= 23 * 60 && Math.abs(atMin - minute) <= 480; atMin += stepMin) {
    yield { reason: reason(`relax-${which}`, { atMin }), input: withBrief(input, { [which]: { ...input.brief[which], minute: atMin } }) }
  }
}

/** Only where nothing is booked or locked to its date. */
function* shifts(input: PlanInput): Generator<Relaxation> {
  const { brief, previous } = input
  if (brief.bookings.length > 0 || (previous?.lockedStopIds.length ?? 0) > 0) return
  for (const days of SHIFTS) {
    const lodgings = brief.lodgings.map((l) => ({ ...l, firstNight: addDays(l.firstNight, days), lastNight: addDays(l.lastNight, days) }))
    const startDate = addDays(brief.startDate, days)
    yield { reason: reason('relax-shift-dates', { startDate }), input: withBrief(input, { startDate, endDate: addDays(brief.endDate, days), lodgings }) }
  }
}
