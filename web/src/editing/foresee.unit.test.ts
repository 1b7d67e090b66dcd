import type { DayView } from '@yeojeong/contracts'
import { describe, expect, it } from 'vitest'
import { SEOUL_ITINERARY as VIEW } from '../../dev/fixtures/seoul-itinerary.ts'
import { minuteOn } from '../itinerary/moments.ts'
import { timelineRows } from '../itinerary/timeline-rows.ts'
import { foresee } from './foresee.ts'

const PALACE = 'stp_day0stop3'
const TEAHOUSE = 'stp_day0stop4'
const ids = (day: DayView | undefined): readonly string[] => day?.stops.map(({ id }) => id) ?? []
/** No row ends before it begins, and none begins before the one above it has ended. */
const runsForward = (day: DayView): boolean => {
  const rows = timelineRows(day)
  return rows.every((row, index) => row.toMin >= row.fromMin && row.fromMin >= (rows[index - 1]?.fromMin ?? 0))
}

describe('what a change will probably come to', () => {
  it('locks, notes and renames at once', () => {
    const locked = foresee(VIEW, { type: 'LockStop', stopId: PALACE }).days[0]?.stops[3]
    expect(locked).toMatchObject({ id: PALACE, locked: true })
    expect(foresee(VIEW, { type: 'SetNote', stopId: PALACE, note: '한복' }).days[0]?.stops[3]?.note).toBe('한복')
    expect(foresee(VIEW, { type: 'Rename', title: '서울' }).title).toBe('서울')
  })

  it('takes a stop out and closes the day over it', () => {
    const day = foresee(VIEW, { type: 'RemoveStop', stopId: PALACE }).days[0] as DayView
    expect(ids(day)).not.toContain(PALACE)
    expect(day.stops[3]).toMatchObject({ id: TEAHOUSE, leg: null })
    expect(runsForward(day)).toBe(true)
  })

  it('moves a stop within its day, times following the new order', () => {
    const day = foresee(VIEW, { type: 'MoveStop', stopId: PALACE, day: 0, after: TEAHOUSE }).days[0] as DayView
    expect(ids(day).slice(2, 5)).toEqual(['stp_day0stop2', TEAHOUSE, PALACE])
    expect(runsForward(day)).toBe(true)
  })

  it('puts what goes first of another day after where that day begins', () => {
    const days = foresee(VIEW, { type: 'MoveStop', stopId: PALACE, day: 1, after: null }).days
    expect(ids(days[0])).not.toContain(PALACE)
    expect(ids(days[1])[1]).toBe(PALACE)
    expect(runsForward(days[1] as DayView)).toBe(true)
  })

  it('never moves what is locked to an earlier time', () => {
    const before = VIEW.days[1]?.stops.find(({ locked }) => locked)
    const day = foresee(VIEW, { type: 'RemoveStop', stopId: 'stp_day1stop1' }).days[1] as DayView
    const after = day.stops.find(({ id }) => id === before?.id)
    expect(minuteOn(day.date, after?.startAt ?? '')).toBe(minuteOn(day.date, before?.startAt ?? ''))
  })

  it('leaves to the planner what only the planner knows', () => {
    expect(foresee(VIEW, { type: 'Replan', day: null })).toBe(VIEW)
    expect(foresee(VIEW, { type: 'MoveStop', stopId: PALACE, day: 1 })).toBe(VIEW)
  })
})
