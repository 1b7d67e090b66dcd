import { describe, expect, it } from 'vitest'
import { timeDay, type DayTimes } from './timing.ts'
import type { Visit, Window } from './visit.ts'

const ALL_DAY: Window = { open: 0, close: 1440, lastEntry: 1440, from: 0, to: 1440 }

function visit(more: Partial<Visit> = {}): Visit {
  return {
    role: 'sight',
    place: null,
    meal: null,
    lodging: null,
    fixed: null,
    position: { lat: 0, lng: 0 },
    stay: { min: 30, ideal: 60, max: 120 },
    stayMin: 60,
    short: false,
    windows: [[ALL_DAY]],
    knownOn: [true],
    hoursKnown: true,
    gated: false,
    group: 'a',
    slot: null,
    cost: null,
    points: 0,
    required: false,
    ...more,
  }
}

const lunch = (): Visit =>
  visit({
    role: 'meal',
    meal: 'lunch',
    slot: 'lunch',
    stay: { min: 45, ideal: 60, max: 90 },
    windows: [[{ ...ALL_DAY, from: 660, to: 810 }]],
  })
const day = (travel: readonly number[], more: Partial<DayTimes> = {}): DayTimes => ({
  earliest: 540,
  latest: 1260,
  day: 0,
  travel,
  arriving: false,
  departing: false,
  ...more,
})
const times = (visits: readonly Visit[], at: DayTimes) => timeDay(visits, at)?.map(({ startMin, endMin }) => [startMin, endMin])

describe('timing a day', () => {
  it('gives everything its usual stay where nothing presses', () => {
    expect(times([visit(), visit()], day([20, 20, 20]))).toEqual([
      [560, 620],
      [640, 700],
    ])
  })

  it('stays shorter, though never below the shortest sensible stay, to be home in time', () => {
    const tight = times([visit(), visit()], day([0, 0, 0], { earliest: 540, latest: 620 }))!
    expect(tight.map(([start, end]) => end! - start!).toSorted()).toEqual([30, 50])
    expect(times([visit(), visit()], day([0, 0, 0], { earliest: 540, latest: 595 }))).toBeUndefined()
  })

  it('has lunch near noon and stretches the visit before rather than wait', () => {
    const [sight, meal] = times([visit(), lunch()], day([0, 10, 10]))!
    expect(meal![0]).toBeGreaterThanOrEqual(690)
    expect(meal![0]! - sight![1]!).toBeLessThanOrEqual(30)
  })

  it('keeps a visit inside one opening, breaks and last entry included', () => {
    const split = visit({
      windows: [
        [
          { ...ALL_DAY, open: 600, close: 720, lastEntry: 690 },
          { ...ALL_DAY, open: 780, close: 900, lastEntry: 870 },
        ],
      ],
    })
    const [[, first], [second]] = times([visit({ stay: { min: 90, ideal: 90, max: 90 } }), split], day([0, 60, 0], { earliest: 560 })) as [
      [number, number],
      [number, number],
    ]
    expect(first).toBeLessThanOrEqual(second - 60)
    expect(second).toBe(780)
  })

  it('holds what is fixed to the minute', () => {
    const fixed = visit({
      role: 'fixed',
      fixed: { fromMin: 617, toMin: 702 } as never,
      stay: { min: 85, ideal: 85, max: 85 },
      windows: [[{ open: 617, close: 702, lastEntry: 617, from: 617, to: 617 }]],
    })
    expect(times([fixed, visit()], day([7, 18, 10]))).toEqual([
      [617, 702],
      [720, 780],
    ])
  })

  it('leaves late rather than stand about at the first gate', () => {
    const late = visit({ windows: [[{ ...ALL_DAY, open: 660 }]] })
    expect(times([late], day([15, 15]))).toEqual([[660, 720]])
  })
})
