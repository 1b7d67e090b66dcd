import { distanceM, type LatLng, type LegMode, type Transport } from '@yeojeong/domain'
import type { Party } from './party.ts'

/** What a way takes by one mode. Minutes and metres; `walkM` is what of it is walked. */
export type LegEstimate = { readonly durationMin: number; readonly distanceM: number; readonly walkM: number; readonly source: string }

/** Where way times come from: the calibrated model, or a provider's answers gathered beforehand. Null: this mode cannot go there. */
export type LegSource = (from: LatLng, to: LatLng, mode: LegMode) => LegEstimate | null

/** The mode chosen for a way and what it takes; whole minutes and metres. */
export type Way = LegEstimate & { readonly mode: LegMode }

/** Nearer than this is the same place. */
const SAME_SPOT_M = 1
/** A walk up to this many minutes is taken without asking for a ride. Shorter for those who tire. */
const COMFORTABLE_WALK_MIN = { strong: 15, tired: 9 }
/** A ride must save this much over walking to be worth waiting for. */
const RIDE_MUST_SAVE_MIN = 4

/** Chooses how the party goes from one point to another; null when no allowed way keeps its limits. */
export class Ways {
  readonly #source: LegSource
  readonly #transport: Transport
  readonly #legM: number
  readonly #comfortMin: number

  constructor(source: LegSource, transport: Transport, party: Party) {
    this.#source = source
    this.#transport = transport
    this.#legM = party.walkLegM
    const tired = party.restIds.length > 0 || party.wheelchairIds.length > 0
    this.#comfortMin = tired ? COMFORTABLE_WALK_MIN.tired : COMFORTABLE_WALK_MIN.strong
  }

  /** A way of no length where the points are the same. */
  between(from: LatLng, to: LatLng): Way | null {
    const straight = distanceM(from, to)
    if (straight <= SAME_SPOT_M) return { mode: 'walk', durationMin: 0, distanceM: 0, walkM: 0, source: 'same-place' }
    const walk = straight <= this.#legM ? this.#walk(from, to) : null
    if (walk !== null && walk.durationMin <= this.#comfortMin) return walk
    const ride = this.#ride(from, to)
    if (walk === null) return ride
    return ride === null || walk.durationMin <= ride.durationMin + RIDE_MUST_SAVE_MIN ? walk : ride
  }

  #walk(from: LatLng, to: LatLng): Way | null {
    const leg = this.#source(from, to, 'walk')
    return leg === null || leg.distanceM > this.#legM ? null : whole(leg, 'walk')
  }

  /** By the trip's own transport; where that asks for more walking than somebody can do, a taxi. Who only walks goes nowhere else. */
  #ride(from: LatLng, to: LatLng): Way | null {
    if (this.#transport !== 'walk') {
      const leg = this.#source(from, to, this.#transport)
      if (leg !== null && leg.walkM / 2 <= this.#legM) return whole(leg, this.#transport)
      if (this.#transport !== 'transit') return null
    } else return null
    const taxi = this.#source(from, to, 'taxi')
    return taxi === null ? null : whole(taxi, 'taxi')
  }
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
