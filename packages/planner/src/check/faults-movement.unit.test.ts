import { describe, expect, it } from 'vitest'
import { legOf, replacePlace, stopAt, stopOn } from './fixture/draft.ts'
import { expectCaught, unplanted, type Fault } from './fixture/fault.ts'
import { coupleTrip } from './fixture/trips.ts'

const MOVEMENT: readonly Fault[] = [
  ['leg-missing', 'a leg removed', (draft) => void (stopAt(draft, 'museum').leg = null)],
  [
    'leg-first',
    'a leg to where the day begins',
    (draft) => void (stopOn(draft, 1, 0).leg = structuredClone(legOf(stopAt(draft, 'museum')))),
  ],
  [
    'leg-times',
    'departs while still at the last stop',
    (draft) => void (stopAt(draft, 'museum').endMin = legOf(stopAt(draft, 'temple-table')).departMin + 1),
  ],
  ['leg-times', 'arrives after the stop says', (draft) => void (legOf(stopAt(draft, 'museum')).arriveMin += 1)],
  ['leg-times', 'lasts other than its ends say', (draft) => void (legOf(stopAt(draft, 'museum')).durationMin += 5)],
  [
    'leg-too-fast',
    'teleport: 3 km in two minutes',
    (draft) => {
      const leg = legOf(stopOn(draft, 2, -1))
      Object.assign(leg, { durationMin: 2, departMin: leg.arriveMin - 2 })
    },
  ],
  [
    'leg-too-fast',
    'walking at 12 km/h',
    (draft) => {
      const leg = legOf(stopAt(draft, 'rice-house'))
      Object.assign(leg, { mode: 'walk', durationMin: 4, departMin: leg.arriveMin - 4 })
    },
  ],
  ['leg-too-fast', 'a fort 45 km off within the half hour', (draft) => void replacePlace(draft, 'hill', 'far-fort'), coupleTrip],
  ['leg-too-short', 'shorter than the straight line', (draft) => void (legOf(stopOn(draft, 2, -1)).distanceM = 2_000)],
  ['leg-walk', 'a walk that is only partly walked', (draft) => Object.assign(legOf(stopAt(draft, 'museum')), { mode: 'walk' })],
  ['leg-mode', 'a car on a trip by public transport', (draft) => void (legOf(stopAt(draft, 'museum')).mode = 'car')],
  ['leg-mode', 'a bus on a trip by car', (draft) => void (legOf(stopAt(draft, 'hill')).mode = 'transit'), coupleTrip],
  ['leg-taxi', 'a taxi on a trip by public transport, for nobody', (draft) => void (legOf(stopAt(draft, 'museum')).mode = 'taxi')],
  [
    'leg-slow',
    'two hours for a kilometre are said',
    (draft) => {
      const stop = stopAt(draft, 'museum')
      Object.assign(legOf(stop), { durationMin: 120, departMin: stop.arriveMin - 120 })
    },
  ],
  [
    'walk-leg',
    'a metre further than Grandma walks at a time',
    (draft) => {
      Object.assign(legOf(stopAt(draft, 'museum')), { mode: 'walk', distanceM: 1_500, walkM: 1_500 })
    },
  ],
  [
    'walk-leg',
    'further than somebody said they walk',
    (draft) => void Object.assign(draft.brief.travellers[1] as object, { maxWalkLegM: 199 }),
  ],
  [
    'walk-day',
    'a day of more walking than said',
    (draft) => void Object.assign(draft.brief.travellers[1] as object, { maxWalkDayM: 2_000 }),
  ],
  [
    'moving-day',
    'four hours and a minute on the way',
    (draft) => {
      const leg = legOf(stopAt(draft, 'museum'))
      leg.durationMin += 241
      leg.departMin -= 241
    },
  ],
  ['day-totals', 'a day that says it moves less', ({ plan }) => void ((plan.days[0] as (typeof plan.days)[0]).movingMin -= 10)],
  ['day-totals', 'a day that says it walks less', ({ plan }) => void ((plan.days[0] as (typeof plan.days)[0]).walkM -= 100)],
]

const FAULTS: readonly Fault[] = MOVEMENT

describe('a planted fault is caught by the rule it breaks', () => {
  it.each(FAULTS)('%s: %s', (...fault) => expectCaught(fault))

  it('has a fault for every rule of movement', () => {
    expect(unplanted(FAULTS, ['movement'])).toEqual([])
  })
})
