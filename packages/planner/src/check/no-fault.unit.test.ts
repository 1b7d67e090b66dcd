import { describe, expect, it } from 'vitest'
import { delay, draftOf, judged, placeIn, removeStop, stopAt, stopOn, type Draft } from './fixture/draft.ts'
import { coupleTrip, familyTrip, type Trip } from './fixture/trips.ts'
import type { RuleId } from './rules.ts'

type Case = readonly [what: string, rule: RuleId, change: (draft: Draft) => void, trip?: () => Trip]

const NO_FAULTS: readonly Case[] = [
  [
    'no dinner after a table booked for 16:45',
    'meal-missing',
    (draft) => {
      const stop = Object.assign(stopAt(draft, 'rice-house'), { kind: 'booking', refId: 'bkg_table', meal: null })
      draft.brief.bookings.push({
        id: 'bkg_table',
        kind: 'restaurant',
        date: '2026-05-05',
        startMin: 1005,
        endMin: 1050,
        name: stop.names,
        position: stop.position,
      })
    },
  ],
  [
    'no lunch where no other kitchen serves one',
    'meal-claim',
    (draft) => {
      removeStop(draft, 'temple-table')
      for (const { food } of draft.places) if (food !== undefined) food.meals = ['dinner']
      draft.plan.warnings.push({ code: 'no-meal-found', params: { meal: 'lunch' }, stopId: null, day: 1 })
    },
  ],
  [
    'no lunch that the budget would still pay for',
    'meal-claim',
    (draft) => {
      const [stop] = [stopAt(draft, 'temple-table')]
      ;(draft.brief.budget as { amount: number }).amount -= stop.cost?.amount ?? 0
      removeStop(draft, 'temple-table')
      draft.plan.warnings.push({ code: 'no-meal-found', params: { meal: 'lunch' }, stopId: null, day: 1 })
    },
  ],
  [
    'no lunch on a day that begins at 11:01',
    'meal-missing',
    (draft) => {
      draft.brief.arrival.minute = 661
      removeStop(draft, 'garden-grill')
    },
  ],
  [
    'out late with a child because the train is late',
    'child-late',
    (draft) => {
      const stop = stopAt(draft, 'noodle-bar')
      Object.assign(stop, { kind: 'booking', refId: 'bkg_train' })
      delay(stopOn(draft, 0, -1), 150)
    },
  ],
  [
    'at home from 14:00 on instead of a rest stop',
    'rest-missing',
    (draft) => {
      const day = draft.plan.days[0]
      if (day === undefined) return
      day.stops = day.stops.filter((_, index) => index < 3 || index === day.stops.length - 1)
      const last = stopOn(draft, 0, -1)
      delay(last, 14 * 60 - last.arriveMin)
    },
  ],
  [
    'an hour and a half at the airport before a flight',
    'idle-unexplained',
    (draft) => {
      Object.assign(draft.brief.bookings[0] as object, { kind: 'flight' })
      const stop = stopAt(draft, 'bkg_concert')
      stop.arriveMin = stop.startMin - 100
    },
    coupleTrip,
  ],
  [
    'a market seen and eaten in',
    'place-twice',
    (draft) => {
      Object.assign(stopAt(draft, 'noodle-bar'), { refId: placeIn(draft, 'market').id })
    },
  ],
  [
    'a park whose aliases name the museum that stands in it',
    'place-twice',
    (draft) => {
      Object.assign(placeIn(draft, 'park'), { extent: 'area', aliases: ['The museum'], position: placeIn(draft, 'museum').position })
    },
  ],
  ['a must-see of a kind to be avoided', 'avoid-present', (draft) => void draft.brief.wishes.avoidCategories.push('palace')],
  [
    'either price for a child where the list names no age',
    'cost-mismatch',
    (draft) => {
      placeIn(draft, 'palace').price = { currency: 'KRW', adult: 3_000, child: 1_500, senior: 0 }
    },
  ],
  [
    'a rest where one has paid already',
    'cost-mismatch',
    (draft) => {
      const stop = stopAt(draft, 'tea-room')
      stop.refId = placeIn(draft, 'palace').id
      stop.cost = { amount: 0, currency: 'KRW' }
    },
  ],
  [
    'two walks of a transit leg, each short enough',
    'walk-leg',
    (draft) => {
      const { leg } = stopAt(draft, 'market')
      if (leg !== null) leg.walkM = 1_150
    },
  ],
  [
    'a vegan kitchen for a vegetarian',
    'meal-diet',
    (draft) => {
      const { food } = placeIn(draft, 'rice-house')
      if (food !== undefined) food.diets = ['vegan']
    },
  ],
]

describe('what is no fault raises none', () => {
  it.each(NO_FAULTS)('%s', (_what, rule, change, trip = familyTrip) => {
    const draft = draftOf(trip())
    change(draft)
    expect(judged(draft).map((violation) => violation.rule)).not.toContain(rule)
  })
})
