import { distanceM, type LatLng } from '../geo.ts'
import type { LegMode, Minute } from '../plan/plan.ts'
import type { Traveller } from '../trip/member.ts'
import { along } from './curve.ts'
import type { TravelProfile } from './profile.ts'

/** Whole minutes (rounded up) and metres; `walkM` is what of it is walked. */
export type LegEstimate = { readonly durationMin: number; readonly distanceM: number; readonly walkM: number }

export type LegOptions = {
  /** The party's walking speed as a share of an adult's, above 0; 1 where not given. */
  readonly walkPace?: number
  /** When it sets off, minutes from local midnight, for the traffic of that hour; daytime traffic where not given. */
  readonly departMin?: Minute
}

/** In-system minutes of a transit ride, changes included, ways to and from the stops left out. */
export function transitRideMin(straightKm: number, profile: TravelProfile): number {
  return profile.transit.rideBaseMin + profile.transit.rideMinPerKm * straightKm
}

function walkMin(metres: number, profile: TravelProfile, pace: number): number {
  return (metres / 1000 / (profile.walk.speedKmh * pace)) * 60
}

function walk(straightKm: number, profile: TravelProfile, pace: number): LegEstimate {
  const metres = along(profile.walk.routeKm, straightKm) * 1000
  return { durationMin: walkMin(metres, profile, pace), distanceM: metres, walkM: metres }
}

function drive(straightKm: number, profile: TravelProfile, departMin: Minute | undefined): LegEstimate {
  const km = along(profile.drive.routeKm, straightKm)
  const traffic = departMin === undefined ? 1 : along(profile.drive.byHour, (((departMin % 1440) + 1440) % 1440) / 60)
  const minutes = profile.drive.startMin + along(profile.drive.minutes, km) * traffic
  return { durationMin: minutes, distanceM: km * 1000, walkM: 0 }
}

function transit(straightKm: number, profile: TravelProfile, pace: number): LegEstimate {
  const { accessWalkM, accessMin, routePerStraight } = profile.transit
  const walkM = Math.min(accessWalkM, along(profile.walk.routeKm, straightKm) * 1000)
  const slower = walkMin(accessWalkM, profile, pace) - walkMin(accessWalkM, profile, 1)
  const minutes = accessMin + slower + transitRideMin(straightKm, profile)
  return { durationMin: minutes, distanceM: Math.max(walkM, straightKm * routePerStraight * 1000), walkM }
}

function byMode(straightKm: number, mode: LegMode, profile: TravelProfile, options: LegOptions): LegEstimate {
  const pace = options.walkPace ?? 1
  switch (mode) {
    case 'walk':
      return walk(straightKm, profile, pace)
    case 'transit':
      return transit(straightKm, profile, pace)
    case 'car':
      return drive(straightKm, profile, options.departMin)
    case 'taxi': {
      const ride = drive(straightKm, profile, options.departMin)
      return { ...ride, durationMin: ride.durationMin + profile.taxi.waitMin }
    }
  }
}

/** No vehicle is believed to average more than 60 km/h, nor to take under five minutes, from 1 km on. */
function floorMin(mode: LegMode, metres: number): number {
  return mode === 'walk' || metres < 1000 ? 0 : Math.max(5, metres / 1000)
}

/**
 * What a leg takes by the calibrated model: from the straight distance alone, so the same both ways and blind to
 * water, mountains and timetables. All zero where nothing moves.
 */
export function estimateLeg(from: LatLng, to: LatLng, mode: LegMode, profile: TravelProfile, options: LegOptions = {}): LegEstimate {
  const straightKm = distanceM(from, to) / 1000
  if (straightKm < 0.001) return { durationMin: 0, distanceM: 0, walkM: 0 }
  const leg = byMode(straightKm, mode, profile, options)
  return {
    durationMin: Math.ceil(Math.max(leg.durationMin, floorMin(mode, leg.distanceM)) - 1e-9),
    distanceM: Math.round(leg.distanceM),
    walkM: Math.round(leg.walkM),
  }
}

function paceOf({ age, mobility }: Pick<Traveller, 'age' | 'mobility'>): number {
  const byAge = age < 4 || mobility === 'stroller' ? 0.85 : age < 8 ? 0.75 : age < 12 ? 0.9 : age >= 75 ? 0.75 : age >= 65 ? 0.9 : 1
  const byMobility = mobility === 'slow' ? 0.65 : mobility === 'wheelchair' ? 0.8 : 1
  return Math.min(byAge, byMobility)
}

/** A party walks as its slowest member: a share of an adult's speed, our judgement. The smallest are carried or pushed. */
export function walkPaceOf(travellers: readonly Pick<Traveller, 'age' | 'mobility'>[]): number {
  return Math.min(1, ...travellers.map(paceOf))
}
