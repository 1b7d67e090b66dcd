import { Annealing } from './anneal.ts'
import { Backoff } from './backoff.ts'
import { Incumbent } from './incumbent.ts'
import { loadPlan } from './load-plan.ts'
import type { RouteModel } from './model.ts'
import type { Objective } from './objective.ts'
import { DEFAULT_PARAMETERS } from './parameters.ts'
import type { Parameters } from './parameters.ts'
import { PlanState } from './plan-state.ts'
import { Race } from './race.ts'
import { Recreate } from './recreate.ts'
import { Rng } from './rng.ts'
import { Marks } from './ruin.ts'
import { searchModel } from './search-model.ts'
import type { Lock } from './search-model.ts'
import type { SearchStatus, StopRule } from './stop.ts'

export type { Lock } from './search-model.ts'

/** A plan: for each tour its visits in order, and its value (see model.ts). */
export type Plan = { readonly tours: readonly (readonly number[])[]; readonly value: number }

export type SolveOptions = {
  /** Equal model, objective, options and evaluation budget give the equal plan on every machine. */
  readonly seed: number
  readonly stop: StopRule
  /** Warm start: visits per tour in order. Visits that do not fit any more are left out, locked ones last. */
  readonly initial?: readonly (readonly number[])[]
  /** Visits that must stay; each must also be in `initial`. See Lock. */
  readonly locks?: readonly Lock[]
  readonly parameters?: Parameters
}

/** What a step reports. `improved` is true when the best plan changed during the step. */
export type Progress = SearchStatus & { readonly value: number; readonly improved: boolean; readonly done: boolean; readonly share: number }

/**
 * The search, in chunks: a first plan is there after construction, `step` makes it better, `best` may be read between steps. How the work is cut
 * into steps does not change the result.
 *
 * One evaluation = one insertion position looked at: the unit of work that dominates the running time.
 */
export class Solver {
  readonly #plan: PlanState
  readonly #start: Incumbent
  readonly #contenders: Incumbent[] = []
  readonly #race: Race
  readonly #backoff: Backoff
  #incumbent: Incumbent
  readonly #recreate: Recreate
  readonly #marks: Marks
  readonly #rng: Rng
  readonly #annealing = new Annealing()
  #unit = 1
  readonly #stop: StopRule
  readonly #parameters: Parameters
  readonly #candidates: Int32Array
  readonly #status = { evaluations: 0, iterations: 0, iterationsSinceBest: 0 }
  readonly #roulette: Int32Array
  #best: Plan
  #share = 0
  #nextCheck = 0
  /** Locked visits the warm start could not hold any more, e.g. because their place has closed. */
  readonly brokenLocks: readonly Lock[]

