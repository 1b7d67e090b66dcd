import { describe, expect, it } from 'vitest'
import { routeModel } from './model.ts'
import { randomModel } from './testing/random-model.ts'

describe('routeModel', () => {
  it('gives every visit a group of its own and no slot, price or resource unless told', () => {
    const { group, groups, slots, resources, travelPrice, waitPrice, arcPrice } = randomModel(1, {})
    expect(Array.from(group)).toEqual(Array.from(group.keys()))
    expect(groups).toBe(group.length)
    expect([slots, resources.length, arcPrice]).toEqual([0, 0, null])
    expect([...travelPrice, ...waitPrice].every((price) => price === 0)).toBe(true)
  })

  it('names the array that is wrong', () => {
    const model = randomModel(1, { several: true })
    expect(() => routeModel({ ...model, service: new Int32Array(1) })).toThrow(/service: length 1/)
    expect(() => routeModel({ ...model, startNode: new Int32Array(model.tours).fill(999) })).toThrow(/startNode\[0\] = 999/)
    expect(() => routeModel({ ...model, windowClose: model.windowClose.map(() => -5) })).toThrow(/not ascending and disjoint/)
  })
})
