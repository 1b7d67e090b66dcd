import type { Member, Region, Trip, TripInput } from '@yeojeong/contracts'
import { defaultTitle } from './default-title.ts'
import type { Language } from '@yeojeong/domain'

/** A trip as its service knows it: what the owner sees, and whose it is. Stored and changed as one value. */
export type TripAggregate = Omit<Trip, 'itineraryIds'> & { readonly ownerId: string }

export type Birth = {
  readonly id: string
  readonly ownerId: string
  readonly now: string
  readonly memberIds: readonly string[]
  readonly language: Language
}

/** The one way a trip comes to be. `memberIds` has an id for each member of `input`, in order. */
export function createTrip(input: TripInput, region: Region, birth: Birth): TripAggregate {
  const { members, title, destination: _asked, ...facts } = input
  return {
    ...facts,
    id: birth.id,
    ownerId: birth.ownerId,
    version: 1,
    title: title === undefined || title === '' ? defaultTitle(region.names, birth.language) : title,
    destination: destinationOf(region),
    members: members.map((member, index): Member => ({ ...member, id: birth.memberIds[index]! })),
    createdAt: birth.now,
    updatedAt: birth.now,
  }
}

export function destinationOf(region: Region): Trip['destination'] {
  return {
    regionId: region.id,
    names: Object.fromEntries(Object.entries(region.names).filter(([, name]) => name !== undefined)) as Record<string, string>,
    timeZone: region.timeZone,
    countryCode: region.countryCode,
    center: region.center,
  }
}

/** The next version with some fields replaced; a field given as undefined stays. */
export function changed(
  trip: TripAggregate,
  fields: Partial<{ [K in keyof TripAggregate]: TripAggregate[K] | undefined }>,
  now: string,
): TripAggregate {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  return { ...trip, ...given, version: trip.version + 1, updatedAt: now }
}
