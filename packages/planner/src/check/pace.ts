import { PACE_LIMITS, type DayPlan } from '@yeojeong/domain'
import { isForced, type Context } from './context.ts'
import { clock, violation, type Violation } from './violation.ts'

export function* paceViolations(context: Context): Generator<Violation> {
  const limits = PACE_LIMITS[context.brief.pace]
  for (const [day, dayPlan] of context.plan.days.entries()) {
    const sights = dayPlan.stops.filter((stop) => stop.kind === 'sight').length
    if (sights > limits.sights) {
      yield violation('sights-per-day', { day }, `${sights} sights, at most ${limits.sights}`, { sights, limit: limits.sights })
    }
    yield* hours(context, dayPlan, day)
  }
}

/** The limits are on leaving and being back at the lodging; what a booking or the journey forces is not the plan's doing. */
function* hours({ brief, party }: Context, { stops }: DayPlan, day: number): Generator<Violation> {
  const limits = PACE_LIMITS[brief.pace]
  const [first, second, beforeLast, last] = [stops[0], stops[1], stops.at(-2), stops.at(-1)]
  if (first === undefined || second === undefined || beforeLast === undefined || last === undefined) return
  const leaves = second.leg?.departMin ?? first.endMin
  const back = last.arriveMin
  const startIsFree = first.kind === 'lodging' && !isForced(second)
  const endIsFree = last.kind === 'lodging' && !isForced(beforeLast)
  if (startIsFree && leaves < limits.dayStart) {
    yield violation('day-start', { day, stop: second }, `leaves ${clock(leaves)}, not before ${clock(limits.dayStart)}`, {
      leaves,
      limit: limits.dayStart,
    })
  }
  if (endIsFree && back > limits.dayEnd) {
    yield violation('day-end', { day, stop: last }, `back ${clock(back)}, at the latest ${clock(limits.dayEnd)}`, {
      back,
      limit: limits.dayEnd,
    })
  }
  if (endIsFree && party.childDayEnd !== null && back > party.childDayEnd) {
    yield violation(
      'child-late',
      { day, stop: last },
      `back ${clock(back)} with a child of ${party.youngest}, at the latest ${clock(party.childDayEnd)}`,
      {
        back,
        limit: party.childDayEnd,
        youngest: party.youngest,
      },
    )
  }
  if (startIsFree && endIsFree && back - leaves > limits.spanMin) {
    yield violation('day-span', { day }, `${back - leaves} min from door to door, at most ${limits.spanMin}`, {
      span: back - leaves,
      limit: limits.spanMin,
    })
  }
}
