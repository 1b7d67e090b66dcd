import type { DayView } from '@yeojeong/contracts'
import { describe, expect, it } from 'vitest'
import { SEOUL_ITINERARY as VIEW } from '../../dev/fixtures/seoul-itinerary.ts'
import { dropMove, stepMove } from './moves.ts'

const day = VIEW.days[0] as DayView
const [ARRIVAL, LUNCH, PALACE, TEAHOUSE, DINNER, LODGING] = [0, 2, 3, 4, 6, 7].map((at) => day.stops[at]?.id ?? '') as [
  string,
  string,
  string,
  string,
  string,
  string,
]

describe('a step up or down', () => {
  it('comes after the one before the one it passes', () => {
    expect(stepMove(day, PALACE, -1)).toEqual({ type: 'MoveStop', stopId: PALACE, day: 0, after: null })
    expect(stepMove(day, PALACE, 1)).toEqual({ type: 'MoveStop', stopId: PALACE, day: 0, after: TEAHOUSE })
  })

  it('ends where the traveller’s stops end', () => {
    expect(stepMove(day, LUNCH, -1)).toBeNull()
    expect(stepMove(day, DINNER, 1)).toBeNull()
  })
})

describe('a drop', () => {
  it('on where the day begins is first of the day', () => {
    expect(dropMove(VIEW, PALACE, 0, ARRIVAL)).toMatchObject({ day: 0, after: null })
  })

  it('on where the day ends is last of the day', () => {
    expect(dropMove(VIEW, PALACE, 0, LODGING)).toMatchObject({ day: 0, after: DINNER })
  })

  it('where it already is changes nothing', () => {
    expect(dropMove(VIEW, PALACE, 0, LUNCH)).toBeNull()
    expect(dropMove(VIEW, PALACE, 0, PALACE)).toBeNull()
  })

  it('on another day goes there', () => {
    expect(dropMove(VIEW, PALACE, 1, VIEW.days[1]?.stops[1]?.id ?? '')).toMatchObject({ day: 1, after: VIEW.days[1]?.stops[1]?.id })
  })
})
