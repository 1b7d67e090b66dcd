import { holidaysOf, placesOf } from '@yeojeong/atlas'
import { INTERESTS } from '@yeojeong/domain'
import { describe, expect, it } from 'vitest'
import { Rng } from '../core/rng.ts'
import { JEJU_COUPLE, SEOUL_FAMILY } from './fixture/sample-briefs.ts'
import { prepare } from './prepare.ts'
import { traitShares } from './traits.ts'

describe.each([
  ['Seoul family', SEOUL_FAMILY],
  ['Jeju couple', JEJU_COUPLE],
])('the objective of the %s', (_, brief) => {
  const { objective, compiled } = prepare({ brief, places: placesOf(brief.destination.regionId), holidays: holidaysOf('KR'), seed: 1 })
  const rng = new Rng(5)
  const draw = (): { visit: number; tour: number } => ({ visit: rng.below(compiled.visits.length), tour: rng.below(compiled.model.tours) })

  it('gains by a visit exactly what its value changes by', () => {
    objective.clear()
    let added = 0
    for (let i = 0; i < 60; i++) {
      const { visit, tour } = draw()
      const [before, gain] = [objective.value(), objective.gain(visit, tour)]
      if (gain < -1e6) continue
      objective.add(visit, tour)
      added++
      expect(objective.value() - before).toBeCloseTo(gain, 6)
    }
    expect(added).toBeGreaterThan(15)
  })

  it('depends on its contents alone, not on how they came about', () => {
    objective.clear()
    const kept = [
      { visit: 1, tour: 0 },
      { visit: compiled.visits.length - 1, tour: 1 },
    ]
    for (const { visit, tour } of kept) objective.add(visit, tour)
    const value = objective.value()
    const passing = draw()
    for (let i = 0; i < 40; i++) {
      objective.add(passing.visit, passing.tour)
      objective.remove(passing.visit, passing.tour)
    }
    expect(objective.value()).toBeCloseTo(value, 6)
  })

  it('bars a second visit to one place on any day', () => {
    objective.clear()
    objective.add(0, 0)
    const again = compiled.visits.findIndex((v, i) => i > 0 && v.group === compiled.visits[0]!.group)
    expect(objective.gain(again < 0 ? 0 : again, 1)).toBeLessThan(-1e6)
  })

  it('gives less for the second place of a kind than for the first', () => {
    const first = compiled.visits.findIndex((v) => v.role === 'sight' && !v.short)
    const same = compiled.visits.findIndex(
      (v, i) => i > first && !v.short && v.role === 'sight' && v.place!.category === compiled.visits[first]!.place!.category,
    )
    objective.clear()
    const alone = objective.gain(same, 0)
    objective.add(first, 0)
    expect(objective.gain(same, 0)).toBeLessThan(alone)
  })

  it('loses more by breaking a promise than anything else could bring', () => {
    objective.clear()
    objective.promise(brief.travellers.map(() => 1e-4))
    expect(objective.value()).toBeLessThan(-900)
    expect(objective.gain(0, 0)).toBeGreaterThan(0)
    objective.promise(brief.travellers.map(() => 0))
    expect(objective.value()).toBe(0)
  })
})

it('what an editor says of a place stands beside what its kind gives: a palace said to be for children is history all the same', () => {
  const palace = placesOf('seoul').find(({ id }) => id === 'plc_seoul_gyeongbokgung')!
  const share = (traits: typeof palace.traits, interest: (typeof INTERESTS)[number]): number =>
    traitShares({ ...palace, traits: traits ?? {} })[INTERESTS.indexOf(interest)]!
  expect(share({ kids: 0.9 }, 'history')).toBeGreaterThan(0.25)
  expect(share({ kids: 0.9 }, 'kids')).toBeGreaterThan(share({}, 'kids'))
  expect(share({ history: 0 }, 'history')).toBe(0)
})
