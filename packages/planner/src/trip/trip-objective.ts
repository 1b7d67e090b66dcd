import { CATEGORIES, INTERESTS, type Traveller } from '@yeojeong/domain'
import type { Objective } from '../core/objective.ts'
import { blended, satisfactionUnits, unitsFor, type Worth } from './objective.ts'
import { WEIGHTS } from './weights.ts'

export type ObjectiveSpec = {
  readonly worths: readonly Worth[]
  readonly travellers: readonly Traveller[]
  /** [travellers] by INTERESTS. */
  readonly tastes: readonly Float64Array[]
  readonly saturation: number
  /** [travellers] what a traveller's satisfaction is measured against, in units. */
  readonly reference: readonly number[]
  readonly fairness: number
  readonly days: number
  /** [visits] visits of one group exclude each other. */
  readonly group: Int32Array
  /** [visits] share of the budget a visit uses, 0 where unknown or without a budget. */
  readonly budgetShare: Float64Array
}

/** Points for each whole share somebody falls below what was promised them: more than anything else could bring. */
const PROMISE = 1e7

/** What rules a visit out: below anything a penalty could make good. */
const BARRED = -1e9

const I = INTERESTS.length
const C = CATEGORIES.length

/** The trip's objective, kept in step with the solver's working plan: each question costs a few divisions per traveller. */
export class TripObjective implements Objective {
  readonly additive = false
  readonly worth: Float64Array
  readonly #spec: ObjectiveSpec
  readonly #scale: number
  /** CSR by visit: interests it touches, and [travellers] the units it gives of each. */
  readonly #from: Int32Array
  readonly #interest: Int32Array
  readonly #units: readonly Float64Array[]
  readonly #category: Int32Array
  readonly #cuisine: Int32Array
  readonly #cuisines: number
  readonly #share: number
  readonly #had: Float64Array
  readonly #value: Float64Array
  readonly #shares: Float64Array
  /** [travellers] the satisfaction each was promised. */
  readonly #promised: Float64Array
  readonly #categoryDay: Map<number, Int32Array> = new Map()
  readonly #categoryTrip = new Int32Array(C)
  readonly #cuisineDay: Map<number, Int32Array> = new Map()
  readonly #cuisineTrip: Int32Array
  /** [groups] whether one of its visits is in the plan, and the share of the budget spent. */
  readonly #taken: Uint8Array
  #spent = 0
  #points = 0
  /** The group's welfare now, and [visits] what adding one would bring, as of the contents numbered `#asOf`: it is asked for once per tour. */
  #version = 0
  #welfareNow = 0
  readonly #brings: Float64Array
  readonly #asOf: Int32Array

