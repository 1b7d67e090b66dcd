import { ATLAS, holidaysOf } from '@yeojeong/atlas'
import { describe, expect, it } from 'vitest'
import { check } from '../check/index.ts'
import { CODES } from '../explain/code-list.ts'
import { applyRelaxation } from './apply-relaxation.ts'
import { randomBrief } from './fixture/random-brief.ts'
import { planTrip } from './plan-trip.ts'
import type { PlanInput } from './problem.ts'

const TRIPS = 200
const EVALUATIONS = 60_000

function inputOf(n: number): PlanInput {
  const city = ATLAS[n % ATLAS.length]!
  const brief = randomBrief(90_000 + n, city.region, city.places)
  return { brief, places: city.places, holidays: holidaysOf(city.region.countryCode), seed: n, evaluations: EVALUATIONS }
}

describe('random realistic trips', () => {
  const answers = Array.from({ length: TRIPS }, (_, n) => ({ input: inputOf(n), answer: planTrip(inputOf(n)) }))
  const plans = answers.flatMap(({ input, answer }) => (answer.ok ? [{ input, plan: answer.value }] : []))
  const refusals = answers.flatMap(({ input, answer }) => (answer.ok ? [] : [{ input, refusal: answer.error }]))

  it('are a mix of possible and impossible ones', () => {
    expect(plans.length).toBeGreaterThan(TRIPS / 2)
    expect(refusals.length).toBeGreaterThan(5)
  })

  it('give no plan the independent checker rejects', () => {
    const rejected = plans.flatMap(({ input, plan }) =>
      check({ brief: input.brief, places: input.places, holidays: input.holidays, plan })
        .filter((violation) => violation.severity === 'error')
        .map((violation) => `${input.brief.tripId} day ${violation.day}: ${violation.rule} ${violation.detail}`),
    )
    expect(rejected).toEqual([])
  })

  it('carry only reasons, warnings and refusals of the closed vocabulary, each where it belongs', () => {
    const wrong = [
      ...plans.flatMap(({ plan }) => [
        ...plan.days.flatMap((day) => day.stops.flatMap((stop) => stop.reasons)).filter(({ code }) => !(code in CODES.stop)),
        ...plan.warnings.filter(({ code }) => !(code in CODES.warning)),
        ...plan.dropped.map(({ reason }) => reason).filter(({ code }) => !(code in CODES.dropped)),
        ...plan.members.flatMap(({ reasons }) => reasons).filter(({ code }) => !(code in CODES.member)),
      ]),
      ...refusals.flatMap(({ refusal }) => [
        ...refusal.conflict.filter(({ code }) => !(code in CODES.conflict)),
        ...refusal.relaxations.filter(({ code }) => !(code in CODES.relaxation)),
      ]),
    ]
    expect(wrong).toEqual([])
  })

  it('name a conflict and a relaxation in every refusal', () => {
    for (const { refusal } of refusals) {
      expect(refusal.conflict.length).toBeGreaterThan(0)
      expect(refusal.relaxations.length).toBeGreaterThan(0)
    }
  })

  it('become possible by each relaxation a refusal offers, and the checker agrees', () => {
    for (const { input, refusal } of refusals.slice(0, 12)) {
      for (const relaxation of refusal.relaxations) {
        const relaxed = applyRelaxation(input, relaxation)
        const answer = planTrip(relaxed)
        expect(answer.ok, `${input.brief.tripId} ${JSON.stringify(relaxation)}`).toBe(true)
        if (!answer.ok) continue
        const found = check({ brief: relaxed.brief, places: relaxed.places, holidays: relaxed.holidays, plan: answer.value })
        expect(found.filter((violation) => violation.severity === 'error')).toEqual([])
      }
    }
  })

  it('never name a place as dropped that is in the plan', () => {
    for (const { plan } of plans) {
      const there = new Set(plan.days.flatMap((day) => day.stops.map((stop) => stop.refId)))
      expect(plan.dropped.filter(({ placeId }) => there.has(placeId))).toEqual([])
    }
  })
}, 240_000)
