import { daysBetween, type Infeasible, type Reason, type TripBrief } from '@yeojeong/domain'
import { reason } from '../explain/codes.ts'
import { unlocked, withBrief, withWalking, withoutBookings, withoutMustSee } from './apply-relaxation.ts'
import type { PlanInput } from './problem.ts'
import { isFeasible } from './feasible.ts'
import type { StaticConflict } from './static-conflicts.ts'
import { relaxationsOf } from './relaxations.ts'

/** Why nothing can be planned: a smallest set of wishes that conflict, and the changes that were tried and help. */
export function refuse(input: PlanInput, known: readonly StaticConflict[]): Infeasible {
  if (known.length > 0) {
    return {
      conflict: known.flatMap((c) => c.reasons),
      relaxations: relaxationsOf(input, {
        mustSee: known.flatMap((c) => c.mustSee),
        bookings: known.flatMap((c) => c.bookings),
        together: true,
      }),
    }
  }
  const kept = smallest(input)
  const days = reason('conflict-days', { days: daysBetween(input.brief.startDate, input.brief.endDate) + 1 })
  const mustSee = kept.flatMap((w) => w.mustSee ?? [])
  const bookings = kept.flatMap((w) => w.booking ?? [])
  return { conflict: [...kept.map((w) => w.reason), days], relaxations: relaxationsOf(input, { mustSee, bookings, together: false }) }
}

/** A wish or limit that could be given up. */
type Wish = {
  readonly reason: Reason
  readonly without: (input: PlanInput) => PlanInput
  readonly mustSee?: string
  readonly booking?: string
}

/** Deletion filter: whatever can go while the rest still conflicts is no part of the conflict. */
function smallest(input: PlanInput): readonly Wish[] {
  const kept: Wish[] = []
  let rest = input
  for (const wish of wishesOf(input)) {
    const without = wish.without(rest)
    if (isFeasible(without)) kept.push(wish)
    else rest = without
  }
  return kept
}

function wishesOf({ brief, previous }: PlanInput): readonly Wish[] {
  const soft: Wish[] = [
    ...(brief.budget === null
      ? []
      : [{ reason: reason('conflict-budget', { ...brief.budget }), without: (i: PlanInput) => withBrief(i, { budget: null }) }]),
    ...(brief.pace === 'full'
      ? []
      : [{ reason: reason('conflict-pace', { pace: brief.pace }), without: (i: PlanInput) => withBrief(i, { pace: 'full' }) }]),
    {
      reason: reason('conflict-arrival', { atMin: brief.arrival.minute }),
      without: (i) => withBrief(i, { arrival: { ...i.brief.arrival, minute: Math.min(i.brief.arrival.minute, 8 * 60) } }),
    },
    {
      reason: reason('conflict-departure', { atMin: brief.departure.minute }),
      without: (i) => withBrief(i, { departure: { ...i.brief.departure, minute: Math.max(i.brief.departure.minute, 22 * 60) } }),
    },
    { reason: walkingReason(brief), without: (i) => withWalking(i, 5_000, 30_000) },
    ...(brief.transport === 'taxi' || brief.transport === 'car'
      ? []
      : [
          {
            reason: reason('conflict-transport', { transport: brief.transport }),
            without: (i: PlanInput) => withBrief(i, { transport: 'taxi' }),
          },
        ]),
  ]
  const locked = previous?.lockedStopIds ?? []
  return [
    ...soft,
    ...locked.map((id): Wish => ({ reason: reason('conflict-locked', { stopId: id }), without: (i) => unlocked(i, id) })),
    ...brief.bookings.map(({ id }): Wish => ({
      reason: reason('conflict-booking', { bookingId: id }),
      booking: id,
      without: (i) => withoutBookings(i, [id]),
    })),
    ...brief.wishes.mustSee.map((id): Wish => ({
      reason: reason('conflict-must-see', { placeId: id }),
      mustSee: id,
      without: (i) => withoutMustSee(i, [id]),
    })),
  ]
}

function walkingReason({ travellers }: TripBrief): Reason {
  const tight = travellers.filter((t) => t.mobility !== 'full' || t.maxWalkDayM !== undefined || t.maxWalkLegM !== undefined)
  return reason('conflict-walking', {
    travellerIds: (tight.length > 0 ? tight : travellers).map((t) => t.id),
    limitM: Math.min(...travellers.map((t) => t.maxWalkDayM ?? 14_000)),
  })
}
