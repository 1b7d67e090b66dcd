import { holidaysOf, placesOf } from '@yeojeong/atlas'
import type { Plan, Result, Stop } from '@yeojeong/domain'
import { describe, expect, it } from 'vitest'
import { check, checkChange, type Violation } from '../check/index.ts'
import { alternativesFor } from './alternatives.ts'
import { editPlan } from './edit-plan.ts'
import { SEOUL_FAMILY, JEJU_COUPLE } from './fixture/sample-briefs.ts'
import type { Pins, PlanEdit } from './outline.ts'
import { planTrip } from './plan-trip.ts'
import type { PlanInput } from './problem.ts'

const holidays = holidaysOf('KR')
const inputs: readonly PlanInput[] = [
  { brief: SEOUL_FAMILY, places: placesOf('seoul'), holidays, seed: 1, evaluations: 200_000 },
  { brief: JEJU_COUPLE, places: placesOf('jeju'), holidays, seed: 1, evaluations: 200_000 },
]

function value<T>(answer: Result<T, unknown>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}
const errors = (input: PlanInput, plan: Plan): readonly Violation[] =>
  check({ ...input, plan }).filter(({ severity }) => severity === 'error')
const rules = (input: PlanInput, plan: Plan): string[] => [...new Set(errors(input, plan).map(({ rule }) => rule))]
const visits = (plan: Plan): { stop: Stop; day: number }[] =>
  plan.days.flatMap(({ index, stops }) =>
    stops.filter(({ kind }) => kind === 'sight' || kind === 'meal' || kind === 'rest').map((stop) => ({ stop, day: index })),
  )
const find = (plan: Plan, id: string) => visits(plan).find(({ stop }) => stop.id === id)

