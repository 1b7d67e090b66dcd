import type { Plan, Stop } from '@yeojeong/domain'
import { clock, violation, type Violation } from './violation.ts'

/**
 * What an edit must leave alone. `lockedIds`: stops that were locked before it. `untouchedDays`: positions of days the
 * edit had no business with. The edited plan's own validity is `check`'s to judge.
 */
export function checkChange(
  before: Plan,
  after: Plan,
  lockedIds: readonly string[],
  { untouchedDays = [] }: { readonly untouchedDays?: readonly number[] } = {},
): readonly Violation[] {
  return [...locked(before, after, lockedIds), ...untouched(before, after, untouchedDays), ...reused(before, after)]
}

function* locked(before: Plan, after: Plan, lockedIds: readonly string[]): Generator<Violation> {
  for (const id of lockedIds) {
    const [was, is] = [find(before, id), find(after, id)]
    if (was === null) continue
    if (is === null) {
      yield violation('locked-changed', { day: was.day, stop: was.stop }, 'a locked stop is gone')
      continue
    }
    const differing: string[] = KEPT.filter((field) => !isEqual(was.stop[field], is.stop[field]))
    if (was.stop.locked && !is.stop.locked) differing.push('locked')
    if (was.date !== is.date) differing.unshift('date')
    if (differing.length === 0) continue
    const detail = `${differing.join(', ')} changed: ${was.date} ${clock(was.stop.startMin)} → ${is.date} ${clock(is.stop.startMin)}`
    yield violation('locked-changed', { day: is.day, stop: is.stop }, detail, { fields: differing.length })
  }
}

/** The way there and the minute of arrival may change with the stop before; the visit may not. */
const KEPT: readonly (keyof Stop)[] = [
  'kind',
  'refId',
  'names',
  'position',
  'startMin',
  'endMin',
  'meal',
  'open',
  'hoursKnown',
  'cost',
  'note',
]

function* untouched(before: Plan, after: Plan, days: readonly number[]): Generator<Violation> {
  for (const day of days) {
    if (!isEqual(before.days[day], after.days[day])) yield violation('untouched-changed', { day }, `day ${day} was not to change`)
  }
}

function* reused(before: Plan, after: Plan): Generator<Violation> {
  for (const [day, { stops }] of after.days.entries()) {
    for (const stop of stops) {
      const was = find(before, stop.id)
      if (was !== null && (was.stop.refId !== stop.refId || was.stop.kind !== stop.kind)) {
        yield violation('id-reused', { day, stop }, `${stop.id} was ${was.stop.refId ?? was.stop.kind}, is ${stop.refId ?? stop.kind}`)
      }
    }
  }
}

function find(plan: Plan, id: string): { readonly day: number; readonly date: string; readonly stop: Stop } | null {
  for (const [day, { date, stops }] of plan.days.entries()) {
    const stop = stops.find((one) => one.id === id)
    if (stop !== undefined) return { day, date, stop }
  }
  return null
}

/** Equal as JSON values, whatever the order of keys. */
function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  const [left, right] = [a as { [key: string]: unknown }, b as { [key: string]: unknown }]
  const keys = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...keys].every((key) => isEqual(left[key], right[key]))
}
