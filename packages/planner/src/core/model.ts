/**
 * The route model: everything the solver knows about a problem, immutable and in typed arrays.
 *
 * One model serves both the published benchmark (TOPTW) and a family's trip. STABLE API: `src/trip` compiles into it.
 *
 * Words. A *tour* is one day. A *node* is a point of the travel matrix. A *visit* is one possible stop: a node, a stay and windows;
 * several visits may sit at one node (a short and a long stay, lunch and dinner at the same restaurant).
 *
 * Units. Times (travel, service, windows, earliest, latest) are integers in one unit of the caller's choice, for trips minutes counted from a
 * common origin or from each day's midnight (times of different tours are never compared). Scores (profits, penalties, prices) are doubles in
 * one unit of the caller's choice. Resource amounts are integers in a unit per resource. |times| must stay below 2^27.
 *
 * Value of a plan = objective.value()
 *   - sum of groupPenalty over groups without a visit in the plan
 *   - sum of slotPenalty over (tour, slot) pairs without a visit
 *   - sum over tours of travelPrice x travel + waitPrice x waiting + arcPrice over its arcs.
 * Waiting is measured with the tour left as late as it can be without ending later: idle time before the first stop costs nothing.
 */

/** A travel entry of at least this makes the arc impossible. Also "no limit" for resource caps. */
export const UNREACHABLE = 1 << 28

/** Something additive that is used up along a tour: metres walked, minutes outdoors, number of sights, money. */
export type Resource = {
  readonly name: string
  /** [visits] amount a visit uses, >= 0; null when only arcs use it. */
  readonly perVisit: Int32Array | null
  /** One matrix per tour, [nodes x nodes] as `travel`; null when only visits use it. The same array may be repeated. */
  readonly perArc: readonly Int32Array[] | null
  /** [tours] most a tour may use; UNREACHABLE for no limit; null for no limit on any. */
  readonly tourCap: Int32Array | null
  /** Most the whole plan may use; UNREACHABLE for no limit. */
  readonly planCap: number
}

export type RouteModel = {
  readonly tours: number
  readonly nodes: number
  readonly visits: number
  /** [tours] node a tour starts and ends at. */
  readonly startNode: Int32Array
  readonly endNode: Int32Array
  /** [tours] a tour leaves its start at or after `earliest` and is at its end at or before `latest`. */
  readonly earliest: Int32Array
  readonly latest: Int32Array
  /** One matrix per tour, [nodes x nodes] row-major: travel[t][from * nodes + to]. The same array may be repeated (and costs nothing then). */
  readonly travel: readonly Int32Array[]
  /** [visits] node and length of stay. */
  readonly visitNode: Int32Array
  readonly service: Int32Array
  /**
   * Windows for the START of service, CSR over cell = visit * tours + tour: windows windowFrom[cell] .. windowFrom[cell + 1] - 1, each
   * [windowOpen, windowClose] inclusive, ascending and disjoint. No window: the visit is impossible in that tour.
   */
  readonly windowFrom: Int32Array
  readonly windowOpen: Int32Array
  readonly windowClose: Int32Array
  /** [visits] place group of a visit, 0 .. groups - 1: at most one visit of a group in the whole plan. Every visit has one (its own by default). */
  readonly group: Int32Array
  readonly groups: number
  /** [groups] price of leaving the whole group out; > 0 makes it required (must-see, fixed booking): choose it far above any score. */
  readonly groupPenalty: Float64Array
  /** [visits] slot of a visit (lunch, dinner, rest), 0 .. slots - 1, or -1: at most one visit of a slot per tour. */
  readonly slot: Int32Array
  readonly slots: number
  /** [tours x slots] price of leaving the slot empty that day, 0 for none: slotPenalty[t * slots + slot]. */
  readonly slotPenalty: Float64Array
  readonly resources: readonly Resource[]
  /** [tours] score per unit of travel time and of waiting. */
  readonly travelPrice: Float64Array
  readonly waitPrice: Float64Array
  /** One matrix per tour, [nodes x nodes], score an arc costs (fares, tiring walks); null for none. */
  readonly arcPrice: readonly Float64Array[] | null
  /**
   * Least time any detour p -> v -> q may cost over p -> q (<= 0; 0 when the triangle inequality holds exactly). Prunes; never changes
   * which insertions are found as long as it is a true bound. -UNREACHABLE (the default) when unknown.
   */
  readonly detourFloor: number
}

type Required = 'tours' | 'nodes' | 'visits' | 'startNode' | 'endNode' | 'earliest' | 'latest' | 'travel' | 'visitNode' | 'service'
type Windows = 'windowFrom' | 'windowOpen' | 'windowClose'

