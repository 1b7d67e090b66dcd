import { ATLAS, holidaysOf, placesOf } from '@yeojeong/atlas'
import { REST, type Plan, type TripBrief } from '@yeojeong/domain'
import { describe, expect, it } from 'vitest'
import { check } from '../check/index.ts'
import { randomBrief } from './fixture/random-brief.ts'
import { JEJU_COUPLE, SEOUL_FAMILY, SEOUL_WHEELCHAIR, traveller } from './fixture/sample-briefs.ts'
import { DEFAULT_EVALUATIONS, Planning, planTrip } from './plan-trip.ts'
import type { PlanInput } from './problem.ts'

const SAMPLES: readonly (readonly [string, TripBrief])[] = [
  ['a family with a grandmother and a child in Seoul', SEOUL_FAMILY],
  ['a vegetarian couple by car on Jeju', JEJU_COUPLE],
  ['a wheelchair user and a friend in Seoul', SEOUL_WHEELCHAIR],
]

function inputOf(brief: TripBrief, more: Partial<PlanInput> = {}): PlanInput {
  return { brief, places: placesOf(brief.destination.regionId), holidays: holidaysOf('KR'), seed: 1, evaluations: 400_000, ...more }
}

function planned(input: PlanInput): Plan {
  const answer = planTrip(input)
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}

const sights = (plan: Plan): readonly string[] =>
  plan.days.flatMap((day) => day.stops.filter((s) => s.kind === 'sight').map((s) => s.refId!))

describe.each(SAMPLES)('planning for %s', { timeout: 60_000 }, (_, brief) => {
  const plan = planned(inputOf(brief))

  it('passes the independent checker without a word', () => {
    expect(check({ brief, places: placesOf(brief.destination.regionId), holidays: holidaysOf('KR'), plan })).toEqual([])
  })

  it('fills every day with something to see', () => {
    for (const day of plan.days) expect(day.stops.some((stop) => stop.kind === 'sight')).toBe(true)
  })

  it('gives lunch and dinner on every day between arrival and departure', () => {
    for (const day of plan.days.slice(1, -1)) {
      expect(day.stops.filter((stop) => stop.kind === 'meal').map((stop) => stop.meal)).toEqual(['lunch', 'dinner'])
    }
  })

  it('says why for every sight, meal and rest', () => {
    for (const stop of plan.days.flatMap((day) => day.stops)) {
      if (['sight', 'meal', 'rest'].includes(stop.kind)) expect(stop.reasons.length).toBeGreaterThan(0)
    }
  })

  it('is the same JSON for the same problem, seed and budget, however the work is cut', () => {
    const planning = new Planning(inputOf(brief))
    while (!planning.step(33_000).done);
    expect(JSON.stringify(planning.result())).toBe(JSON.stringify({ ok: true, value: plan }))
  })
})

describe('a family with a grandmother of 74', () => {
  const plan = planned(inputOf(SEOUL_FAMILY))

  it('rests every full afternoon, the grandmother and the child named', () => {
    for (const day of plan.days.slice(0, 2)) {
      const rest = day.stops.find((stop) => stop.kind === 'rest')
      expect(rest?.startMin).toBeGreaterThanOrEqual(REST.earliestStart)
      expect(rest?.reasons[0]).toMatchObject({ code: 'rest-for', params: { travellerIds: ['mbr_grandma', 'mbr_child'] } })
    }
  })

  it('is home by eight with a child of six', () => {
    for (const day of plan.days.slice(0, -1)) expect(day.stops.at(-1)!.arriveMin).toBeLessThanOrEqual(20 * 60)
  })

  it('sees what it must', () => {
    expect(sights(plan)).toContain('plc_seoul_gyeongbokgung')
  })
})

describe('anytime planning', () => {
  it('has a whole first draft before any search, and never a worse one later', () => {
    const planning = new Planning(inputOf(SEOUL_FAMILY))
    const scores = [planning.draft()!.score]
    while (!planning.step(50_000).done) scores.push(planning.draft()!.score)
    expect(scores.length).toBeGreaterThan(3)
    expect(scores).toEqual(scores.toSorted((a, b) => a - b))
  })
})

