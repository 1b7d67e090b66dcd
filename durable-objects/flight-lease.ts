import { DurableObject } from 'cloudflare:workers'
import * as z from 'zod'
import { FlightBoard, type Seat } from './flight-board.ts'

export { FlightBoard, type Seat } from './flight-board.ts'

const Holder = z.string().min(1).max(64)
const Millis = z.number().int().min(1).max(60_000)

/** One cache key's flight over all isolates; named by the key, asked on cold misses only, stores nothing. */
export class FlightLease extends DurableObject {
  readonly #board = new FlightBoard(() => Date.now())

  join(holder: string, leaseMs: number, patienceMs: number): Promise<Seat> {
    return this.#board.join(Holder.parse(holder), Millis.parse(leaseMs), Millis.parse(patienceMs))
  }

  async land(holder: string, value: string, keepMs: number): Promise<void> {
    this.#board.land(Holder.parse(holder), z.string().parse(value), Millis.parse(keepMs))
  }
}
