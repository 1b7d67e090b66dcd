import { addDays, daysBetween, type Pace, type Reason, type Transport, type TripBrief } from '@yeojeong/domain'
import type { RelaxationReasons } from '../explain/codes.ts'
import type { PlanInput } from './problem.ts'

/** The trip with a relaxation of an `Infeasible` applied; unchanged for a code that is none. */
export function applyRelaxation(input: PlanInput, relaxation: Reason): PlanInput {
  const code = relaxation.code as keyof RelaxationReasons
  const apply = APPLY[code] as ((input: PlanInput, params: Reason['params']) => PlanInput) | undefined
  return apply === undefined ? input : apply(input, relaxation.params)
}

const APPLY: { readonly [C in keyof RelaxationReasons]: (input: PlanInput, params: RelaxationReasons[C]) => PlanInput } = {
  'relax-drop-must-see': (input, { placeIds }) => withoutMustSee(input, placeIds),
  'relax-drop-booking': (input, { bookingIds }) => withoutBookings(input, bookingIds),
  'relax-several': (input, { placeIds, bookingIds, transport, pace }) =>
    withBrief(withoutBookings(withoutMustSee(input, placeIds), bookingIds), { transport: transport as Transport, pace: pace as Pace }),
  'relax-pace': (input, { pace }) => withBrief(input, { pace: pace as Pace }),
  'relax-transport': (input, { transport }) => withBrief(input, { transport: transport as Transport }),
  'relax-budget': (input, budget) => withBrief(input, { budget }),
  'relax-walking': (input, { legM, dayM }) => withWalking(input, legM, dayM),
  'relax-add-days': (input, { days }) => longer(input, days),
  'relax-shift-dates': (input, { startDate }) => shifted(input, startDate),
  'relax-arrival': (input, { atMin }) => withBrief(input, { arrival: { ...input.brief.arrival, minute: atMin } }),
  'relax-departure': (input, { atMin }) => withBrief(input, { departure: { ...input.brief.departure, minute: atMin } }),
  'relax-unlock': (input, { stopId }) => unlocked(input, stopId),
  'relax-allow-avoided': (input, { placeId }) =>
    withBrief(input, { wishes: { ...input.brief.wishes, avoid: input.brief.wishes.avoid.filter((id) => id !== placeId) } }),
}

export function withBrief(input: PlanInput, change: Partial<TripBrief>): PlanInput {
  return { ...input, brief: { ...input.brief, ...change } }
}

export function withoutMustSee(input: PlanInput, ids: readonly string[]): PlanInput {
  return withBrief(input, { wishes: { ...input.brief.wishes, mustSee: input.brief.wishes.mustSee.filter((id) => !ids.includes(id)) } })
}

export function withoutBookings(input: PlanInput, ids: readonly string[]): PlanInput {
  return withBrief(input, { bookings: input.brief.bookings.filter((b) => !ids.includes(b.id)) })
}

/** Everybody walks at least so far. */
export function withWalking(input: PlanInput, legM: number, dayM: number): PlanInput {
  return withBrief(input, {
    travellers: input.brief.travellers.map((t) => ({
      ...t,
      maxWalkLegM: Math.max(legM, t.maxWalkLegM ?? 0),
      maxWalkDayM: Math.max(dayM, t.maxWalkDayM ?? 0),
    })),
  })
}

export function unlocked(input: PlanInput, stopId: string): PlanInput {
  const { previous } = input
  if (previous === undefined) return input
  const plan = {
    ...previous.plan,
    days: previous.plan.days.map((d) => ({ ...d, stops: d.stops.map((s) => (s.id === stopId ? { ...s, locked: false } : s)) })),
  }
  return { ...input, previous: { plan, lockedStopIds: previous.lockedStopIds.filter((id) => id !== stopId) } }
}

/** The departure put off by whole days, the last lodging kept for them. */
function longer(input: PlanInput, days: number): PlanInput {
  const { brief } = input
  const lodgings = brief.lodgings.map((l) =>
    l.lastNight >= addDays(brief.endDate, -1) ? { ...l, lastNight: addDays(l.lastNight, days) } : l,
  )
  return withBrief(input, { endDate: addDays(brief.endDate, days), lodgings })
}

function shifted(input: PlanInput, startDate: string): PlanInput {
  const { brief } = input
  const days = daysBetween(brief.startDate, startDate)
  const lodgings = brief.lodgings.map((l) => ({ ...l, firstNight: addDays(l.firstNight, days), lastNight: addDays(l.lastNight, days) }))
  return withBrief(input, { startDate, endDate: addDays(brief.endDate, days), lodgings })
}
