import type { Backoff } from './backoff.ts'
import { InsertionTable } from './insertion-table.ts'
import type { PlanState } from './plan-state.ts'
import { UNREACHABLE } from './model.ts'
import type { Rng } from './rng.ts'
import { scanTour } from './scan.ts'
import { arcsFitAfter, scanTourPriced } from './scan-priced.ts'
import { NEVER } from './search-model.ts'

/**
 * An order in which candidates are inserted: highest net^(halves / 2) / shift^byShift x noise first, recomputed as the plan fills.
 * Half powers need only a square root, which every engine rounds alike (Math.pow need not).
 */
export type InsertionRule = {
  /** Twice the exponent of the net gain: 0 .. 6. */
  readonly halves: number
  /** Whether the key is divided by the time the insertion takes. */
  readonly byShift: boolean
  /** Keys are multiplied by 1 + noise x (u - 1/2), one draw per visit and recreate; Infinity: by the draw alone. */
  readonly noise: number
}

/** Fills a plan up: inserts candidates, each at its best position, until none fits or pays. */
export class Recreate {
  readonly table: InsertionTable
  /** Score a unit of time is worth, used by the priced scan to weigh price against time. */
  timeWorth = 0
  readonly #plan: PlanState
  readonly #backoff: Backoff
  readonly #noise: Float64Array
  /** [visits] profit and lifted penalty where neither depends on the rest of the plan. */
  readonly #reward: Float64Array
  readonly #key: Float64Array
  readonly #tour: Int32Array
  readonly #restricted: boolean
  readonly #open: Int32Array
  readonly #lenience: number
  #lenient = 0

  /** @param lenience share of recreates whose positions are chosen by travel and stay alone: waiting may yet be filled by later insertions. */
  constructor(plan: PlanState, backoff: Backoff, lenience: number) {
    this.#lenience = lenience
    this.#backoff = backoff
    const m = plan.sm.model
    this.#plan = plan
    this.table = new InsertionTable(m)
    this.#noise = new Float64Array(m.visits)
    this.#reward = Float64Array.from(m.group, (group, v) => plan.objective.worth[v]! + plan.sm.groupPenalty[group]!)
    this.#key = new Float64Array(m.visits)
    this.#tour = new Int32Array(m.visits)
    this.#open = new Int32Array(m.visits)
    this.#restricted = plan.sm.shared || m.slots > 0 || m.resources.length > 0
  }

  /**
   * @param list candidates: the first `own` may go to any tour, the others only to dirty ones (in the rest nothing has become free). Overwritten.
   * @returns evaluations.
   */
  run(list: Int32Array, own: number, count: number, rule: InsertionRule, rng: Rng): number {
    const plan = this.#plan
    this.#drawNoise(list, count, rule.noise, rng)
    this.#lenient = rng.unit() < this.#lenience ? 1 : 0
    let looked = 0
    for (let t = 0; t < plan.length.length; t++) {
      const scanned = plan.dirty[t] === 1 ? count : own
      looked += this.#scan(t, list, scanned, false)
      for (let i = scanned; i < count; i++) this.table.shift[t * plan.tourOf.length + list[i]!] = NEVER
    }
    this.#learn(list, own, count, rng)
    let left = this.#rank(list, count, rule, -1)
    while (left > 0) {
      const visit = this.#pick(list, left)
      if (visit < 0) break
      const tour = this.#tour[visit]!
      const cell = tour * plan.tourOf.length + visit
      if (plan.sm.priced && !arcsFitAfter(plan, tour, this.table.after[cell]!, visit)) {
        // Another tour has used up a cap of the whole plan since this position was found.
        this.table.shift[cell] = NEVER
        left = this.#rank(list, left, rule, tour)
        continue
      }
      plan.insert(visit, tour, this.table.after[cell]!)
      left = without(list, left, visit)
      looked += this.#scan(tour, list, left, true)
      left = this.#rank(list, left, rule, tour)
    }
    return looked
  }

