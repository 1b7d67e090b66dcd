import { DurableObject } from 'cloudflare:workers'
import * as z from 'zod'
import { FlightBoard, type Seat } from './flight-board.ts'

export { FlightBoard, type Seat } from './flight-board.ts'

const Key = z.string().min(1).max(16_000)
const Holder = z.string().min(1).max(64)
const Millis = z.number().int().min(1).max(60_000)

/** Boards kept before those that are over are looked for. */
const MANY = 500

/** Flights over all isolates, by cache key; one of several such objects, asked on cold misses only. Stores nothing. */
export class FlightLease extends DurableObject {
  readonly #boards = new Map<string, FlightBoard>()

  join(key: string, holder: string, leaseMs: number, patienceMs: number): Promise<Seat> {
    return this.#board(Key.parse(key)).join(Holder.parse(holder), Millis.parse(leaseMs), Millis.parse(patienceMs))
  }

  async land(key: string, holder: string, value: string, keepMs: number): Promise<void> {
    this.#board(Key.parse(key)).land(Holder.parse(holder), z.string().parse(value), Millis.parse(keepMs))
  }

  #board(key: string): FlightBoard {
    if (this.#boards.size > MANY) for (const [name, board] of this.#boards) if (board.isOver) this.#boards.delete(name)
    let board = this.#boards.get(key)
    if (board === undefined) this.#boards.set(key, (board = new FlightBoard(() => Date.now())))
    return board
  }
}
