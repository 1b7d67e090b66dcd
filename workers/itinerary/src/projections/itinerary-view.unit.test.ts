import { ItineraryView } from '@yeojeong/contracts'
import type { ItineraryState, Plan, Stop } from '@yeojeong/domain'
import { expect, test } from 'vitest'
import { briefOf, PLACES } from '../../test/fixture.ts'
import { itineraryView } from './itinerary-view.ts'

const { destination, startDate, endDate } = briefOf('trp_a-1')
const frame = { destination, startDate, endDate }
const head = {
  id: 'itn_a1',
  ownerId: 'usr_a1',
  tripId: 'trp_a-1',
  frame,
  words: { title: 'A weekend', travellers: { mbr_h1: 'Halmoni' } },
  failure: null,
  status: 'planning' as const,
  createdAt: Date.UTC(2026, 4, 1, 12),
  updatedAt: Date.UTC(2026, 4, 1, 12),
}
const provenance = { degraded: ['stale' as const], attribution: ['Fixture Town'] }
const place = PLACES[0]!
const stop: Stop = {
  id: 'stp_1a',
  kind: 'sight',
  refId: place.id,
  names: place.names,
  position: place.position,
  arriveMin: 23 * 60 + 50,
  startMin: 24 * 60,
  endMin: 25 * 60 + 30,
  meal: null,
  open: { open: 20 * 60, close: 26 * 60, lastEntry: 25 * 60 },
  hoursKnown: true,
  cost: null,
  locked: false,
  note: null,
  reasons: [{ code: 'landmark', params: { prominence: 5 } }],
  leg: { mode: 'walk', departMin: 23 * 60 + 40, arriveMin: 23 * 60 + 50, durationMin: 10, distanceM: 700, walkM: 700, source: 'model' },
}
const lodging: Stop = { ...stop, id: 'stp_2a', kind: 'lodging', refId: 'ldg_1', open: null, leg: null }
const plan: Plan = {
  days: [{ index: 0, date: startDate, stops: [stop, lodging], walkM: 700, movingMin: 10 }],
  dropped: [
    { placeId: 'plc_x1', names: { en: 'X' }, wished: true, reason: { code: 'closed-on-your-days', params: { dates: [startDate] } } },
  ],
  members: [{ travellerId: 'mbr_h1', satisfaction: 0.8, reasons: [] }],
  cost: { known: { amount: 3000, currency: 'KRW' }, unknownStops: 1 },
  warnings: [{ code: 'hours-unknown', params: {}, stopId: 'stp_1a', day: 0 }],
  score: 12,
}
const ready: ItineraryState = {
  status: 'ready',
  version: 3,
  updatedAt: Date.UTC(2026, 4, 2),
  frame,
  seed: 1,
  plan,
  places: [place],
  provenance,
  asked: { pace: null, mustSee: [], avoid: [], avoidCategories: [], interests: [], fairness: 0.5 },
  basis: null,
  siblings: [],
  pins: {},
  title: null,
  archived: false,
  newestTrip: null,
  history: [],
}

test('a view is what the contract says, whatever the state', () => {
  const states: ItineraryState[] = [
    ready,
    { status: 'empty', version: 0 },
    { status: 'failed', version: 2, updatedAt: 0, failure: 'internal' },
    {
      status: 'infeasible',
      version: 1,
      updatedAt: 0,
      frame,
      provenance,
      infeasible: { conflict: [{ code: 'conflict-days', params: { days: 1 } }], relaxations: [] },
    },
  ]
  for (const state of states) {
    const view = itineraryView(head, state)
    expect(ItineraryView.parse(view)).toEqual(view)
    expect(itineraryView(head, state)).toEqual(view)
    expect(view.version).toBe(state.version)
  }
})

test("minutes of a day become moments at the destination, past midnight on the next day's date", () => {
  const [seen] = itineraryView(head, ready).days[0]!.stops
  expect(seen).toMatchObject({
    placeId: place.id,
    arriveAt: '2026-05-16T23:50:00+09:00',
    startAt: '2026-05-17T00:00:00+09:00',
    endAt: '2026-05-17T01:30:00+09:00',
    open: { opensAt: '2026-05-16T20:00:00+09:00', closesAt: '2026-05-17T02:00:00+09:00', lastEntryAt: '2026-05-17T01:00:00+09:00' },
    leg: {
      mode: 'walk',
      departAt: '2026-05-16T23:40:00+09:00',
      arriveAt: '2026-05-16T23:50:00+09:00',
      durationMin: 10,
      distanceM: 700,
      walkM: 700,
      source: 'model',
    },
  })
})

test('a stop points at a place only where the view holds its facts; a lodging or booking is called as the trip calls it', () => {
  const view = itineraryView(head, ready)
  expect(view.days[0]!.stops.map(({ placeId }) => placeId)).toEqual([place.id, null])
  expect(view.days[0]!.stops.map(({ refId }) => refId)).toEqual([undefined, 'ldg_1'])
  expect(Object.keys(view.places)).toEqual([place.id])
})

test('nothing the plan says is dropped on the way', () => {
  expect(itineraryView(head, ready)).toMatchObject({
    status: 'ready',
    title: 'A weekend',
    travellers: { mbr_h1: 'Halmoni' },
    dropped: plan.dropped,
    members: plan.members,
    cost: plan.cost,
    warnings: plan.warnings,
    degraded: ['stale'],
    attribution: ['Fixture Town'],
    createdAt: '2026-05-01T12:00:00.000Z',
    updatedAt: '2026-05-02T00:00:00.000Z',
  })
})

test('before there is anything to show, the row says what is going on', () => {
  expect(itineraryView({ ...head, words: { title: '', travellers: {} } }, { status: 'empty', version: 0 })).toMatchObject({
    version: 0,
    status: 'planning',
    title: 'Fixture Town',
    days: [],
  })
  expect(itineraryView({ ...head, status: 'failed', failure: 'quota_exceeded' }, { status: 'empty', version: 0 })).toMatchObject({
    status: 'failed',
    failure: 'quota_exceeded',
  })
})
