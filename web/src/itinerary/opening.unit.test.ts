import type { StopView } from '@yeojeong/contracts'
import { describe, expect, it } from 'vitest'
import { SEOUL_ITINERARY } from '../../dev/fixtures/seoul-itinerary.ts'
import { openingBar } from './opening.ts'

const DATE = '2026-05-08'
const palace = SEOUL_ITINERARY.days[0]?.stops.find(({ placeId }) => placeId === 'plc_gyeongbokgung') as StopView
const at = (clock: string, date = DATE): string => `${date}T${clock}:00+09:00`

describe('openingBar', () => {
  it('places the visit and the last entry within the opening', () => {
    const bar = openingBar(DATE, palace)
    expect(bar).toMatchObject({ openMin: 540, closeMin: 1080, lastEntryMin: 1020 })
    expect(bar?.from).toBeCloseTo((762 - 540) / 540)
    expect(bar?.width).toBeCloseTo(90 / 540)
    expect(bar?.lastEntry).toBeCloseTo(480 / 540)
  })

  it('says no last entry where people are let in until closing', () => {
    const open = { opensAt: at('09:00'), closesAt: at('18:00'), lastEntryAt: at('18:00') }
    expect(openingBar(DATE, { ...palace, open })).toMatchObject({ lastEntry: null, lastEntryMin: null })
  })

  it('holds an opening that runs past midnight', () => {
    const open = { opensAt: at('18:00'), closesAt: at('02:00', '2026-05-09'), lastEntryAt: at('02:00', '2026-05-09') }
    expect(openingBar(DATE, { ...palace, startAt: at('22:00'), endAt: at('23:00'), open })).toMatchObject({
      closeMin: 1560,
      from: 0.5,
      width: 0.125,
    })
  })

  it('draws none where there is no gate or nobody knows', () => {
    expect(openingBar(DATE, { ...palace, open: null })).toBeNull()
    const allDay = { opensAt: at('00:00'), closesAt: at('00:00', '2026-05-09'), lastEntryAt: at('00:00', '2026-05-09') }
    expect(openingBar(DATE, { ...palace, open: allDay })).toBeNull()
  })
})
