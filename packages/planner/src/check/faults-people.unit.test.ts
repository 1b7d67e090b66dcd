import { describe, expect, it } from 'vitest'
import { delay, legOf, placeIn, removeStop, replacePlace, stopAt, stopOn } from './fixture/draft.ts'
import { expectCaught, unplanted, type Fault } from './fixture/fault.ts'
import { coupleTrip, wheelchairTrip } from './fixture/trips.ts'

const MEALS: readonly Fault[] = [
  ['meal-window', 'lunch at 16:00', (draft) => delay(stopAt(draft, 'temple-table'), 240)],
  ['meal-window', 'dinner a minute early', (draft) => delay(stopAt(draft, 'rice-house'), -1)],
  [
    'meal-duration',
    'lunch in 29 minutes',
    (draft) => void (stopAt(draft, 'temple-table').endMin = stopAt(draft, 'temple-table').startMin + 29),
  ],
  ['meal-duration', 'dinner over two and a half hours', (draft) => void (stopAt(draft, 'rice-house').endMin += 91)],
  [
    'meal-gap',
    'dinner 239 minutes after lunch',
    (draft) => {
      delay(stopAt(draft, 'temple-table'), 90)
      delay(stopAt(draft, 'rice-house'), 29)
    },
  ],
  ['meal-missing', 'no lunch', (draft) => removeStop(draft, 'temple-table')],
  ['meal-missing', 'no dinner', (draft) => removeStop(draft, 'rice-house')],
  ['meal-missing', 'two dinners do for no lunch', (draft) => void (stopAt(draft, 'temple-table').meal = 'dinner')],
  [
    'meal-claim',
    'says nothing was open, and something was',
    (draft) => {
      removeStop(draft, 'temple-table')
      draft.plan.warnings.push({ code: 'no-meal-found', params: { meal: 'lunch' }, stopId: null, day: 1 })
    },
  ],
  [
    'meal-claim',
    'says no lunch was found, and has one',
    (draft) => {
      draft.plan.warnings.push({ code: 'no-meal-found', params: { meal: 'lunch' }, stopId: null, day: 1 })
    },
  ],
  ['meal-place', 'lunch in the museum', (draft) => void replacePlace(draft, 'temple-table', 'old-house')],
  ['meal-place', 'dinner where only lunch is served', (draft) => void replacePlace(draft, 'rice-house', 'brunch-room')],
  ['meal-diet', 'nothing for the vegetarian', (draft) => void replacePlace(draft, 'rice-house', 'pork-hall')],
  ['meal-diet', 'a diet nobody knows the kitchen to serve', (draft) => void draft.brief.travellers[0]?.diets.push('gluten-free')],
]

const BOOKINGS: readonly Fault[] = [
  ['booking-missing', 'the concert is forgotten', (draft) => removeStop(draft, 'bkg_concert'), coupleTrip],
  ['booking-moved', 'the concert an hour later', (draft) => delay(stopAt(draft, 'bkg_concert'), 60), coupleTrip],
  ['booking-moved', 'left before the end', (draft) => void (stopAt(draft, 'bkg_concert').endMin -= 1), coupleTrip],
  ['booking-unknown', 'a booking nobody made', (draft) => void (stopAt(draft, 'bkg_concert').refId = 'bkg_other'), coupleTrip],
  [
    'booking-before',
    'nine minutes before the concert',
    (draft) => {
      const stop = stopAt(draft, 'bkg_concert')
      const by = stop.startMin - 9 - stop.arriveMin
      stop.arriveMin += by
      legOf(stop).departMin += by
      legOf(stop).arriveMin += by
    },
    coupleTrip,
  ],
  [
    'booking-before',
    'not ninety minutes before a flight',
    (draft) => void ((draft.brief.bookings[0] as { kind: string }).kind = 'flight'),
    coupleTrip,
  ],
  [
    'booking-after',
    'away from the platform too soon',
    (draft) => {
      Object.assign(draft.brief.bookings[0] as object, { kind: 'train' })
      const leg = legOf(stopOn(draft, 0, -1))
      delay(stopOn(draft, 0, -1), 23 * 60 + 44 - leg.departMin)
    },
    coupleTrip,
  ],
]