  constructor(spec: ObjectiveSpec) {
    this.#spec = spec
    const members = spec.travellers.length
    this.#taken = new Uint8Array(1 + spec.group.reduce((a, b) => Math.max(a, b), 0))
    this.#scale = (WEIGHTS.sight * spec.reference.reduce((a, b) => a + b, 0)) / members
    const tables = spec.travellers.map((t) => spec.worths.map((w) => unitsFor(w, t)))
    const touched = spec.worths.map((_, v) => INTERESTS.flatMap((_name, i) => (tables.some((table) => table[v]![i]! > 0) ? [i] : [])))
    this.#from = new Int32Array(touched.length + 1)
    touched.forEach((list, v) => (this.#from[v + 1] = this.#from[v]! + list.length))
    this.#interest = Int32Array.from(touched.flat())
    this.#units = tables.map((table) => Float64Array.from(touched.flatMap((list, v) => list.map((i) => table[v]![i]!))))
    this.#category = Int32Array.from(spec.worths, (w) => (w.role === 'sight' ? CATEGORIES.indexOf(w.place!.category) : -1))
    const names = [...new Set(spec.worths.map((w) => cuisineOf(w)))]
    this.#cuisine = Int32Array.from(spec.worths, (w) => (cuisineOf(w) === null ? -1 : names.indexOf(cuisineOf(w))))
    this.#cuisines = names.length
    this.#cuisineTrip = new Int32Array(names.length)
    this.#share = Math.max(1, Math.ceil(spec.days * 0.6))
    this.#had = new Float64Array(members * I)
    this.#value = new Float64Array(members)
    this.#shares = new Float64Array(members)
    this.#promised = new Float64Array(members)
    this.#brings = new Float64Array(spec.worths.length)
    this.#asOf = new Int32Array(spec.worths.length).fill(-1)
    this.worth = Float64Array.from(spec.worths, (_, v) => Math.max(1e-3, this.gain(v, 0)))
  }

  /** What would break the plan as a whole is barred here too: the solver's own tables may be a step behind on other days. */
  gain(visit: number, tour: number): number {
    if (this.#taken[this.#spec.group[visit]!] === 1 || this.#spent + this.#spec.budgetShare[visit]! > 1 + 1e-9) return BARRED
    return this.#welfareGain(visit) + this.#spec.worths[visit]!.points + this.#habits(visit, tour)
  }

  #welfareGain(visit: number): number {
    if (this.#asOf[visit] !== this.#version) {
      this.#asOf[visit] = this.#version
      this.#brings[visit] = this.#welfareWith(visit) - this.#welfareNow
    }
    return this.#brings[visit]!
  }

  add(visit: number, tour: number): void {
    this.#points += this.#spec.worths[visit]!.points + this.#habits(visit, tour)
    this.#count(visit, tour, 1)
  }

  remove(visit: number, tour: number): void {
    this.#count(visit, tour, -1)
    this.#points -= this.#spec.worths[visit]!.points + this.#habits(visit, tour)
  }

  value(): number {
    return this.#welfareNow + this.#points
  }

  clear(): void {
    this.#had.fill(0)
    this.#value.fill(0)
    this.#categoryTrip.fill(0)
    this.#cuisineTrip.fill(0)
    this.#categoryDay.clear()
    this.#cuisineDay.clear()
    this.#taken.fill(0)
    this.#spent = 0
    this.#points = 0
    this.#changed()
  }

  /** [travellers] 0 … 1: satisfaction as a share of what each could have alone. */
  satisfaction(): readonly number[] {
    return this.#spec.reference.map((reference, m) => Math.min(1, this.#value[m]! / reference))
  }

  /** From now on a plan that gives a traveller less than this share is worth less than any that does not. */
  promise(shares: readonly number[]): void {
    this.#promised.set(shares)
    this.#changed()
  }

  /** By INTERESTS: how much each counts for a traveller. */
  tastesOf(traveller: number): Float64Array {
    return this.#spec.tastes[traveller]!
  }

  #changed(): void {
    const { reference, fairness } = this.#spec
    this.#version++
    for (let m = 0; m < reference.length; m++) this.#shares[m] = this.#value[m]! / reference[m]!
    this.#welfareNow = this.#scale * blended(this.#shares, fairness) - this.#broken()
  }

  /** Points lost for what of the promises #shares do not hold. */
  #broken(): number {
    let points = 0
    for (let m = 0; m < this.#shares.length; m++) points += PROMISE * Math.max(0, this.#promised[m]! - this.#shares[m]!)
    return points
  }

  #welfareWith(visit: number): number {
    const { reference, fairness, tastes, saturation } = this.#spec
    const end = this.#from[visit + 1]!
    for (let m = 0; m < reference.length; m++) {
      const taste = tastes[m]!
      const units = this.#units[m]!
      let value = this.#value[m]!
      for (let k = this.#from[visit]!; k < end; k++) {
        const i = this.#interest[k]!
        const had = this.#had[m * I + i]!
        // The difference of two saturating returns in one division: s·(b/(s+b) − a/(s+a)) = s²(b−a)/((s+a)(s+b)).
        value += (taste[i]! * saturation * saturation * units[k]!) / ((saturation + had) * (saturation + had + units[k]!))
      }
      this.#shares[m] = value / reference[m]!
    }
    return this.#scale * blended(this.#shares, fairness) - this.#broken()
  }

  /** Points for variety and thrift that adding the visit to what is there brings (≤ 0). */
  #habits(visit: number, tour: number): number {
    let points = -WEIGHTS.wholeBudget * this.#spec.budgetShare[visit]!
    const category = this.#category[visit]!
    if (category >= 0) {
      const today = this.#categoryDay.get(tour)?.[category] ?? 0
      if (today === 1) points -= WEIGHTS.sameDaySecond
      else if (today > 1) points -= WEIGHTS.sameDayThird
      if (this.#categoryTrip[category]! >= this.#share) points -= WEIGHTS.categoryBeyondShare
    }
    const cuisine = this.#cuisine[visit]!
    if (cuisine >= 0) {
      if (this.#cuisineTrip[cuisine]! > 0) points -= WEIGHTS.cuisineAgain
      if ((this.#cuisineDay.get(tour)?.[cuisine] ?? 0) > 0) points -= WEIGHTS.cuisineSameDay
    }
    return points
  }

  #count(visit: number, tour: number, by: 1 | -1): void {
    const { tastes, saturation, group, budgetShare } = this.#spec
    this.#taken[group[visit]!] = by === 1 ? 1 : 0
    this.#spent += by * budgetShare[visit]!
    const end = this.#from[visit + 1]!
    for (let m = 0; m < tastes.length; m++) {
      const had = this.#had.subarray(m * I, (m + 1) * I)
      for (let k = this.#from[visit]!; k < end; k++) {
        const i = this.#interest[k]!
        // Rounding may leave a trace of what was taken out; below a billionth nothing was there.
        const next = had[i]! + by * this.#units[m]![k]!
        had[i] = next < 1e-9 ? 0 : next
      }
      this.#value[m] = satisfactionUnits(had, tastes[m]!, saturation)
    }
    this.#changed()
    bump(this.#categoryTrip, this.#categoryDay, this.#category[visit]!, tour, C, by)
    bump(this.#cuisineTrip, this.#cuisineDay, this.#cuisine[visit]!, tour, this.#cuisines, by)
  }
}

function bump(trip: Int32Array, days: Map<number, Int32Array>, key: number, tour: number, size: number, by: number): void {
  if (key < 0) return
  const day = days.get(tour) ?? new Int32Array(size)
  days.set(tour, day)
  day[key] = day[key]! + by
  trip[key] = trip[key]! + by
}

function cuisineOf(worth: Worth): string | null {
  return worth.role === 'meal' ? (worth.place?.food?.cuisine ?? null) : null
}
