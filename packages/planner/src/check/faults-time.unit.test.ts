import { describe, expect, it } from 'vitest'
import { delay, draftOf, placeIn, replacePlace, stopAt, stopOn, type Draft } from './fixture/draft.ts'
import { expectCaught, unplanted, type Fault } from './fixture/fault.ts'
import { familyTrip, wheelchairTrip, type Trip } from './fixture/trips.ts'

const TIME: readonly Fault[] = [
  ['time-invalid', 'half a minute', (draft) => void (stopAt(draft, 'museum').endMin += 0.5)],
  ['time-invalid', 'no number at all', (draft) => void (stopAt(draft, 'museum').endMin = Number.NaN)],
  ['stop-times', 'ends before it begins', (draft) => void (stopAt(draft, 'museum').endMin = stopAt(draft, 'museum').startMin - 1)],
  [
    'stop-times',
    'begins before the party is there',
    (draft) => void (stopAt(draft, 'museum').startMin = stopAt(draft, 'museum').arriveMin - 1),
  ],
  [
    'stop-overlap',
    'the next stop begins during this one',
    (draft) => void (stopAt(draft, 'museum').endMin = stopAt(draft, 'temple-table').arriveMin + 1),
  ],
  [
    'stop-overlap',
    'two stops changed round',
    ({ plan }) => {
      const stops = plan.days[0]?.stops ?? []
      ;[stops[2], stops[4]] = [stops[4] as (typeof stops)[0], stops[2] as (typeof stops)[0]]
    },
  ],
  ['stop-overlap', 'the evening runs into the next morning', (draft) => delay(stopOn(draft, 0, -1), 1440)],
  ['closed-day', 'moved to the weekly closing day', (draft) => void (draft.brief.startDate = '2026-05-03')],
  ['closed-day', 'the day after the holiday, which makes up for it', (draft) => void replacePlace(draft, 'park', 'palace')],
  [
    'closed-day',
    'the closing day that a holiday had opened, without the holiday',
    (draft) => void delete draft.holidays?.days['2026-05-05'],
    () => {
      const trip = familyTrip()
      return { ...trip, plan: draftWith(trip, (draft) => replacePlace(draft, 'museum', 'palace')) }
    },
  ],
  [
    'closed-day',
    'the first Tuesday of the month',
    (draft) => void (placeIn(draft, 'museum').hours = { kind: 'scheduled', osm: '10:00-18:00', closedNth: { weekday: 1, nth: [1] } }),
  ],
  [
    'closed-day',
    'a feast day',
    (draft) => void (draft.holidays as NonNullable<Draft['holidays']>).days['2026-05-05']?.push({ kind: 'seollal', names: {} }),
  ],
  [
    'closed-day',
    'a fixed date of the year',
    (draft) => void (placeIn(draft, 'museum').hours = { kind: 'scheduled', osm: '10:00-18:00', closedDates: ['05-05'] }),
  ],
  [
    'outside-hours',
    'begins a minute before opening',
    (draft) => void (placeIn(draft, 'museum').hours = { kind: 'scheduled', osm: '10:01-18:00' }),
  ],
  [
    'outside-hours',
    'stays a minute past closing',
    (draft) => void (placeIn(draft, 'museum').hours = { kind: 'scheduled', osm: '10:00-11:29' }),
  ],
  [
    'outside-hours',
    'stays into the break',
    (draft) => void (placeIn(draft, 'rice-house').hours = { kind: 'scheduled', osm: '11:00-15:00,17:10-21:00' }),
  ],
  [
    'outside-hours',
    'past the winter closing',
    (draft) => void (placeIn(draft, 'museum').hours = { kind: 'scheduled', osm: 'Jun-Apr 10:00-18:00; May 10:00-11:00' }),
  ],
  [
    'outside-hours',
    'on the bridge past its closing after midnight',
    (draft) => void (placeIn(draft, 'night-bridge').hours = { kind: 'scheduled', osm: '18:00-23:55' }),
    wheelchairTrip,
  ],
  [
    'last-entry',
    'one minute after the last entry',
    (draft) => void (placeIn(draft, 'palace').hours = { kind: 'scheduled', osm: '09:00-18:00', lastEntryMin: 18 * 60 - (12 * 60 + 29) }),
  ],
  [
    'stay-short',
    'a minute less than makes sense',
    (draft) => void (stopAt(draft, 'museum').endMin = stopAt(draft, 'museum').startMin + 44),
  ],
  ['stay-long', 'a minute more than makes sense', (draft) => void (placeIn(draft, 'museum').stay.max = 89)],
  [
    'idle-unexplained',
    'an hour of waiting at the door',
    (draft) => {
      const [sight, wait] = [stopAt(draft, 'market'), stopAt(draft, 'market').startMin - stopAt(draft, 'market').arriveMin]
      sight.startMin += 61 - wait
    },
  ],
]

const IDLE_ENDS: readonly Fault[] = [
  [
    'idle-at-ends',
    'hours at the station before setting out are said',
    (draft) => void (draft.brief.arrival.minute = stopOn(draft, 0, 0).arriveMin = 8 * 60 + 30),
  ],
  ['idle-at-ends', 'hours at the station before leaving are said', (draft) => void (draft.brief.departure.minute += 60)],
]

function draftWith(trip: Trip, plant: (draft: Draft) => unknown): Trip['plan'] {
  const draft = draftOf(trip)
  plant(draft)
  return draft.plan as Trip['plan']
}

const FAULTS: readonly Fault[] = [...TIME, ...IDLE_ENDS]

describe('a planted fault is caught by the rule it breaks', () => {
  it.each(FAULTS)('%s: %s', (...fault) => expectCaught(fault))

  it('has a fault for every rule of time', () => {
    expect(unplanted(FAULTS, ['time'])).toEqual([])
  })
})
