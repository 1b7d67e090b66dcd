import type { ItineraryFrame, TripBrief } from '@yeojeong/domain'

/** Where and when, of a brief. */
export function frameOf({ destination, startDate, endDate }: TripBrief): ItineraryFrame {
  return { destination, startDate, endDate }
}
