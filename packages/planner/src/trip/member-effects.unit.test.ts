import { ATLAS, holidaysOf } from '@yeojeong/atlas'
import { INTERESTS, type Place, type Plan, type Traveller, type TripBrief } from '@yeojeong/domain'
import { describe, expect, it } from 'vitest'
import { randomBrief } from './fixture/random-brief.ts'
import { traveller } from './fixture/sample-briefs.ts'
import { planTrip } from './plan-trip.ts'
import { prepare } from './prepare.ts'
import type { PlanInput, Prepared } from './problem.ts'
import { translateStops } from './warm-start.ts'

const TRIPS = 200
const EVALUATIONS = 40_000

/** Trips of able adults with nothing special about them, so that one member's effect shows; nothing insisted on, so that all are possible. */
function plain(n: number): PlanInput {
  const city = ATLAS[n % ATLAS.length]!
  const random = randomBrief(50_000 + n, city.region, city.places)
  const travellers = random.travellers.slice(0, 2).map((t): Traveller => traveller(t.id, 20 + (t.age % 40), { tastes: t.tastes }))
  const brief: TripBrief = {
    ...random,
    transport: random.transport === 'walk' ? 'transit' : random.transport,
    bookings: [],
    budget: null,
    travellers,
    wishes: { ...random.wishes, mustSee: [], avoid: [], avoidCategories: [] },
  }
  return { brief, places: city.places, holidays: holidaysOf('KR'), seed: n, evaluations: EVALUATIONS }
}

function change(input: PlanInput, part: Partial<TripBrief>): PlanInput {
  return { ...input, brief: { ...input.brief, ...part } }
}

function planned(input: PlanInput): Plan {
  const answer = planTrip(input)
  if (!answer.ok) throw new Error(`${input.brief.tripId} ${JSON.stringify(answer.error)}`)
  return answer.value
}

const withMember = (input: PlanInput, member: Traveller): PlanInput => change(input, { travellers: [...input.brief.travellers, member] })
const stopsAtPlaces = (input: PlanInput, plan: Plan): readonly Place[] => {
  const byId = new Map(input.places.map((place) => [place.id, place]))
  return plan.days.flatMap((day) => day.stops.flatMap((stop) => byId.get(stop.refId ?? '') ?? []))
}

/** What a plan gives each member by the objective's own count, under the tastes of `prepared`. */
function satisfaction(prepared: Prepared, plan: Plan): readonly number[] {
  prepared.objective.clear()
  translateStops(prepared, plan).forEach((tour, t) => tour.forEach((v) => prepared.objective.add(v, t)))
  return prepared.objective.satisfaction()
}

const trips = Array.from({ length: TRIPS }, (_, n) => plain(n))

describe('over 200 trips', () => {
  it('adding a wheelchair user never yields a step of unknown access', () => {
    for (const trip of trips) {
      const input = withMember(trip, traveller('mbr_w', 50, { mobility: 'wheelchair' }))
      expect(stopsAtPlaces(input, planned(input)).filter((place) => place.stepFree !== 'yes')).toEqual([])
    }
  })

  it('a vegan has something to eat at every meal', () => {
    for (const trip of trips) {
      const input = withMember(trip, traveller('mbr_v', 30, { diets: ['vegan'] }))
      const places = new Map(input.places.map((place) => [place.id, place]))
      const meals = planned(input).days.flatMap((day) => day.stops.filter((stop) => stop.kind === 'meal'))
      expect(meals.filter((stop) => places.get(stop.refId!)!.food?.diets.includes('vegan') !== true)).toEqual([])
    }
  })

  it('adding a small child shortens full days and gives each a rest', () => {
    for (const trip of trips) {
      const input = withMember(trip, traveller('mbr_c', 4))
      const plan = planned(input)
      for (const day of plan.days.slice(1, -1)) {
        expect(day.stops.at(-1)!.arriveMin).toBeLessThanOrEqual(20 * 60)
        expect(day.stops.some((stop) => stop.kind === 'rest')).toBe(true)
      }
    }
  })

  it('raising one taste of a member never gives them less of what they now want', () => {
    const losses = trips.flatMap((trip, n) => {
      const [first, ...others] = trip.brief.travellers
      const interest = INTERESTS[n % INTERESTS.length]!
      const low = change(trip, { travellers: [{ ...first!, tastes: { ...first!.tastes, [interest]: 1 } }, ...others] })
      const high = change(trip, { travellers: [{ ...first!, tastes: { ...first!.tastes, [interest]: 3 } }, ...others] })
      const before = planned(low)
      const after = planned({ ...high, previous: { plan: before, lockedStopIds: [] } })
      const judge = prepare(high, { everyMeal: true })
      return satisfaction(judge, after)[0]! - satisfaction(judge, before)[0]!
    })
    // The group's plan may give the member a little less where that serves all the others better; it must be rare and small, and a gain on the whole.
    expect(losses.filter((d) => d < -0.05).length).toBeLessThanOrEqual(TRIPS * 0.03)
    expect(losses.reduce((a, b) => a + b, 0) / TRIPS).toBeGreaterThan(0.01)
  })

  it('the worst-off member is at least as well off under the fair blend as under the plain sum', () => {
    const differences = trips
      .filter((trip) => trip.brief.travellers.length > 1)
      .map((trip) => {
        const blend = (fairness: number): PlanInput => ({
          ...change(trip, { wishes: { ...trip.brief.wishes, fairness } }),
          evaluations: 200_000,
        })
        const sum = planned(blend(0))
        const fair = planned({ ...blend(1), previous: { plan: sum, lockedStopIds: [] } })
        const judge = prepare(trip, { everyMeal: true })
        return Math.min(...satisfaction(judge, fair)) - Math.min(...satisfaction(judge, sum))
      })
    expect(differences.length).toBeGreaterThan(50)
    // The blend weighs the worst-off against ways and variety too: a few may be a little worse off where that saves everybody a long way.
    expect(differences.filter((d) => d < -0.03).length).toBeLessThanOrEqual(differences.length * 0.05)
    expect(differences.reduce((a, b) => a + b, 0) / differences.length).toBeGreaterThan(0.005)
  })
}, 240_000)
