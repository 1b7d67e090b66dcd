import { describe, expect, it } from 'vitest'
import { HOLIDAYS, PLACES } from './fixture/places.ts'
import { coupleTrip, familyTrip, wheelchairTrip } from './fixture/trips.ts'
import { check } from './index.ts'

describe('a plan that keeps every rule', () => {
  it.each([
    ['a family with a grandmother and a small child', familyTrip],
    ['a couple with a car, a concert and a flight', coupleTrip],
    ['a day with a wheelchair that ends past midnight', wheelchairTrip],
  ])('raises no error: %s', (_name, trip) => {
    expect(check({ ...trip(), places: PLACES, holidays: HOLIDAYS })).toEqual([])
  })
})
