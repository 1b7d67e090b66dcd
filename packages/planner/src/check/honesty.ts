import type { LocalizedText, Reason } from '@yeojeong/domain'
import { stopsOf, visitsOf, type Context } from './context.ts'
import { reasonViolations } from './reasons.ts'
import { violation, type Violation, type Where } from './violation.ts'

export function* honestyViolations(context: Context): Generator<Violation> {
  yield* leftOut(context)
  yield* reasons(context)
  yield* reasonViolations(context)
  yield* unknownHours(context)
  yield* members(context)
}

function* leftOut({ brief, plan, placeById }: Context): Generator<Violation> {
  const present = new Set(plan.days.flatMap((day) => day.stops.map((stop) => stop.refId)))
  for (const dropped of plan.dropped) {
    const place = placeById.get(dropped.placeId)
    const isMustSee = brief.wishes.mustSee.includes(dropped.placeId)
    if (present.has(dropped.placeId)) yield violation('dropped-present', {}, `${dropped.placeId} is said to be left out and is in the plan`)
    if (place === undefined && !isMustSee) yield violation('dropped-unknown', {}, `${dropped.placeId} is not in the source`)
    if (place !== undefined && !isSameText(dropped.names, place.names)) {
      yield violation('dropped-unknown', {}, `${dropped.placeId} named ${JSON.stringify(dropped.names)}`)
    }
    if (isMustSee && !dropped.wished) yield violation('dropped-wished', {}, `${dropped.placeId} was wished for`)
  }
}

function isSameText(a: LocalizedText, b: LocalizedText): boolean {
  const languages = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof LocalizedText>
  return [...languages].every((language) => a[language] === b[language])
}

function* reasons(context: Context): Generator<Violation> {
  const { plan, stopIds } = context
  for (const { day, stop } of stopsOf(context)) {
    if (stop.kind === 'sight' && stop.reasons.length === 0) yield violation('reason-missing', { day, stop }, 'a sight without a reason')
    for (const reason of stop.reasons) yield* refersToWhatIs(context, reason, { day, stop })
  }
  for (const dropped of plan.dropped) yield* refersToWhatIs(context, dropped.reason, {})
  for (const member of plan.members) for (const reason of member.reasons) yield* refersToWhatIs(context, reason, {})
  for (const warning of plan.warnings) {
    yield* refersToWhatIs(context, warning, {})
    const isPlaced =
      (warning.stopId === null || stopIds.has(warning.stopId)) && (warning.day === null || plan.days[warning.day] !== undefined)
    if (!isPlaced)
      yield violation('reason-reference', {}, `warning ${warning.code} at stop ${warning.stopId ?? '–'}, day ${warning.day ?? '–'}`)
  }
}

const TRAVELLER_PARAM = /^(traveller|member)s?(Ids?)?$/i

/** Ids are told by their prefix, travellers by the parameter's name. */
function* refersToWhatIs(context: Context, reason: Reason, where: Where): Generator<Violation> {
  const { brief, placeById, stopIds } = context
  const travellers = new Set(brief.travellers.map((traveller) => traveller.id))
  const wished = [...brief.wishes.mustSee, ...brief.wishes.avoid]
  for (const [name, value] of Object.entries(reason.params)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one !== 'string') continue
      const isMissing =
        (one.startsWith('plc_') && !placeById.has(one) && !wished.includes(one)) ||
        (one.startsWith('stp_') && !stopIds.has(one)) ||
        (TRAVELLER_PARAM.test(name) && !travellers.has(one))
      if (isMissing) yield violation('reason-reference', where, `${reason.code} names ${name} ${one}, which does not exist`)
    }
  }
}

function* unknownHours(context: Context): Generator<Violation> {
  for (const visit of visitsOf(context)) {
    const { stop } = visit
    if (stop.hoursKnown) continue
    const isSaid = context.plan.warnings.some((warning) => warning.stopId === stop.id && /hours|open/.test(warning.code))
    if (!isSaid) yield violation('hours-unwarned', visit, 'nobody knows its hours, and no warning says so')
  }
}

function* members({ brief, plan }: Context): Generator<Violation> {
  for (const traveller of brief.travellers) {
    const reports = plan.members.filter((member) => member.travellerId === traveller.id)
    if (reports.length !== 1)
      yield violation('member-report', {}, `${traveller.id} is reported ${reports.length} times`, { reports: reports.length })
  }
  for (const { travellerId, satisfaction } of plan.members) {
    const exists = brief.travellers.some((traveller) => traveller.id === travellerId)
    if (!exists || !(satisfaction >= 0 && satisfaction <= 1)) {
      yield violation('member-report', {}, `${travellerId}: satisfaction ${satisfaction}`, { satisfaction })
    }
  }
}
