import { ATLAS, holidaysOf } from '@yeojeong/atlas'
import { INTERESTS, type Place, type Plan, type Traveller, type TripBrief } from '@yeojeong/domain'
import { describe, expect, it } from 'vitest'
import { randomBrief } from './fixture/random-brief.ts'
import { traveller } from './fixture/sample-briefs.ts'
import { planTrip } from './plan-trip.ts'
import type { PlanInput } from './problem.ts'
import { satisfactionIn } from './satisfaction.ts'

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

/** Reports are rounded to a thousandth. */
const ROUNDING = 0.0006

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
    const gains = trips.map((trip, n) => {
      const [first, ...others] = trip.brief.travellers
      const interest = INTERESTS[n % INTERESTS.length]!
      const low = change(trip, { travellers: [{ ...first!, tastes: { ...first!.tastes, [interest]: 1 } }, ...others] })
      const high = change(trip, { travellers: [{ ...first!, tastes: { ...first!.tastes, [interest]: 3 } }, ...others] })
      const before = planned(low)
      const least = satisfactionIn(high, before)[0]!
      const after = planned({ ...high, previous: { plan: before, lockedStopIds: [] }, atLeast: { [first!.id]: least } })
      return after.members[0]!.satisfaction - least
    })
    expect(gains.filter((gain) => gain < -ROUNDING)).toEqual([])
    expect(gains.reduce((a, b) => a + b, 0) / TRIPS).toBeGreaterThan(0.01)
  })

  it('the worst-off member is at least as well off under the fair blend as under the plain sum', () => {
    const gains = trips
      .filter((trip) => trip.brief.travellers.length > 1)
      .map((trip) => {
        const blend = (fairness: number): PlanInput => change(trip, { wishes: { ...trip.brief.wishes, fairness } })
        const sum = planned(blend(0))
        const least = Math.min(...satisfactionIn(blend(1), sum))
        const atLeast = Object.fromEntries(trip.brief.travellers.map(({ id }) => [id, least]))
        const fair = planned({ ...blend(1), previous: { plan: sum, lockedStopIds: [] }, atLeast })
        return Math.min(...fair.members.map(({ satisfaction }) => satisfaction)) - least
      })
    expect(gains.length).toBeGreaterThan(50)
    expect(gains.filter((gain) => gain < -ROUNDING)).toEqual([])
    expect(gains.reduce((a, b) => a + b, 0) / gains.length).toBeGreaterThan(0.005)
  })
}, 240_000)