  /** Tells the backoff which of the visits from outside the plan fitted anywhere. */
  #learn(list: Int32Array, own: number, count: number, rng: Rng): void {
    const { shift } = this.table
    const { length, tourOf } = this.#plan
    for (let i = own; i < count; i++) {
      const visit = list[i]!
      let t = 0
      while (t < length.length && shift[t * tourOf.length + visit] === NEVER) t++
      if (t < length.length) this.#backoff.hit(visit)
      else this.#backoff.miss(visit, rng)
    }
  }

  #drawNoise(list: Int32Array, count: number, amount: number, rng: Rng): void {
    for (let i = 0; i < count; i++) {
      const u = rng.unit()
      this.#noise[list[i]!] = amount === Infinity ? u + 1e-9 : 1 + amount * (u - 0.5)
    }
  }

  #scan(tour: number, list: Int32Array, count: number, again: boolean): number {
    const plan = this.#plan
    let scanned = list
    let some = count
    if (this.#restricted) {
      scanned = this.#open
      some = 0
      const { shift } = this.table
      const cells = tour * plan.tourOf.length
      for (let i = 0; i < count; i++) {
        if (admissible(plan, list[i]!, tour)) scanned[some++] = list[i]!
        else shift[cells + list[i]!] = NEVER
      }
    }
    if (!plan.sm.priced) return scanTour(plan, this.table, tour, scanned, some, again, this.#lenient)
    return scanTourPriced(plan, this.table, tour, scanned, some, again, this.#lenient, this.timeWorth)
  }

  /**
   * Keys and best tours of the candidates; drops those that fit nowhere.
   * @param changed the only tour whose insertions changed, or -1. Plain sums then keep the keys of candidates that prefer another tour.
   */
  #rank(list: Int32Array, count: number, rule: InsertionRule, changed: number): number {
    const { shift } = this.table
    const tours = this.#plan.length.length
    const visits = this.#plan.tourOf.length
    const simple = this.#plan.profits !== null && !this.#plan.sm.priced && !this.#restricted
    let kept = 0
    for (let i = 0; i < count; i++) {
      const visit = list[i]!
      if (simple) {
        if (changed >= 0 && this.#tour[visit] !== changed) {
          list[kept++] = visit
          continue
        }
        let tour = 0
        let least = shift[visit]!
        for (let t = 1; t < tours; t++) {
          const other = shift[t * visits + visit]!
          if (other < least) {
            least = other
            tour = t
          }
        }
        if (least === NEVER || this.#reward[visit]! <= 0) continue
        this.#tour[visit] = tour
        this.#key[visit] = keyOf(this.#reward[visit]!, least, rule) * this.#noise[visit]!
        list[kept++] = visit
      } else if (this.#rankGeneral(visit, rule)) list[kept++] = visit
    }
    return kept
  }

  #rankGeneral(visit: number, rule: InsertionRule): boolean {
    const { shift, price } = this.table
    const plan = this.#plan
    const visits = plan.tourOf.length
    let best = -1
    let fits = false
    for (let t = 0; t < plan.length.length; t++) {
      const cell = t * visits + visit
      if (shift[cell] === NEVER || (this.#restricted && !admissible(plan, visit, t))) continue
      fits = true
      const net = netGain(plan, visit, t) - (plan.sm.priced ? price[cell]! : 0)
      if (net <= 0) continue
      const key = keyOf(net, shift[cell]!, rule) * this.#noise[visit]!
      if (key <= best) continue
      best = key
      this.#tour[visit] = t
    }
    this.#key[visit] = best
    return fits
  }

  /** The candidate with the highest key, or -1 when none pays. */
  #pick(list: Int32Array, count: number): number {
    let best = -1
    let visit = -1
    for (let i = 0; i < count; i++) {
      const key = this.#key[list[i]!]!
      if (key > best) {
        best = key
        visit = list[i]!
      }
    }
    return best >= 0 ? visit : -1
  }
}

function keyOf(net: number, shift: number, rule: InsertionRule): number {
  let key = 1
  for (let h = rule.halves; h > 1; h -= 2) key *= net
  if (rule.halves & 1) key *= Math.sqrt(net)
  return rule.byShift ? key / Math.max(1, shift) : key
}

function without(list: Int32Array, count: number, visit: number): number {
  let i = 0
  while (list[i] !== visit) i++
  list[i] = list[count - 1]!
  return count - 1
}

/** What the visit adds: its marginal value and the penalties it lifts. */
function netGain(plan: PlanState, visit: number, tour: number): number {
  const m = plan.sm.model
  const gain = plan.profits === null ? plan.objective.gain(visit, tour) : plan.profits[visit]!
  const slot = m.slot[visit]!
  return gain + plan.sm.groupPenalty[m.group[visit]!]! + (slot < 0 ? 0 : m.slotPenalty[tour * m.slots + slot]!)
}

/** True unless a group, a slot or a resource of visits forbids the visit in this tour now. */
function admissible(plan: PlanState, visit: number, tour: number): boolean {
  const m = plan.sm.model
  if (plan.groupTaken[m.group[visit]!] === 1) return false
  const slot = m.slot[visit]!
  if (slot >= 0 && plan.slotTaken[tour * m.slots + slot] === 1) return false
  for (let r = 0; r < m.resources.length; r++) {
    const { perVisit, perArc, tourCap, planCap } = m.resources[r]!
    if (perVisit === null || perArc !== null) continue
    const amount = perVisit[visit]!
    if (tourCap !== null && tourCap[tour]! < UNREACHABLE && plan.used[r * m.tours + tour]! + amount > tourCap[tour]!) return false
    if (planCap < UNREACHABLE && plan.usedInAll[r]! + amount > planCap) return false
  }
  return true
}
