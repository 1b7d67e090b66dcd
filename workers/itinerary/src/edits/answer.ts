import {
  forOthers,
  infeasibleForOthers,
  serviceError,
  shareable,
  type Command,
  type CommandAnswer,
  type EditSince,
  type ServiceError,
} from '@yeojeong/contracts'
import { contentOf, type Edit, type EditRefusal, type HistoryEntry, type ReadyItinerary, type Reversal } from '@yeojeong/domain'
import { RULES, type RuleId, type Violation } from '@yeojeong/planner/check'
import { mutable } from '../projections/day-view.ts'
import { itineraryView } from '../projections/itinerary-view.ts'
import type { ItineraryRow } from '../store/itinerary-rows.ts'
import { differenceOf } from './difference.ts'
import type { Judgement } from './judge.ts'
import type { Workshop } from './workshop.ts'

/** A public command as the domain knows it: clock times become minutes. */
export function editOf(command: Command): Edit | Reversal {
  if (command.type !== 'SetStart' && command.type !== 'SetTimes') return command as Edit | Reversal
  const { start, ...rest } = command
  return (start === undefined ? rest : { ...rest, startMin: start === null ? null : minuteOf(start) }) as Edit
}

function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}

/** An edit as it is told to a reader: flat, absent for what was left open. */
export function told(edit: Edit): EditSince['command'] {
  const entries = Object.entries(edit).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as EditSince['command']
}

type About = {
  readonly row: ItineraryRow
  /** Who asks: others than the owner see less of it. */
  readonly for: string
  readonly before: ReadyItinerary
  readonly after: ReadyItinerary
  readonly version: number
  readonly changed: boolean
  readonly judgement: Judgement | null
  readonly workshop: Workshop | null
}

export function answerOf({ row, for: reader, before, after, version, changed, judgement, workshop }: About): CommandAnswer {
  const view = itineraryView(row, after)
  const whole = {
    itineraryId: row.id,
    version,
    changed,
    view,
    warnings: judgement?.warnings.map((warning) => mutable(warning)) ?? [],
    violations: judgement?.caused.map(plain) ?? [],
    difference: differenceOf(contentOf(before), contentOf(after), workshop),
  }
  return reader === row.ownerId ? whole : forGuests(whole)
}

function plain({ numbers, ...violation }: Violation) {
  return { ...violation, numbers: { ...numbers } }
}

export function rulesBroken(broken: readonly Violation[], isOwner: boolean): ServiceError {
  const violations = isOwner ? broken.map(plain) : broken.map(plain).map(discreet)
  const detail = violations.map((one) => one.detail).join('; ')
  return serviceError('rules_broken', detail.slice(0, 1_000), { violations })
}

/** Guests edit, and are not told what the travellers need, eat or cannot do. */
function forGuests(answer: CommandAnswer): CommandAnswer {
  const { difference } = answer
  const dropped = difference.dropped.map((one) => ({
    ...one,
    reason: one.reason !== null && shareable(one.reason) ? one.reason : null,
  }))
  return {
    ...answer,
    view: forOthers(answer.view),
    warnings: answer.warnings.filter(shareable),
    violations: answer.violations.map(discreet),
    difference: { ...difference, dropped, members: [] },
  }
}

/** A failure that says why there is no plan says no more of it to a guest. */
export function failureFor(error: ServiceError, isOwner: boolean): ServiceError {
  return isOwner || error.infeasible === undefined ? error : { ...error, infeasible: infeasibleForOthers(error.infeasible) }
}

/** Groups of rules that say nothing of a person, and the rules among them that do: of children, of who pays how much, of what somebody will not see. */
const IMPERSONAL: ReadonlySet<string> = new Set(['structure', 'grounding', 'time', 'bookings', 'pace', 'wishes', 'change'])
const PERSONAL_ALL_THE_SAME: ReadonlySet<string> = new Set(['child-late', 'cost-mismatch', 'avoid-present'])

/** Whether a guest is told which rule an edit breaks. */
export function isImpersonal(rule: RuleId): boolean {
  return IMPERSONAL.has(RULES[rule].group) && !PERSONAL_ALL_THE_SAME.has(rule)
}

function discreet(violation: CommandAnswer['violations'][number]): CommandAnswer['violations'][number] {
  if (isImpersonal(violation.rule as RuleId)) return violation
  return { ...violation, rule: 'not-for-this-party', detail: 'It does not suit the travellers or their budget.', numbers: {} }
}

/** Somebody else was faster again and again. */
export function conflicted(): ServiceError {
  return serviceError('version_conflict', 'Others are changing it at this moment; read it again and repeat the change.')
}

const DETAILS: { readonly [C in EditRefusal['code']]: string } = {
  not_editable: 'It is not planned, has failed or is archived.',
  stop_unknown: 'There is no such stop in this itinerary.',
  stop_locked: 'The stop is locked; unlock it first.',
  stop_fixed: 'Bookings and the ends of days are changed on the trip, not here.',
  version_unknown: 'There is no such earlier version to go back to.',
  nothing_to_undo: 'There is nothing of yours to take back.',
  nothing_to_redo: 'There is nothing of yours to bring back.',
  version_conflict: 'Somebody has changed what you wanted to change; read it again and repeat the change.',
}

export function refused(refusal: EditRefusal, currentVersion: number): ServiceError {
  const detail = DETAILS[refusal.code]
  const field = (pointer: string): ServiceError => serviceError('validation_failed', detail, { errors: [{ pointer, detail }] })
  switch (refusal.code) {
    case 'stop_unknown':
      return field('/command/stopId')
    case 'version_unknown':
      return field('/command/version')
    case 'stop_fixed':
      return serviceError('edit_impossible', detail, { errors: [{ pointer: '/command/stopId', detail }] })
    case 'nothing_to_redo':
      return serviceError('nothing_to_undo', detail)
    case 'version_conflict':
      return serviceError('version_conflict', detail, { since: refusal.since.map(sinceOf), currentVersion })
    default:
      return serviceError(refusal.code, detail)
  }
}

function sinceOf({ version, actor, edit }: HistoryEntry): EditSince {
  return { version, actorId: actor, command: told(edit) }
}