  /** @throws RangeError when `initial` has another number of tours than the model. */
  constructor(model: RouteModel, objective: Objective, options: SolveOptions) {
    const locks = options.locks ?? []
    this.#parameters = options.parameters ?? DEFAULT_PARAMETERS
    objective.clear()
    this.#plan = new PlanState(searchModel(model, locks), objective)
    this.#rng = new Rng(options.seed)
    this.#stop = options.stop
    this.#marks = new Marks(this.#plan)
    this.#backoff = new Backoff(model.visits, this.#parameters.patience)
    this.#recreate = new Recreate(this.#plan, this.#backoff, this.#parameters.lenience)
    this.#candidates = new Int32Array(model.visits)
    this.#roulette = Int32Array.from(this.#parameters.ruins.flatMap((r, i) => new Array<number>(r.weight).fill(i)))
    if (options.initial) loadPlan(this.#plan, options.initial, locks)
    this.brokenLocks = locks.filter((lock) => this.#plan.tourOf[lock.visit] !== lock.tour)
    this.#start = new Incumbent(this.#plan)
    this.#race = new Race(options.initial ? { ...this.#parameters.race, contenders: 1 } : this.#parameters.race)
    this.#incumbent = this.#enter()
    this.#best = { tours: this.#plan.toTours(), value: this.#incumbent.value }
    this.#measure()
    this.#setTemperature()
  }

  get best(): Plan {
    return this.#best
  }

  /**
   * Searches for about `evaluations` more (the iteration under way is finished), or until the stop rule says so.
   */
  step(evaluations: number): Progress {
    const status = this.#status
    const until = status.evaluations + evaluations
    const before = this.#best
    while (this.#share < 1 && status.evaluations < until) {
      this.#iterate()
      if (status.iterations >= this.#nextCheck) this.#check()
    }
    return { ...status, value: this.#best.value, improved: this.#best !== before, done: this.#share >= 1, share: Math.min(1, this.#share) }
  }

  /** Reads the stop rule: rarely enough that a clock costs nothing, often enough never to be late. */
  #check(): void {
    const { iterations } = this.#status
    this.#share = Math.max(this.#share, this.#stop(this.#status))
    this.#nextCheck = iterations + this.#parameters.checkEvery
    const progress = this.#race.progress(this.#share, iterations)
    this.#annealing.cool(progress)
    if (progress < 1 || this.#share >= 1) return
    this.#race.advance(
      this.#share,
      this.#contenders.map((contender) => contender.value),
    )
    const known = this.#contenders[this.#race.contender]
    if (known === undefined) this.#start.restore(this.#plan)
    else known.restore(this.#plan)
    this.#incumbent = known ?? this.#enter()
    this.#setTemperature()
  }

  /** A new contender: the starting plan, filled up. */
  #enter(): Incumbent {
    this.#marks.clear()
    this.#backoff.clear()
    this.#plan.dirty.fill(1)
    this.#fill(0)
    const incumbent = new Incumbent(this.#plan)
    this.#contenders.push(incumbent)
    return incumbent
  }

  /** The units of temperature and of time, from the first plan. */
  #measure(): void {
    const { length, profits, objective, sums, sm } = this.#plan
    const stops = length.reduce((a, b) => a + b, 0)
    const value = profits === null ? Math.abs(objective.value()) : sums[0]!
    const time = sm.model.latest.reduce((a, b, t) => a + b - sm.model.earliest[t]!, 0)
    this.#unit = Math.max(1e-9, value / Math.max(1, stops))
    this.#recreate.timeWorth = value / Math.max(1, time)
  }

  #setTemperature(): void {
    const { hot, warm, cool, cold } = this.#parameters
    this.#annealing.reset(this.#unit * (this.#race.round === 0 ? hot : warm), this.#unit * (this.#race.last ? cold : cool))
  }

  #iterate(): void {
    const plan = this.#plan
    const marks = this.#marks
    this.#status.iterations++
    this.#status.iterationsSinceBest++
    marks.clear()
    this.#backoff.tick()
    const ruin = this.#parameters.ruins[this.#roulette[this.#rng.below(this.#roulette.length)]!]!
    ruin.ruin(plan, marks, ruin.least + this.#rng.below(ruin.most - ruin.least + 1), this.#rng)
    if (marks.count === 0 && marks.guest < 0) {
      this.#status.evaluations++
      return
    }
    if (!this.#remove() || !this.#admit()) {
      this.#incumbent.rollback(plan)
      return
    }
    this.#fill(marks.count)
    this.#decide()
  }

  #decide(): void {
    const plan = this.#plan
    const value = plan.value()
    if (value < this.#annealing.threshold(this.#incumbent.value, this.#rng) || !plan.withinCaps()) {
      this.#incumbent.rollback(plan)
      return
    }
    this.#incumbent.commit(plan, value)
    if (value <= this.#best.value) return
    this.#best = { tours: plan.toTours(), value }
    this.#status.iterationsSinceBest = 0
  }

  /** Removes what is marked. Without a triangle inequality the rest may not fit; then stops go until it does. */
  #remove(): boolean {
    const { marked, list } = this.#marks
    for (let i = 0; i < this.#marks.count; i++) {
      const visit = list[i]!
      if (marked[visit] === 0) continue
      const tour = this.#plan.tourOf[visit]!
      if (!this.#plan.removeMarked(tour, marked) && !this.#repair(tour)) {
        marked.fill(0)
        return false
      }
    }
    return true
  }

  /** Puts in the visit that room was made for. False when what it was to follow went too, or what follows no longer fits. */
  #admit(): boolean {
    const { guest, guestTour, guestAfter } = this.#marks
    if (guest < 0) return true
    const plan = this.#plan
    if (guestAfter >= 0 && plan.tourOf[guestAfter] !== guestTour) return false
    return plan.insert(guest, guestTour, guestAfter < 0 ? 0 : plan.posOf[guestAfter]!)
  }

  #repair(tour: number): boolean {
    const { seq, stride, length } = this.#plan
    while (length[tour]! > 0) {
      let p = this.#plan.broken
      while (p > 0 && this.#plan.sm.pinned[seq[tour * stride + p]!] === 1) p--
      if (p === 0) return false
      this.#marks.mark(seq[tour * stride + p]!)
      if (this.#plan.removeMarked(tour, this.#marks.marked)) return true
    }
    return false
  }

  /** Leaving it out has a price of its own now: its group is required, or its slot empty in a tour that has changed. */
  #isOwed(visit: number): boolean {
    const { sm, slotTaken, dirty } = this.#plan
    if (sm.groupPenalty[sm.model.group[visit]!]! > 0) return true
    const slot = sm.model.slot[visit]!
    if (slot < 0) return false
    for (let t = 0; t < dirty.length; t++) {
      const cell = t * sm.model.slots + slot
      if (dirty[t] === 1 && slotTaken[cell] === 0 && sm.model.slotPenalty[cell]! > 0) return true
    }
    return false
  }

  /** Inserts what fits: the first `own` of the marks may go anywhere, other visits into changed tours. */
  #fill(own: number): void {
    const { tourOf, groupTaken, sm } = this.#plan
    const list = this.#candidates
    let count = 0
    for (let i = 0; i < own; i++) if (tourOf[this.#marks.list[i]!]! < 0) list[count++] = this.#marks.list[i]!
    const mine = count
    for (let i = 0; i < mine; i++) this.#marks.marked[list[i]!] = 1
    const { glance } = this.#parameters
    for (let v = 0; v < tourOf.length; v++) {
      if (tourOf[v]! >= 0 || !this.#backoff.due(v) || this.#marks.marked[v] === 1 || groupTaken[sm.model.group[v]!] === 1) continue
      if (glance === 1 || this.#rng.unit() < glance || own === 0 || this.#isOwed(v)) list[count++] = v
    }
    for (let i = 0; i < mine; i++) this.#marks.marked[list[i]!] = 0
    const rule = this.#parameters.rules[this.#rng.below(this.#parameters.rules.length)]!
    this.#status.evaluations += 1 + this.#recreate.run(list, mine, count, rule, this.#rng)
  }
}

/** Runs a search to its end. */
export function solve(model: RouteModel, objective: Objective, options: SolveOptions): Plan {
  const solver = new Solver(model, objective, options)
  while (!solver.step(1 << 20).done);
  return solver.best
}
