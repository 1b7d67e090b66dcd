import type { Member, MemberInput, Place, Region, Trip, TripInput } from '@yeojeong/contracts'
import type { MemberToSave } from '../api/save-trip.ts'

type LatLng = { readonly lat: number; readonly lng: number }
export type Spot = { readonly name: string; readonly position: LatLng }
export type LodgingDraft = {
  readonly name: string
  readonly position: LatLng | null
  readonly stepFree: 'yes' | 'no' | 'unknown'
  readonly firstNight: string
  readonly lastNight: string
}
export type BookingDraft = {
  /** For React, stable while others come and go. */
  readonly key: string
  readonly kind: TripInput['bookings'][number]['kind']
  readonly name: string
  readonly position: LatLng | null
  readonly date: string
  readonly start: string
  readonly end: string
}
export type EndDraft = { readonly time: string; readonly at: { readonly name: string; readonly position: LatLng | null } | null }
export type Taste = 0 | 1 | 2 | 3
export type MemberDraft = {
  /** For React, stable while others come and go. */
  readonly key: string
  /** The member's id where the trip already has them. */
  readonly id: string | null
  readonly name: string
  readonly age: string
  readonly mobility: MemberInput['mobility']
  readonly diets: MemberInput['diets']
  readonly tastes: MemberInput['tastes']
  readonly maxWalkLegM: string
  readonly maxWalkDayM: string
  readonly needsRest: boolean
  readonly conditions: NonNullable<MemberInput['health']>['conditions']
  readonly healthNote: string
}
/** What is typed, before it is anything: text stays text until it is checked. */
export type TripDraft = {
  readonly title: string
  readonly regionId: string
  readonly startDate: string
  readonly endDate: string
  readonly arrival: EndDraft
  readonly departure: EndDraft
  readonly lodgings: readonly LodgingDraft[]
  readonly bookings: readonly BookingDraft[]
  readonly transport: TripInput['transport']
  readonly pace: TripInput['pace']
  /** A plan of each pace, to choose from. */
  readonly three: boolean
  readonly budget: string
  readonly members: readonly MemberDraft[]
  readonly mustSee: readonly Pick<Place, 'id' | 'names'>[]
  readonly avoid: readonly Pick<Place, 'id' | 'names'>[]
}

const DAYS_AHEAD = 14
const USUAL_NIGHTS = 2

function dateAhead(today: Date, days: number): string {
  const at = new Date(today.getFullYear(), today.getMonth(), today.getDate() + days)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

export const emptyLodging: LodgingDraft = { name: '', position: null, stepFree: 'unknown', firstNight: '', lastNight: '' }

export function emptyBooking(date: string): BookingDraft {
  return { key: crypto.randomUUID(), kind: 'train', name: '', position: null, date, start: '', end: '' }
}

export function emptyMember(): MemberDraft {
  return {
    key: crypto.randomUUID(),
    id: null,
    name: '',
    age: '',
    mobility: 'full',
    diets: [],
    tastes: {},
    maxWalkLegM: '',
    maxWalkDayM: '',
    needsRest: false,
    conditions: [],
    healthNote: '',
  }
}

export function emptyDraft(today: Date): TripDraft {
  return {
    title: '',
    regionId: '',
    startDate: dateAhead(today, DAYS_AHEAD),
    endDate: dateAhead(today, DAYS_AHEAD + USUAL_NIGHTS),
    arrival: { time: '11:00', at: null },
    departure: { time: '17:00', at: null },
    lodgings: [emptyLodging],
    bookings: [],
    transport: 'transit',
    pace: 'balanced',
    three: false,
    budget: '',
    members: [emptyMember()],
    mustSee: [],
    avoid: [],
  }
}

function memberDraft(member: Member): MemberDraft {
  return {
    ...emptyMember(),
    id: member.id,
    name: member.name,
    age: String(member.age),
    mobility: member.mobility,
    diets: member.diets,
    tastes: member.tastes,
    maxWalkLegM: String(member.maxWalkLegM ?? ''),
    maxWalkDayM: String(member.maxWalkDayM ?? ''),
    needsRest: member.needsRest ?? false,
    conditions: member.health?.conditions ?? [],
    healthNote: member.health?.note ?? '',
  }
}

/** A saved trip as the form shows it. */
export function draftOf(trip: Trip): TripDraft {
  return {
    title: trip.title,
    regionId: trip.destination.regionId,
    startDate: trip.startDate,
    endDate: trip.endDate,
    arrival: trip.arrival,
    departure: trip.departure,
    lodgings: trip.lodgings.map((one) => ({ ...one, firstNight: one.firstNight ?? '', lastNight: one.lastNight ?? '' })),
    bookings: trip.bookings.map((one) => ({ ...emptyBooking(one.date), ...one })),
    transport: trip.transport,
    pace: trip.pace,
    three: false,
    budget: trip.budget === null ? '' : String(trip.budget.amount),
    members: trip.members.map(memberDraft),
    mustSee: [],
    avoid: [],
  }
}

const DAY_MS = 86_400_000

/** Days from the first to the last, both counted; null while the dates are none or in the wrong order. */
export function tripDays({ startDate, endDate }: Pick<TripDraft, 'startDate' | 'endDate'>): number | null {
  const days = (Date.parse(endDate) - Date.parse(startDate)) / DAY_MS + 1
  return days >= 1 ? days : null
}

/** Empty stays absent; what is no number stays NaN, which no schema takes. */
const optionalNumber = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text.replaceAll(',', '')))

function given<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

function memberInput(member: MemberDraft): unknown {
  const { name, mobility, diets, tastes, needsRest, conditions } = member
  const note = member.healthNote.trim()
  const health = conditions.length === 0 && note === '' ? undefined : { conditions, ...(note === '' ? {} : { note }) }
  return {
    name,
    age: optionalNumber(member.age),
    mobility,
    diets,
    tastes,
    needsRest,
    ...given({ maxWalkLegM: optionalNumber(member.maxWalkLegM), maxWalkDayM: optionalNumber(member.maxWalkDayM), health }),
  }
}

function lodgingInput(lodging: LodgingDraft): unknown {
  const nights = given({ firstNight: lodging.firstNight || undefined, lastNight: lodging.lastNight || undefined })
  return { name: lodging.name, position: lodging.position, stepFree: lodging.stepFree, ...nights }
}

function bookingInput({ key: _, ...booking }: BookingDraft): unknown {
  return booking
}

/** The request as the API's schema should take it; pointers into it are pointers into the form. */
export function tripInput(draft: TripDraft, region: Region | undefined): unknown {
  const amount = optionalNumber(draft.budget)
  return {
    ...given({ title: draft.title.trim() || undefined }),
    destination: { regionId: draft.regionId },
    startDate: draft.startDate,
    endDate: draft.endDate,
    arrival: draft.arrival,
    departure: draft.departure,
    lodgings: draft.lodgings.map(lodgingInput),
    bookings: draft.bookings.map(bookingInput),
    transport: draft.transport,
    pace: draft.pace,
    budget: amount === undefined ? null : { amount, currency: region?.currency ?? 'KRW' },
    members: draft.members.map(memberInput),
  }
}

export function membersToSave(draft: TripDraft, trip: TripInput): readonly MemberToSave[] {
  return trip.members.map((input, index) => ({ id: draft.members[index]?.id ?? null, input }))
}
