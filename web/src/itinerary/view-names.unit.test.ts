import type { Place, Trip } from '@yeojeong/contracts'
import { describe, expect, it } from 'vitest'
import { INFEASIBLE_ITINERARY, SEOUL_ITINERARY } from '../../dev/fixtures/seoul-itinerary.ts'
import { reason } from '../../dev/fixtures/sketch.ts'
import { namelessIn, viewNames } from './view-names.ts'

const elsewhere = { ...reason('conflict-closed', { placeId: 'plc_elsewhere', dates: ['2026-05-12'] }) }
const infeasible = { conflict: [elsewhere], relaxations: [reason('relax-drop-booking', { bookingIds: ['booking-2'] })] }
const view = { ...INFEASIBLE_ITINERARY, places: {}, infeasible }

describe('what a view speaks of without a name', () => {
  it('is nothing where every place is its own', () => {
    expect(namelessIn(SEOUL_ITINERARY)).toEqual({ places: [], trip: false })
  })

  it('is the places of an impossible wish, and what is booked', () => {
    expect(namelessIn(view)).toEqual({ places: ['plc_elsewhere'], trip: true })
  })
})

describe('the names of a view', () => {
  it('are completed from the trip and from places asked for', () => {
    const trip = { bookings: [{ name: 'KTX 101' }, { name: '고궁 야간 관람' }], lodgings: [{ name: '한옥' }] } as Trip
    const places = [{ id: 'plc_elsewhere', names: { ko: '다른 곳', en: 'Elsewhere' } } as Place]
    const names = viewNames(view, 'ko', { trip, places })
    expect(names.booking?.('booking-2')).toBe('고궁 야간 관람')
    expect(names.lodging?.('lodging-1')).toBe('한옥')
    expect(names.place?.('plc_elsewhere')).toBe('다른 곳')
  })

  it('are a booking’s own where it stands among the stops, with nobody asked', () => {
    const [day] = SEOUL_ITINERARY.days
    const booked = { ...day!.stops[0]!, refId: 'booking-1', names: { ko: '뮤지컬' } }
    const held = {
      ...view,
      days: [{ ...day!, stops: [booked] }],
      infeasible: { conflict: [reason('conflict-booking', { bookingId: 'booking-1' })], relaxations: [] },
    }
    expect(viewNames(held, 'ko').booking?.('booking-1')).toBe('뮤지컬')
    expect(namelessIn(held).trip).toBe(false)
  })

  it('are null for what nobody knows, never another’s', () => {
    const names = viewNames(view, 'ko', { trip: { bookings: [{ name: 'KTX 101' }], lodgings: [] } as unknown as Trip })
    expect(names.booking?.('booking-9')).toBeNull()
    expect(names.booking?.('nonsense')).toBeNull()
    expect(names.lodging?.('booking-1')).toBeNull()
    expect(names.place?.('plc_elsewhere')).toBeNull()
  })
})