/** What a caller must give; the rest has neutral defaults. `groups` and `slots` are counted from the arrays when left out. */
export type RouteModelSpec = Pick<RouteModel, Required | Windows> & Partial<Omit<RouteModel, Required | Windows>>

/**
 * Completes and checks a model.
 * @throws RangeError naming the first array of wrong length, index out of range or unsorted window: a bug in the caller, never a user's wish.
 */
export function routeModel(spec: RouteModelSpec): RouteModel {
  const { visits, tours } = spec
  const group = spec.group ?? Int32Array.from({ length: visits }, (_, v) => v)
  const groups = spec.groups ?? 1 + group.reduce((a, b) => Math.max(a, b), -1)
  const slot = spec.slot ?? new Int32Array(visits).fill(-1)
  const slots = spec.slots ?? 1 + slot.reduce((a, b) => Math.max(a, b), -1)
  const model: RouteModel = {
    ...spec,
    group,
    groups,
    slot,
    slots,
    groupPenalty: spec.groupPenalty ?? new Float64Array(groups),
    slotPenalty: spec.slotPenalty ?? new Float64Array(tours * slots),
    resources: spec.resources ?? [],
    travelPrice: spec.travelPrice ?? new Float64Array(tours),
    waitPrice: spec.waitPrice ?? new Float64Array(tours),
    arcPrice: spec.arcPrice ?? null,
    detourFloor: spec.detourFloor ?? -UNREACHABLE,
  }
  checkLengths(model)
  checkIndices(model)
  checkWindows(model)
  return model
}

function checkLengths(m: RouteModel): void {
  const wanted: readonly (readonly [string, ArrayLike<unknown>, number])[] = [
    ['startNode', m.startNode, m.tours],
    ['endNode', m.endNode, m.tours],
    ['earliest', m.earliest, m.tours],
    ['latest', m.latest, m.tours],
    ['travel', m.travel, m.tours],
    ['visitNode', m.visitNode, m.visits],
    ['service', m.service, m.visits],
    ['windowFrom', m.windowFrom, m.visits * m.tours + 1],
    ['windowClose', m.windowClose, m.windowOpen.length],
    ['group', m.group, m.visits],
    ['groupPenalty', m.groupPenalty, m.groups],
    ['slot', m.slot, m.visits],
    ['slotPenalty', m.slotPenalty, m.tours * m.slots],
    ['travelPrice', m.travelPrice, m.tours],
    ['waitPrice', m.waitPrice, m.tours],
    ['arcPrice', m.arcPrice ?? m.travel, m.tours],
    ...m.travel.map((matrix, t) => [`travel[${t}]`, matrix, m.nodes * m.nodes] as const),
    ...(m.arcPrice ?? []).map((matrix, t) => [`arcPrice[${t}]`, matrix, m.nodes * m.nodes] as const),
    ...m.resources.flatMap((r) => [
      [`${r.name}.perVisit`, r.perVisit ?? m.service, m.visits] as const,
      [`${r.name}.perArc`, r.perArc ?? m.travel, m.tours] as const,
      [`${r.name}.tourCap`, r.tourCap ?? m.latest, m.tours] as const,
    ]),
  ]
  for (const [name, array, length] of wanted) {
    if (array.length !== length) throw new RangeError(`${name}: length ${array.length}, wanted ${length}`)
  }
}

function checkIndices(m: RouteModel): void {
  const within = (name: string, array: Int32Array, low: number, end: number): void => {
    array.forEach((value, i) => {
      if (value < low || value >= end) throw new RangeError(`${name}[${i}] = ${value}, wanted ${low} .. ${end - 1}`)
    })
  }
  within('startNode', m.startNode, 0, m.nodes)
  within('endNode', m.endNode, 0, m.nodes)
  within('visitNode', m.visitNode, 0, m.nodes)
  within('service', m.service, 0, UNREACHABLE)
  within('group', m.group, 0, m.groups)
  within('slot', m.slot, -1, m.slots)
  within('windowFrom', m.windowFrom, 0, m.windowOpen.length + 1)
}

function checkWindows(m: RouteModel): void {
  for (let cell = 0; cell < m.visits * m.tours; cell++) {
    for (let w = m.windowFrom[cell]!; w < m.windowFrom[cell + 1]!; w++) {
      const early = w > m.windowFrom[cell]! && m.windowOpen[w]! <= m.windowClose[w - 1]!
      if (early || m.windowClose[w]! < m.windowOpen[w]!) {
        throw new RangeError(`windows of visit ${Math.floor(cell / m.tours)} in tour ${cell % m.tours} are not ascending and disjoint`)
      }
    }
  }
}
