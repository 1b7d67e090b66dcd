import type { Curve } from './curve.ts'

/** How fast a region moves, as plain data. Straight = great-circle distance between the two ends. */
export type TravelProfile = {
  readonly walk: {
    /** Straight km → km on foot. */
    readonly routeKm: Curve
    /** Of an adult in no hurry. */
    readonly speedKmh: number
  }
  readonly drive: {
    /** Straight km → km on the road. */
    readonly routeKm: Curve
    /** Getting in, getting out, parking. */
    readonly startMin: number
    /** Road km → minutes in daytime traffic. */
    readonly minutes: Curve
    /** Hour of the day (0 … 24) → share of the daytime minutes. */
    readonly byHour: Curve
  }
  readonly taxi: { readonly waitMin: number }
  readonly transit: {
    /** The ways to the first stop and from the last, metres, and the minutes they take with the first wait. */
    readonly accessWalkM: number
    readonly accessMin: number
    /** Inside the system, changes included: minutes = `rideBaseMin` + `rideMinPerKm` × straight km. */
    readonly rideBaseMin: number
    readonly rideMinPerKm: number
    readonly routePerStraight: number
  }
}

/**
 * The defaults, fitted by us to public measurements: distances on 9,000 street-network pairs of three cities,
 * walking speed on 55 timed walking legs, driving on 6,339 metered taxi trips of a dense city (a slow bound),
 * transit on the official times of 3,000 station pairs in Seoul and Tokyo. `npm run travel:check` repeats the fit's test.
 */
export const DEFAULT_TRAVEL: TravelProfile = {
  walk: {
    routeKm: [
      [0, 0],
      [1, 1.32],
      [2, 2.52],
      [4, 4.88],
      [8, 9.5],
      [16, 18.5],
    ],
    speedKmh: 4.3,
  },
  drive: {
    routeKm: [
      [0, 0],
      [1, 1.6],
      [2, 2.96],
      [4, 5.6],
      [8, 10.5],
      [16, 20.3],
    ],
    startMin: 4,
    minutes: [
      [0, 0],
      [1.6, 6.4],
      [2.96, 11.1],
      [5.6, 17.7],
      [10.5, 24.2],
      [20.3, 35.8],
      [40, 60],
    ],
    byHour: [
      [0, 0.8],
      [4, 0.75],
      [6, 0.75],
      [8, 1],
      [18.5, 1],
      [20, 0.88],
      [24, 0.8],
    ],
  },
  taxi: { waitMin: 5 },
  transit: { accessWalkM: 600, accessMin: 11, rideBaseMin: 10, rideMinPerKm: 2, routePerStraight: 1.3 },
}

/** Only buses, every 20 to 30 minutes, stops far apart: one stored route (2.8 km, 29 min) and the published coach times. */
const BUS_ISLAND: TravelProfile = {
  ...DEFAULT_TRAVEL,
  taxi: { waitMin: 8 },
  transit: { accessWalkM: 800, accessMin: 17, rideBaseMin: 10, rideMinPerKm: 2.2, routePerStraight: 1.35 },
}

const BY_REGION: { readonly [regionId: string]: TravelProfile } = { jeju: BUS_ISLAND }

/** The profile of a region by its id (`jeju`); the defaults where it has none of its own. */
export function travelProfileOf(regionId: string): TravelProfile {
  return Object.hasOwn(BY_REGION, regionId) ? BY_REGION[regionId]! : DEFAULT_TRAVEL
}