describe.each(inputs.map((input) => [input.brief.tripId, input] as const))('an edit of %s', (_name, input) => {
  const plan = value(planTrip(input))
  const edit = (change: PlanEdit, pins: Pins = {}, from: Plan = plan): Plan => value(editPlan(input, from, change, pins))
  /** What can only be wrong when the day was put together wrongly, whatever the traveller wanted. */
  const CRAFT = [
    'structure',
    'leg-',
    'stop-',
    'day-totals',
    'cost-',
    'reason-',
    'dropped-',
    'name-',
    'position-',
    'open-mismatch',
    'member-',
    'hours-',
    'booking-',
  ]
  const craft = (of: Plan): string[] => {
    const broken = rules(input, of)
    // Where the place is closed there is no opening to state.
    return broken.filter(
      (rule) => CRAFT.some((start) => rule.startsWith(start)) && (rule !== 'open-mismatch' || !broken.includes('closed-day')),
    )
  }
  const some = visits(plan).filter((_, i) => i % 3 === 0)

  it('that only times a day anew breaks nothing and leaves other days alone', () => {
    for (const { stop, day } of some) {
      const after = edit({ type: 'retime', stopId: stop.id })
      expect(errors(input, after)).toEqual([])
      const others = plan.days.filter(({ index }) => index !== day).map(({ stops }) => stops.map((s) => ({ ...s, reasons: [] })))
      expect(after.days.filter(({ index }) => index !== day).map(({ stops }) => stops.map((s) => ({ ...s, reasons: [] })))).toEqual(others)
    }
  })

  it('that moves a stop puts it there, whole and once, with ways and reasons that are true', () => {
    for (const { stop, day } of some.filter(({ stop: { kind, refId } }) => kind !== 'rest' || refId!.startsWith('plc_'))) {
      for (const to of plan.days) {
        const answer = editPlan(input, plan, { type: 'move', stopId: stop.id, day: to.index })
        if (!answer.ok) {
          expect(answer.error.code).toBe('does_not_fit')
          continue
        }
        expect(find(answer.value, stop.id)?.day).toBe(to.index)
        expect(visits(answer.value)).toHaveLength(visits(plan).length)
        expect(craft(answer.value), `${stop.id} from day ${day} to ${to.index}`).toEqual([])
      }
    }
  })

  it('that moves a stop to a place in its day keeps the order asked for', () => {
    const day = plan.days[1]!
    const ids = day.stops.filter(({ kind }) => kind !== 'lodging').map(({ id }) => id)
    const last = ids.at(-1)!
    const after = edit({ type: 'move', stopId: last, day: 1, after: null })
    expect(after.days[1]!.stops.filter(({ kind }) => kind !== 'lodging').map(({ id }) => id)).toEqual([last, ...ids.slice(0, -1)])
    expect(craft(after)).toEqual([])
  })

  it('that removes a stop leaves the others in their order', () => {
    for (const { stop, day } of some) {
      const after = edit({ type: 'remove', stopId: stop.id })
      expect(after.days[day]!.stops.map(({ id }) => id)).toEqual(plan.days[day]!.stops.map(({ id }) => id).filter((id) => id !== stop.id))
      expect(craft(after)).toEqual([])
    }
  })

  it('that swaps a stop for one of its alternatives breaks no rule', () => {
    let swaps = 0
    for (const { stop } of some.filter(({ stop: { refId } }) => !input.brief.wishes.mustSee.includes(refId!))) {
      for (const { placeId } of alternativesFor(input, plan, stop.id).slice(0, 3)) {
        const after = edit({ type: 'swap', stopId: stop.id, placeId })
        expect(after.days.flatMap(({ stops }) => stops).some(({ refId }) => refId === placeId)).toBe(true)
        expect(rules(input, after), `${stop.id} for ${placeId}`).toEqual([])
        swaps++
      }
    }
    expect(swaps).toBeGreaterThan(3)
  })

  it('that adds a place says so when it is there already, or nobody knows it', () => {
    const { stop } = visits(plan)[0]!
    expect(editPlan(input, plan, { type: 'add', placeId: stop.refId!, day: 0 })).toEqual({
      ok: false,
      error: { code: 'place_already_there' },
    })
    expect(editPlan(input, plan, { type: 'add', placeId: 'plc_nowhere', day: 0 })).toEqual({ ok: false, error: { code: 'place_unknown' } })
    expect(editPlan(input, plan, { type: 'add', placeId: plan.dropped[0]!.placeId, day: 99 })).toEqual({
      ok: false,
      error: { code: 'day_unknown' },
    })
  })

  it('that adds a place and takes it away again comes back to the same stops', () => {
    for (const { placeId } of plan.dropped) {
      const more = edit({ type: 'add', placeId, day: 1 })
      const added = visits(more).find(({ stop }) => stop.refId === placeId)!
      expect(craft(more)).toEqual([])
      const less = edit({ type: 'remove', stopId: added.stop.id }, {}, more)
      expect(visits(less).map(({ stop }) => stop.id)).toEqual(visits(plan).map(({ stop }) => stop.id))
    }
  })

  it('that sets a start or a duration has it to the minute', () => {
    for (const { stop } of some) {
      const stayMin = stop.endMin - stop.startMin + 17
      const longer = editPlan(input, plan, { type: 'retime', stopId: stop.id }, { [stop.id]: { startMin: null, stayMin } })
      if (longer.ok) {
        const now = find(longer.value, stop.id)!.stop
        expect(now.endMin - now.startMin).toBe(stayMin)
        expect(craft(longer.value)).toEqual([])
      }
      const later = editPlan(
        input,
        plan,
        { type: 'retime', stopId: stop.id },
        { [stop.id]: { startMin: stop.startMin + 7, stayMin: null } },
      )
      if (later.ok) {
        expect(find(later.value, stop.id)!.stop.startMin).toBe(stop.startMin + 7)
        expect(craft(later.value)).toEqual([])
      } else expect(later.error.code).toBe('does_not_fit')
    }
  })

  it('never moves a locked stop', () => {
    const chosen = visits(plan)[2]!
    const locked: Plan = {
      ...plan,
      days: plan.days.map((d) => ({ ...d, stops: d.stops.map((s) => (s.id === chosen.stop.id ? { ...s, locked: true } : s)) })),
    }
    for (const { stop } of visits(plan).filter(({ stop: { id }, day }) => id !== chosen.stop.id && day === chosen.day)) {
      const after = editPlan(input, locked, { type: 'remove', stopId: stop.id })
      if (after.ok) expect(checkChange(locked, after.value, [chosen.stop.id]).filter(({ rule }) => rule === 'locked-changed')).toEqual([])
    }
  })

  it('gives the same answer for the same question', () => {
    const change: PlanEdit = { type: 'add', placeId: plan.dropped[0]!.placeId, day: 1 }
    expect(edit(change)).toEqual(edit(change))
  })
})
