import type { HolidayCalendar, Place, PlaceQuery, Region, ServiceError } from '@yeojeong/contracts'
import type { Result } from '@yeojeong/domain'

/** What the location service asks of whoever knows places. Each call ends by `deadlineAt` (epoch ms), with a value or the reason there is none. */
export type PlaceProvider = {
  readonly id: string
  /** Shown wherever the provider's facts are shown. */
  readonly attribution: string
  regions(deadlineAt: number): Promise<Result<Region[], ServiceError>>
  search(query: PlaceQuery, deadlineAt: number): Promise<Result<Place[], ServiceError>>
  details(placeIds: readonly string[], deadlineAt: number): Promise<Result<Place[], ServiceError>>
  holidays(countryCode: string, deadlineAt: number): Promise<Result<HolidayCalendar | null, ServiceError>>
}
