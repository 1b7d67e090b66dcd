import type { LatLng } from '../geo.ts'
import type { LocalizedText } from '../language.ts'
import type { Money } from '../money.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Interest, Traveller } from './member.ts'

export const PACES = ['calm', 'balanced', 'full'] as const
export type Pace = (typeof PACES)[number]

/** How the party gets about between places; walking short distances is always included. */
export const TRANSPORTS = ['transit', 'car', 'taxi', 'walk'] as const
export type Transport = (typeof TRANSPORTS)[number]

/** A fixed point of the party: where a night is slept, or where the trip begins or ends. */
export type Anchor = { readonly name: LocalizedText; readonly position: LatLng }

export type Lodging = Anchor & {
  readonly id: string
  /** First and last night slept there. */
  readonly firstNight: PlainDate
  readonly lastNight: PlainDate
  readonly stepFree: 'yes' | 'no' | 'unknown'
}

/** Something bought that the plan must respect to the minute. */
export type Booking = Anchor & {
  readonly id: string
  readonly kind: 'flight' | 'train' | 'ticket' | 'restaurant' | 'other'
  readonly date: PlainDate
  /** Minutes from local midnight; `endMin` may pass 1440. */
  readonly startMin: number
  readonly endMin: number
}

export type Destination = {
  readonly regionId: string
  readonly name: LocalizedText
  readonly center: LatLng
  readonly countryCode: string
  readonly timeZone: string
}

/** What somebody asks of the plan beyond the facts of the trip. Place ids as in `Place.id`. */
export type Wishes = {
  readonly mustSee: readonly string[]
  readonly avoid: readonly string[]
  /** Categories to keep away from or interests to lean to, for the whole party. */
  readonly avoidCategories: readonly string[]
  readonly interests: readonly Interest[]
  /** How the group's welfare is blended: 0 = plain sum, 1 = only the worst-off member counts. */
  readonly fairness: number
}

/** The snapshot a plan is made for. Pure facts: no person's name, no health data. */
export type TripBrief = {
  readonly tripId: string
  readonly destination: Destination
  readonly startDate: PlainDate
  readonly endDate: PlainDate
  /** Where and when the party is free on the first day and must be on the last; minutes from midnight. */
  readonly arrival: { readonly at: Anchor | null; readonly minute: number }
  readonly departure: { readonly at: Anchor | null; readonly minute: number }
  readonly lodgings: readonly Lodging[]
  readonly bookings: readonly Booking[]
  readonly transport: Transport
  readonly pace: Pace
  /** For admissions and meals of the whole party over the whole trip; null = none said. */
  readonly budget: Money | null
  readonly travellers: readonly Traveller[]
  readonly wishes: Wishes
}
