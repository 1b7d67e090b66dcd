import { holidaysOf, placesOf } from '@yeojeong/atlas'
import { openIntervals, type Plan } from '@yeojeong/domain'
import { describe, expect, it } from 'vitest'
import { alternativesFor } from './alternatives.ts'
import { CHARACTERS, inCharacter } from './characters.ts'
import { diffPlans } from './diff-plans.ts'
import { SEOUL_FAMILY } from './fixture/sample-briefs.ts'
import { planTrip } from './plan-trip.ts'
import type { PlanInput } from './problem.ts'

const places = placesOf('seoul')
const holidays = holidaysOf('KR')
const input: PlanInput = { brief: SEOUL_FAMILY, places, holidays, seed: 1, evaluations: 200_000 }

function planned(of: PlanInput): Plan {
  const answer = planTrip(of)
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}

const plan = planned(input)
const stops = plan.days.flatMap((day) => day.stops.map((stop, i) => ({ stop, day, before: day.stops[i - 1], after: day.stops[i + 1] })))

describe('alternatives for a slot', () => {
  const slots = stops.filter(({ stop }) => stop.kind === 'sight' || stop.kind === 'meal')

  it('are found for most sights and meals', () => {
    const found = slots.filter(({ stop }) => alternativesFor(input, plan, stop.id).length > 0)
    expect(found.length).toBeGreaterThan(slots.length / 2)
  })

  it('are open for the whole visit, elsewhere not in the plan, and between the stops before and after', () => {
    const there = new Set(stops.map(({ stop }) => stop.refId))
    for (const { stop, day, before, after } of slots) {
      for (const { placeId, startMin, endMin } of alternativesFor(input, plan, stop.id)) {
        const place = places.find((one) => one.id === placeId)!
        expect(there.has(placeId)).toBe(false)
        const open = openIntervals(place.hours, day.date, holidays)
        if (place.hours.kind === 'scheduled')
          expect(open).toSatisfy((list) =>
            list.some(
              (o: { open: number; close: number; lastEntry: number }) => o.open <= startMin && startMin <= o.lastEntry && endMin <= o.close,
            ),
          )
        if (before!.kind !== 'lodging' && before!.kind !== 'arrival') expect(startMin).toBeGreaterThanOrEqual(before!.endMin)
        if (after!.kind !== 'lodging' && after!.kind !== 'departure') expect(endMin).toBeLessThanOrEqual(after!.startMin)
      }
    }
  })

  it('are of the same role, best first', () => {
    for (const { stop } of slots) {
      const found = alternativesFor(input, plan, stop.id)
      expect(found.map(({ points }) => points)).toEqual(found.map(({ points }) => points).toSorted((a, b) => b - a))
      if (stop.kind === 'meal')
        for (const { placeId } of found) expect(places.find((one) => one.id === placeId)!.food?.meals).toContain(stop.meal)
    }
  })

  it('are none for where one sleeps or comes from, nor for a stop that is not there', () => {
    expect(alternativesFor(input, plan, plan.days[1]!.stops[0]!.id)).toEqual([])
    expect(alternativesFor(input, plan, 'stp_nothing')).toEqual([])
  })
})

describe('the difference of two plans', () => {
  it('is nothing between a plan and itself', () => {
    const same = diffPlans(plan, plan)
    expect([same.added, same.removed, same.moved, same.retimed]).toEqual([[], [], [], []])
    expect(same).toMatchObject({ walkM: 0, movingMin: 0, cost: 0 })
  })

  it('names what came, went, changed its day and changed its time', () => {
    const [first, second] = [plan.days[0]!, plan.days[1]!]
    const sights = (day: typeof first) => day.stops.filter((stop) => stop.kind === 'sight')
    const [gone, late] = [sights(first)[0]!, sights(second)[0]!]
    const moved = sights(second)[1]!
    const after: Plan = {
      ...plan,
      days: plan.days.map((day) => ({
        ...day,
        stops: [
          ...day.stops
            .filter((stop) => stop.id !== gone.id && stop.id !== moved.id)
            .map((stop) => (stop.id === late.id ? { ...stop, startMin: stop.startMin + 5 } : stop)),
          ...(day.index === 0 ? [moved, { ...gone, id: 'stp_new' }] : []),
        ],
      })),
    }
    const change = diffPlans(plan, after)
    expect(change.added.map(({ stopId }) => stopId)).toEqual(['stp_new'])
    expect(change.removed.map(({ stopId }) => stopId)).toEqual([gone.id])
    expect(change.moved.map(({ stopId }) => stopId)).toEqual([moved.id])
    expect(change.retimed.map(({ stopId }) => stopId)).toEqual([late.id])
  })
})

describe('plans of another character', () => {
  const asked = new Map(CHARACTERS.map((character) => [character, inCharacter(input, plan, character)]))

  it('are not offered where the plan is that already', () => {
    expect(asked.get('calmer')).toBeNull()
  })

  it('show other places when other places are asked for', () => {
    const other = planned(asked.get('other-places')!)
    const kept = diffPlans(plan, other).unchanged
    const sights = new Set(plan.days.flatMap((day) => day.stops.filter((s) => s.kind === 'sight').map((s) => s.refId)))
    const again = other.days.flatMap((day) => day.stops.filter((s) => s.kind === 'sight' && sights.has(s.refId)).map((s) => s.refId))
    expect(again).toEqual(['plc_seoul_gyeongbokgung'])
    expect(kept.length).toBeLessThan(stops.length / 2)
  })

  it('cost less when thrift is asked for', () => {
    const thrifty = planned(asked.get('thriftier')!)
    expect(thrifty.cost.known!.amount).toBeLessThanOrEqual(plan.cost.known!.amount * 0.6)
  })
})