describe('planning again around locks', () => {
  const before = planned(inputOf(SEOUL_FAMILY))
  const locked = before.days[1]!.stops.find((stop) => stop.kind === 'sight')!
  const meal = before.days[0]!.stops.find((stop) => stop.kind === 'meal')!
  const previous = { plan: before, lockedStopIds: [locked.id, meal.id] }

  it('keeps locked stops to the minute, with their ids, though all else may change', () => {
    const brief: TripBrief = {
      ...SEOUL_FAMILY,
      wishes: { ...SEOUL_FAMILY.wishes, avoid: sights(before).filter((id) => id !== locked.refId && id !== 'plc_seoul_gyeongbokgung') },
    }
    const after = planned(inputOf(brief, { previous }))
    const found = after.days[1]!.stops.find((stop) => stop.id === locked.id)
    expect(found).toMatchObject({ refId: locked.refId, startMin: locked.startMin, endMin: locked.endMin, locked: true })
    expect(after.days[0]!.stops.find((stop) => stop.id === meal.id)).toMatchObject({
      startMin: meal.startMin,
      endMin: meal.endMin,
      meal: meal.meal,
    })
    expect(
      check({ brief, places: placesOf('seoul'), holidays: holidaysOf('KR'), plan: after }).filter((v) => v.severity === 'error'),
    ).toEqual([])
  })

  it('starts from the plan before: with next to no search it is already as good', () => {
    const after = planned(inputOf(SEOUL_FAMILY, { previous: { plan: before, lockedStopIds: [] }, evaluations: 2_000 }))
    const cold = planned(inputOf(SEOUL_FAMILY, { evaluations: 2_000 }))
    expect(after.score).toBeGreaterThan(cold.score)
  })
})

describe('impossible trips', { timeout: 60_000 }, () => {
  const refusal = (brief: TripBrief) => {
    const answer = planTrip(inputOf(brief))
    if (answer.ok) throw new Error('possible')
    return answer.error
  }
  const wishing = (brief: TripBrief, ...mustSee: readonly string[]): TripBrief => ({ ...brief, wishes: { ...brief.wishes, mustSee } })

  it('name a must-see that is closed on every day of the trip, and a shift of dates that opens it', () => {
    const tuesday: TripBrief = {
      ...SEOUL_WHEELCHAIR,
      startDate: '2026-04-21',
      endDate: '2026-04-21',
      lodgings: [],
      travellers: [SEOUL_WHEELCHAIR.travellers[1]!],
    }
    const error = refusal(wishing(tuesday, 'plc_seoul_gyeongbokgung'))
    expect(error.conflict).toEqual([
      { code: 'conflict-must-see', params: { placeId: 'plc_seoul_gyeongbokgung' } },
      { code: 'conflict-closed', params: { placeId: 'plc_seoul_gyeongbokgung', dates: ['2026-04-21'] } },
    ])
    expect(error.relaxations.map(({ code }) => code)).toEqual(expect.arrayContaining(['relax-drop-must-see', 'relax-shift-dates']))
  })

  it('name a must-see nobody knows to be step-free', () => {
    const error = refusal(wishing(SEOUL_WHEELCHAIR, 'plc_seoul_bukchon-hanok-village'))
    expect(error.conflict[1]).toMatchObject({ code: 'conflict-step-free', params: { travellerIds: ['mbr_w'] } })
  })

  it('name the must-sees that do not fit together, and not the one that does not matter', () => {
    const day: TripBrief = {
      ...JEJU_COUPLE,
      startDate: '2026-05-11',
      endDate: '2026-05-11',
      departure: { ...JEJU_COUPLE.departure, minute: 17 * 60 },
      lodgings: [],
    }
    const error = refusal(wishing(day, 'plc_jeju_seongsan-ilchulbong', 'plc_jeju_yongduam', 'plc_jeju_jusangjeolli'))
    const placeIds = error.conflict.flatMap(({ params }) => (params['placeId'] === undefined ? [] : [params['placeId']]))
    expect(placeIds).toEqual(['plc_jeju_seongsan-ilchulbong', 'plc_jeju_jusangjeolli'])
  })

  it('name two bookings that overlap', () => {
    const booking = (id: string, startMin: number) => ({
      id,
      kind: 'ticket' as const,
      date: '2026-10-15',
      startMin,
      endMin: startMin + 90,
      name: { en: id },
      position: { lat: 37.57, lng: 126.98 },
    })
    const error = refusal({ ...SEOUL_FAMILY, bookings: [booking('bkg_a', 600), booking('bkg_b', 660)] })
    expect(error.conflict).toEqual([
      { code: 'conflict-booking', params: { bookingId: 'bkg_a' } },
      { code: 'conflict-booking', params: { bookingId: 'bkg_b' } },
    ])
    expect(error.relaxations).toEqual([{ code: 'relax-drop-booking', params: { bookingIds: ['bkg_b'] } }])
  })

  it('name the budget that a must-see does not fit into, and one that is enough', () => {
    const poor: TripBrief = { ...SEOUL_FAMILY, budget: { amount: 3_000, currency: 'KRW' } }
    const error = refusal(wishing(poor, 'plc_seoul_gyeongbokgung'))
    expect(error.conflict.map(({ code }) => code)).toEqual(expect.arrayContaining(['conflict-budget', 'conflict-must-see']))
    expect(error.relaxations.map(({ code }) => code)).toContain('relax-budget')
  })

  it('are not those a short search has not finished with', () => {
    for (let seed = 1; seed <= 12; seed++) expect(planTrip(inputOf(SEOUL_FAMILY, { seed, evaluations: 500 })).ok).toBe(true)
  })

  it('do not include days too short to see anything: those are planned and say so', () => {
    const short: TripBrief = {
      ...SEOUL_FAMILY,
      endDate: '2026-10-14',
      departure: { ...SEOUL_FAMILY.departure, minute: 11 * 60 },
      lodgings: [],
      wishes: { ...SEOUL_FAMILY.wishes, mustSee: [] },
    }
    expect(planned(inputOf(short)).warnings.map(({ code }) => code)).toContain('empty-day')
  })
})