const PEOPLE: readonly Fault[] = [
  [
    'step-free',
    'a wheelchair where nobody knows of steps',
    (draft) => void (placeIn(draft, 'museum').stepFree = 'unknown'),
    wheelchairTrip,
  ],
  [
    'step-free',
    'a wheelchair where it is partly step-free',
    (draft) => void (placeIn(draft, 'museum').stepFree = 'partly'),
    wheelchairTrip,
  ],
  ['step-free', 'a restaurant with steps', (draft) => void (placeIn(draft, 'rice-house').stepFree = 'no'), wheelchairTrip],
  ['step-free', 'a rest behind steps', (draft) => void (placeIn(draft, 'tea-room').stepFree = 'no'), wheelchairTrip],
  [
    'stroller',
    'a stroller where none is let in',
    (draft) => {
      Object.assign(draft.brief.travellers[1] as object, { mobility: 'stroller' })
      placeIn(draft, 'museum').stroller = 'no'
    },
  ],
  [
    'stroller-unknown',
    'a stroller where nobody knows is said',
    (draft) => {
      Object.assign(draft.brief.travellers[1] as object, { mobility: 'stroller' })
      placeIn(draft, 'museum').stroller = 'unknown'
    },
  ],
  [
    'lodging-access',
    'a rest on wheels at a lodging with steps is said',
    (draft) => {
      Object.assign(draft.brief.travellers[1] as object, { mobility: 'wheelchair' })
      ;(draft.brief.lodgings[0] as { stepFree: string }).stepFree = 'unknown'
      stopOn(draft, 1, 3).kind = 'rest'
    },
  ],
  ['min-age', 'a child at the club', (draft) => void replacePlace(draft, 'museum', 'club')],
  ['effort', 'a climb for Grandma is said', (draft) => void replacePlace(draft, 'park', 'hill')],
  ['rest-missing', 'no rest in the afternoon', (draft) => removeStop(draft, 'tea-room'), wheelchairTrip],
  ['rest-missing', 'a rest of 29 minutes', (draft) => void (stopOn(draft, 1, 3).endMin = stopOn(draft, 1, 3).startMin + 29)],
  ['rest-missing', 'a rest in the evening', (draft) => delay(stopOn(draft, 1, 3), 200)],
  [
    'rest-place',
    'a rest where there is nowhere to sit',
    (draft) => void Object.assign(placeIn(draft, 'tea-room'), { category: 'museum', restSpot: false }),
  ],
]

const PACE: readonly Fault[] = [
  [
    'sights-per-day',
    'four sights on a calm day',
    (draft) => {
      draft.brief.pace = 'calm'
    },
    coupleTrip,
  ],
  [
    'day-start',
    'out a minute too early',
    (draft) => {
      const leg = legOf(stopAt(draft, 'museum'))
      leg.departMin = 9 * 60 + 29
      leg.durationMin = leg.arriveMin - leg.departMin
    },
  ],
  ['day-end', 'back a minute too late', (draft) => delay(stopOn(draft, 0, -1), 20 * 60 + 31 - stopOn(draft, 0, -1).arriveMin)],
  [
    'day-span',
    'eleven hours and a minute from door to door',
    (draft) => {
      const leg = legOf(stopAt(draft, 'museum'))
      leg.departMin = 9 * 60 + 29
      leg.durationMin = leg.arriveMin - leg.departMin
      delay(stopOn(draft, 1, -1), 20 * 60 + 30 - stopOn(draft, 1, -1).arriveMin)
    },
  ],
  [
    'child-late',
    'the child is out until a minute past eight',
    (draft) => delay(stopOn(draft, 0, -1), 20 * 60 + 1 - stopOn(draft, 0, -1).arriveMin),
  ],
]

const FAULTS: readonly Fault[] = [...MEALS, ...BOOKINGS, ...PEOPLE, ...PACE]

describe('a planted fault is caught by the rule it breaks', () => {
  it.each(FAULTS)('%s: %s', (...fault) => expectCaught(fault))

  it('has a fault for every rule of meals and bookings and people and pace', () => {
    expect(unplanted(FAULTS, ['meals', 'bookings', 'people', 'pace'])).toEqual([])
  })
})
