import type { ItineraryView } from '@yeojeong/contracts'
import { describe, expect, it } from 'vitest'
import { SEOUL_ITINERARY } from '../../dev/fixtures/seoul-itinerary.ts'
import { compareAddress } from './address.ts'
import { figuresOf, onlyIn } from './figures.ts'

const shorter: ItineraryView = { ...SEOUL_ITINERARY, days: SEOUL_ITINERARY.days.slice(0, 1) }
const figure = (plans: readonly ItineraryView[], key: string) => figuresOf(plans).find((one) => one.key === key)

describe('the figures of plans side by side', () => {
  it('say which plan has least to walk and most to see', () => {
    expect(figure([SEOUL_ITINERARY, shorter], 'walk')?.outstanding).toEqual({ as: 'least', at: [1] })
    expect(figure([SEOUL_ITINERARY, shorter], 'sights')?.outstanding).toEqual({ as: 'most', at: [0] })
  })

  it('single nothing out where plans are alike, or one is alone', () => {
    for (const { outstanding } of figuresOf([SEOUL_ITINERARY, SEOUL_ITINERARY])) expect(outstanding).toBeNull()
    for (const { outstanding } of figuresOf([SEOUL_ITINERARY])) expect(outstanding).toBeNull()
  })

  it('leave out what is not known', () => {
    const dear: ItineraryView = { ...shorter, cost: { known: { amount: 9, currency: 'KRW' }, unknownStops: 0 } }
    const unknown: ItineraryView = { ...shorter, cost: { known: null, unknownStops: 3 } }
    expect(figure([unknown, dear], 'cost')).toEqual({ key: 'cost', values: [null, 9], outstanding: null })
  })
})

it('what only one plan has is marked in that plan', () => {
  const [whole, part] = onlyIn([SEOUL_ITINERARY, shorter])
  expect(part!.size).toBe(0)
  const first = new Set(shorter.days[0]!.stops.map(({ placeId }) => placeId))
  expect(whole!.size).toBeGreaterThan(0)
  for (const id of whole!) expect(first.has(id)).toBe(false)
})

it('the address holds the plans from the calmest on, whatever order they came in', () => {
  const plans = [
    { pace: 'full', itineraryId: 'itn_f' },
    { pace: 'calm', itineraryId: 'itn_c' },
  ] as const
  expect(compareAddress(plans)).toBe('/compare?calm=itn_c&full=itn_f')
})
