import { UNREACHABLE, routeModel } from '../model.ts'
import type { Resource, RouteModel } from '../model.ts'
import { Rng } from '../rng.ts'

/** Which features a random model has. */
export type Features = {
  readonly several?: boolean
  readonly groups?: boolean
  readonly slots?: boolean
  readonly resources?: boolean
  readonly prices?: boolean
  readonly wild?: boolean
  /** Wild, and a direct way may be far longer than a detour: taking a stop out often makes the rest impossible. */
  readonly lawless?: boolean
}

export const EVERYTHING: Features = { several: true, groups: true, slots: true, resources: true, prices: true, wild: true }

/**
 * A small random model, the same for the same seed: 2 or 3 tours, 8 to 24 visits, a day of 300 units. `wild` gives every tour a matrix of its own,
 * asymmetric, without triangle inequality and with a few unreachable arcs.
 */
export function randomModel(seed: number, features: Features): RouteModel {
  const rng = new Rng(seed)
  const tours = 2 + rng.below(2)
  const visits = 8 + rng.below(17)
  const nodes = 2 + visits - (features.groups ? rng.below(4) : 0)
  const table = (length: number, draw: (i: number) => number): Int32Array => Int32Array.from({ length }, (_, i) => draw(i))
  const spread = features.lawless ? 90 : features.wild ? 15 : 0
  const shared = matrix(rng, nodes, spread)
  const groups = features.groups ? Math.max(2, visits - 5) : visits
  return routeModel({
    tours,
    nodes,
    visits,
    startNode: table(tours, () => rng.below(2)),
    endNode: table(tours, () => rng.below(2)),
    earliest: table(tours, () => rng.below(30)),
    latest: table(tours, () => 270 + rng.below(30)),
    travel: Array.from({ length: tours }, () => (spread > 0 ? matrix(rng, nodes, spread) : shared)),
    visitNode: table(visits, (v) => (v + 2 < nodes ? v + 2 : 2 + rng.below(nodes - 2))),
    service: table(visits, () => 5 + rng.below(40)),
    ...windows(rng, tours, visits, features.several ?? false),
    group: table(visits, (v) => (v < groups ? v : rng.below(groups))),
    groups,
    groupPenalty: Float64Array.from({ length: groups }, () => (features.groups && rng.below(6) === 0 ? 500 : 0)),
    ...(features.slots ? slots(rng, tours, visits) : {}),
    resources: features.resources ? resources(rng, tours, visits, nodes) : [],
    ...(features.prices ? prices(rng, tours, nodes) : {}),
    ...(spread > 0 ? {} : { detourFloor: -1 }),
  })
}

function matrix(rng: Rng, nodes: number, spread: number): Int32Array {
  const points = Array.from({ length: nodes }, () => [rng.below(60), rng.below(60)] as const)
  const at = (i: number): number => {
    const [a, b] = [points[Math.floor(i / nodes)]!, points[i % nodes]!]
    const distance = Math.floor(Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2))
    // The first two nodes are the ends of tours: always connected, so that an empty tour is feasible.
    if (spread === 0 || i % nodes < 2) return distance
    return rng.below(25) === 0 ? UNREACHABLE : distance + rng.below(spread)
  }
  return Int32Array.from({ length: nodes * nodes }, (_, i) => at(i))
}

function windows(rng: Rng, tours: number, visits: number, several: boolean): Pick<RouteModel, 'windowFrom' | 'windowOpen' | 'windowClose'> {
  const from = [0]
  const open: number[] = []
  const close: number[] = []
  for (let cell = 0; cell < tours * visits; cell++) {
    let time = rng.below(120)
    for (let w = several ? rng.below(4) : 1; w > 0; w--) {
      open.push(time)
      time += rng.below(several ? 40 : 150)
      close.push(time)
      time += 1 + rng.below(50)
    }
    from.push(open.length)
  }
  return { windowFrom: Int32Array.from(from), windowOpen: Int32Array.from(open), windowClose: Int32Array.from(close) }
}

function slots(rng: Rng, tours: number, visits: number): Pick<RouteModel, 'slot' | 'slots' | 'slotPenalty'> {
  return {
    slots: 2,
    slot: Int32Array.from({ length: visits }, () => rng.below(5) - 3).map((s) => Math.max(-1, s)),
    slotPenalty: Float64Array.from({ length: tours * 2 }, () => 100 * rng.below(2)),
  }
}

function resources(rng: Rng, tours: number, visits: number, nodes: number): Resource[] {
  const amounts = (length: number, most: number): Int32Array => Int32Array.from({ length }, () => rng.below(most))
  const ends = (m: Int32Array): Int32Array => m.map((amount, i) => (i % nodes < 2 && Math.floor(i / nodes) < 2 ? 0 : amount))
  return [
    {
      name: 'sights',
      perVisit: new Int32Array(visits).fill(1),
      perArc: null,
      tourCap: amounts(tours, 3).map((cap) => cap + 2),
      planCap: 6,
    },
    {
      name: 'walk',
      perVisit: null,
      perArc: Array.from({ length: tours }, () => ends(amounts(nodes * nodes, 40))),
      tourCap: new Int32Array(tours).fill(90),
      planCap: UNREACHABLE,
    },
    {
      name: 'money',
      perVisit: amounts(visits, 30),
      perArc: Array.from({ length: tours }, () => ends(amounts(nodes * nodes, 5))),
      tourCap: null,
      planCap: 120,
    },
  ]
}

function prices(rng: Rng, tours: number, nodes: number): Partial<RouteModel> {
  const quarter = (length: number): Float64Array => Float64Array.from({ length }, () => rng.below(4) / 4)
  return { travelPrice: quarter(tours), waitPrice: quarter(tours), arcPrice: Array.from({ length: tours }, () => quarter(nodes * nodes)) }
}

/** Profits 1 .. 50. */
export function randomProfits(seed: number, visits: number): Float64Array {
  const rng = new Rng(seed ^ 0x5eed)
  return Float64Array.from({ length: visits }, () => 1 + rng.below(50))
}
