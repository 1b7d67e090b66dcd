import { TAXI_RELIEF, distanceM, type LatLng, type LegMode, type TripBrief } from '@yeojeong/domain'
import type { TaxiCause } from '../explain/codes.ts'
import type { Party } from './party.ts'

/** What a way takes by one mode. Minutes and metres; `walkM` is what of it is walked. */
export type LegEstimate = { readonly durationMin: number; readonly distanceM: number; readonly walkM: number; readonly source: string }

/** Where way times come from: the calibrated model, or a provider's answers gathered beforehand. Null: this mode cannot go there. */
export type LegSource = (from: LatLng, to: LatLng, mode: LegMode) => LegEstimate | null

/** Why a trip by public transport takes a taxi here: whom it spares how many metres on foot. */
export type Relief = { readonly cause: TaxiCause; readonly travellerIds: readonly string[]; readonly sparesM: number }

/** The mode chosen for a way and what it takes; whole minutes and metres. */
export type Way = LegEstimate & { readonly mode: LegMode; readonly relief?: Relief }

/** Nearer than this is the same place. */
const SAME_SPOT_M = 1
/** A walk up to this many minutes is taken without asking for a ride. Shorter for those who tire. */
const COMFORTABLE_WALK_MIN = { strong: 15, tired: 9 }
/** A ride must save this much over walking to be worth waiting for. */
const RIDE_MUST_SAVE_MIN = 4

type Distances = { readonly straight: number; readonly onFootM: number; readonly bags: boolean }

/** Chooses how the party goes from one point to another; null when no allowed way keeps its limits. */
export class Ways {
  readonly #source: LegSource
  readonly #transport: TripBrief['transport']
  readonly #party: Party
  readonly #comfortMin: number
  /** Where the party arrives, sleeps and leaves from: between two of these it has its bags. */
  readonly #anchors: ReadonlySet<string>

  constructor(source: LegSource, { transport, arrival, departure, lodgings }: TripBrief, party: Party) {
    this.#source = source
    this.#transport = transport
    this.#party = party
    const tired = party.restIds.length > 0 || party.wheelchairIds.length > 0
    this.#comfortMin = tired ? COMFORTABLE_WALK_MIN.tired : COMFORTABLE_WALK_MIN.strong
    this.#anchors = new Set([arrival.at, departure.at, ...lodgings].flatMap((anchor) => (anchor === null ? [] : keyOf(anchor.position))))
  }

  /** A way of no length where the points are the same. */
  between(from: LatLng, to: LatLng): Way | null {
    const straight = distanceM(from, to)
    if (straight <= SAME_SPOT_M) return { mode: 'walk', durationMin: 0, distanceM: 0, walkM: 0, source: 'same-place' }
    const walk = straight <= this.#party.walkLegM ? this.#walk(from, to) : null
    if (walk !== null && walk.durationMin <= this.#comfortMin) return walk
    const ride = this.#ride(from, to, straight)
    if (walk === null) return ride
    return ride === null || walk.durationMin <= ride.durationMin + RIDE_MUST_SAVE_MIN ? walk : ride
  }

  #walk(from: LatLng, to: LatLng): Way | null {
    const leg = this.#source(from, to, 'walk')
    return leg === null || leg.distanceM > this.#party.walkLegM ? null : whole(leg, 'walk')
  }

  /** By the trip's own transport, or by taxi where that is kinder. Who only walks goes nowhere else. */
  #ride(from: LatLng, to: LatLng, straight: number): Way | null {
    if (this.#transport === 'walk') return null
    const leg = this.#source(from, to, this.#transport)
    if (this.#transport !== 'transit') return leg === null || leg.walkM > this.#party.walkLegM ? null : whole(leg, this.#transport)
    const taxi = this.#source(from, to, 'taxi')
    const bags = this.#anchors.has(keyOf(from)) && this.#anchors.has(keyOf(to))
    const onFootM = this.#source(from, to, 'walk')?.distanceM ?? straight
    const relief = taxi === null ? null : this.#relief(leg, taxi, { straight, onFootM, bags })
    if (relief !== null) return { ...whole(taxi!, 'taxi'), relief }
    return leg === null || isTooFarToStop(leg, this.#party.walkLegM) ? null : whole(leg, 'transit')
  }

  /** Whom a taxi would spare what; null when the train will do, or is sooner there. */
  #relief(transit: LegEstimate | null, taxi: LegEstimate, { straight, onFootM, bags }: Distances): Relief | null {
    if (transit === null) return { cause: 'no-transit', travellerIds: [], sparesM: 0 }
    const { walkLegs, littleIds, restIds } = this.#party
    const who = (cannot: (legM: number) => boolean): readonly string[] => walkLegs.filter(({ legM }) => cannot(legM)).map(({ id }) => id)
    const sooner = taxi.durationMin <= transit.durationMin
    const grounds: readonly (readonly [TaxiCause, boolean, readonly string[]])[] = [
      ['far-stop', true, who((legM) => isTooFarToStop(transit, legM))],
      ['bags', sooner && bags && straight <= TAXI_RELIEF.bagsUpToM, restIds],
      ['little-walking', sooner && straight <= TAXI_RELIEF.littleUpToM, littleIds],
      ['near', sooner && straight <= TAXI_RELIEF.nearM, who((legM) => onFootM > legM)],
    ]
    const ground = grounds.find(([, applies, ids]) => applies && ids.length > 0)
    return ground === undefined ? null : { cause: ground[0], travellerIds: ground[2], sparesM: Math.ceil(transit.walkM) }
  }
}

/** Transit is walked to and from. */
function isTooFarToStop(transit: LegEstimate, legM: number): boolean {
  return transit.walkM / 2 > legM
}

function keyOf({ lat, lng }: LatLng): string {
  return `${lat},${lng}`
}

function whole(leg: LegEstimate, mode: LegMode): Way {
  const distance = Math.ceil(leg.distanceM)
  return {
    mode,
    durationMin: Math.max(1, Math.ceil(leg.durationMin)),
    distanceM: distance,
    walkM: mode === 'walk' ? distance : Math.ceil(leg.walkM),
    source: leg.source,
  }
}