describe('a family with a grandmother who walks 5 km a day, by public transport', () => {
  const travellers = SEOUL_FAMILY.travellers.map((t) => (t.id === 'mbr_grandma' ? { ...t, maxWalkLegM: 600, maxWalkDayM: 5_000 } : t))
  const brief: TripBrief = { ...SEOUL_FAMILY, pace: 'balanced', travellers }
  const plan = planned(inputOf(brief, { evaluations: 2_000_000 }))
  const stops = plan.days.flatMap((day) => day.stops)

  it('sets out in the morning on every whole day', () => {
    for (const day of plan.days.slice(1)) expect(day.stops[0]!.endMin).toBeLessThanOrEqual(10 * 60)
  })

  it('is never taken a short way by train', () => {
    const short = stops.filter(({ leg }) => leg?.mode === 'transit' && leg.distanceM < 1_500)
    expect(short).toEqual([])
  })

  it('says of each taxi for whom it is, and that nobody knows the fares', () => {
    const taxis = stops.filter(({ leg }) => leg?.mode === 'taxi')
    expect(taxis.length).toBeGreaterThan(0)
    for (const { reasons } of taxis) expect(reasons.filter(({ code }) => code === 'taxi-for')).toHaveLength(1)
    expect(plan.warnings.find(({ code }) => code === 'taxi-fares-unknown')?.params).toEqual({ rides: taxis.length })
  })

  it('takes no taxi when everybody is fit', () => {
    const fit = { ...brief, travellers: travellers.map(({ id, tastes }) => traveller(id, 40, { tastes })) }
    const legs = planned(inputOf(fit)).days.flatMap((day) => day.stops.map(({ leg }) => leg?.mode))
    expect(legs).not.toContain('taxi')
  })

  it('passes the independent checker', () => {
    expect(check({ brief, places: placesOf('seoul'), holidays: holidaysOf('KR'), plan })).toEqual([])
  })
})

it.each([1, 2, 3])('four days on Jeju go to Seongsan Ilchulbong, as anybody would expect (seed %i)', (seed) => {
  expect(sights(planned(inputOf(JEJU_COUPLE, { seed, evaluations: DEFAULT_EVALUATIONS })))).toContain('plc_jeju_seongsan-ilchulbong')
})

describe('the progress of a planning', () => {
  it('never goes back, not even where the search begins again with wider meal hours', () => {
    const [city, n] = [ATLAS[2]!, 2]
    const brief = randomBrief(900_000 + n, city.region, city.places)
    const planning = new Planning({ brief, places: city.places, holidays: holidaysOf('KR'), seed: n, evaluations: 60_000 })
    const told = [planning.step(20_000)]
    while (!told.at(-1)!.done) told.push(planning.step(20_000))
    const beganAgain = told.some(({ evaluations }, i) => i > 0 && evaluations < told[i - 1]!.evaluations)
    expect(beganAgain).toBe(true)
    expect(told.map(({ share }) => share)).toEqual(told.map(({ share }) => share).toSorted((a, b) => a - b))
    expect(told.at(-1)!.share).toBe(1)
  })
})
