import type { DayPlan, Leg, LatLng, PlainDate, Stop } from '@yeojeong/domain'
import type { Way } from './ways.ts'

/** What the builder is told of a stop; when the party gets there and how it came, it works out. */
export type StopDraft = Omit<Stop, 'arriveMin' | 'leg'>

/** How the party gets from one point to another; null when it cannot. */
export type Connect = (from: LatLng, to: LatLng) => Way | null

/**
 * Assembles an itinerary day by day, stop by stop, and can only end in a well-formed one: ids unique, stops in order and apart, a leg wherever the
 * position changes and nowhere else, each leg leaving after the stop before and arriving as the next is reached.
 */
export class ItineraryBuilder {
  readonly #connect: Connect
  readonly #days: DayPlan[] = []
  readonly #ids = new Set<string>()
  #open: DayBuilder | null = null

  constructor(connect: Connect) {
    this.#connect = connect
  }

  /** Begins the next day. @throws RangeError when the day before has no end yet. */
  day(date: PlainDate): DayBuilder {
    this.#close()
    this.#open = new DayBuilder(this.#days.length, date, this.#connect, this.#ids)
    return this.#open
  }

  days(): readonly DayPlan[] {
    this.#close()
    return [...this.#days]
  }

  #close(): void {
    if (this.#open !== null) this.#days.push(this.#open.done())
    this.#open = null
  }
}

export class DayBuilder {
  readonly #index: number
  readonly #date: PlainDate
  readonly #connect: Connect
  readonly #ids: Set<string>
  readonly #stops: Stop[] = []
  /** The party may leave the last stop from here on. */
  #freeMin = 0
  #insideM = 0

  constructor(index: number, date: PlainDate, connect: Connect, ids: Set<string>) {
    this.#index = index
    this.#date = date
    this.#connect = connect
    this.#ids = ids
  }

  /** Where the day begins; the party is there from `startMin` and leaves at `endMin`. */
  begin(draft: StopDraft): this {
    if (this.#stops.length > 0) throw new RangeError(`day ${this.#index} has begun already`)
    return this.#push({ ...draft, arriveMin: draft.startMin, leg: null })
  }

  /**
   * The next stop, reached by the way from the last one, at once or (`linger`) just in time.
   * @param insideWalkM metres walked in it. @param keepClearMin minutes after its end before the party can go on.
   * @throws RangeError when nobody can get there by `startMin`.
   */
  visit(draft: StopDraft, { insideWalkM = 0, keepClearMin = 0, linger = false } = {}): this {
    const last = this.#last()
    const way = this.#way(last.position, draft.position)
    const reach = this.#freeMin + way.durationMin
    if (reach > draft.startMin) throw new RangeError(`day ${this.#index}: ${draft.id} starts at ${draft.startMin}, reached at ${reach}`)
    const departMin = linger ? draft.startMin - way.durationMin : this.#freeMin
    this.#push({ ...draft, arriveMin: departMin + way.durationMin, leg: legOf(way, departMin) })
    this.#freeMin += keepClearMin
    this.#insideM += insideWalkM
    return this
  }

  /** A stop that begins when the party arrives and lasts `stayMin`: the day's end, or bags on the way. */
  pass(draft: Omit<StopDraft, 'startMin' | 'endMin'>, stayMin: number): this {
    const reach = this.#freeMin + this.#way(this.#last().position, draft.position).durationMin
    return this.visit({ ...draft, startMin: reach, endMin: reach + stayMin })
  }

  /** Minutes from the last stop to a position. */
  minutesTo(position: LatLng): number {
    return this.#way(this.#last().position, position).durationMin
  }

  /** Lets the last stop last until then: nothing else is to be done before. */
  stayUntil(minute: number): this {
    const last = this.#last()
    if (minute <= last.endMin) return this
    this.#stops[this.#stops.length - 1] = { ...last, endMin: minute }
    this.#freeMin = Math.max(this.#freeMin, minute)
    return this
  }

  done(): DayPlan {
    const legs = this.#stops.flatMap((stop) => (stop.leg === null ? [] : [stop.leg]))
    return {
      index: this.#index,
      date: this.#date,
      stops: this.#stops,
      walkM: legs.reduce((sum, leg) => sum + leg.walkM, 0) + this.#insideM,
      movingMin: legs.reduce((sum, leg) => sum + leg.durationMin, 0),
    }
  }

  #last(): Stop {
    const last = this.#stops.at(-1)
    if (last === undefined) throw new RangeError(`day ${this.#index} has not begun`)
    return last
  }

  #way(from: LatLng, to: LatLng): Way {
    const way = this.#connect(from, to)
    if (way === null) throw new RangeError(`day ${this.#index}: no way from ${from.lat},${from.lng} to ${to.lat},${to.lng}`)
    return way
  }

  #push(stop: Stop): this {
    if (this.#ids.has(stop.id)) throw new RangeError(`stop id ${stop.id} is used twice`)
    if (stop.arriveMin > stop.startMin || stop.startMin > stop.endMin) throw new RangeError(`stop ${stop.id} ends before it begins`)
    this.#ids.add(stop.id)
    this.#stops.push(stop)
    this.#freeMin = stop.endMin
    return this
  }
}

function legOf(way: Way, departMin: number): Leg | null {
  if (way.durationMin === 0) return null
  const { mode, durationMin, distanceM, walkM, source } = way
  return { mode, departMin, arriveMin: departMin + durationMin, durationMin, distanceM, walkM, source }
}
