import { describeError, log } from '@yeojeong/worker-kit'
import { inTime, Late } from '../in-time.ts'

/** Loads under way in this isolate, by key. */
export type FlightMemory = Map<string, Promise<unknown>>

type Background = (work: Promise<unknown>) => void

/**
 * One load per key in an isolate. A leader's request may end before its load does: the load is held by `background`,
 * and a follower that has waited `patienceMs` for a leader that never comes back loads for itself.
 */
export async function shared<T>(
  memory: FlightMemory,
  key: string,
  patienceMs: number,
  background: Background,
  load: () => Promise<T>,
): Promise<T> {
  const running = memory.get(key) as Promise<T> | undefined
  if (running !== undefined) {
    try {
      return await inTime(patienceMs, running)
    } catch (error) {
      if (!(error instanceof Late)) throw error
      if (memory.get(key) === running) memory.delete(key)
    }
  }
  const mine = load().finally(() => {
    if (memory.get(key) === mine) memory.delete(key)
  })
  memory.set(key, mine)
  background(mine.catch(() => undefined))
  return mine
}

export type Seat = { readonly kind: 'lead' } | { readonly kind: 'landed'; readonly value: string } | { readonly kind: 'late' }
/** A key's flight over all isolates. */
export type RemoteFlight = {
  join(holder: string, leaseMs: number, patienceMs: number): Promise<Seat>
  land(holder: string, value: string, keepMs: number): Promise<void>
}

export type Leased<T> = {
  readonly flight: RemoteFlight
  readonly holder: string
  /** The longest a load takes; a leader that needs longer has died. */
  readonly loadMs: number
  readonly background: Background
  readonly load: () => Promise<T>
  readonly write: (value: T) => string
  /** Null where what landed cannot be read. */
  readonly read: (text: string) => T | null
  /** How long late-comers are handed this value. */
  readonly keepMs: (value: T) => number
}

const JOIN_SLACK_MS = 500

/** One load per key over all isolates. Nobody is worse off for it: whatever goes wrong here, the caller loads for itself. */
export async function leased<T>({ flight, holder, loadMs, background, load, write, read, keepMs }: Leased<T>): Promise<T> {
  let seat: Seat
  try {
    seat = await inTime(loadMs + 2 * JOIN_SLACK_MS, flight.join(holder, loadMs + JOIN_SLACK_MS, loadMs + JOIN_SLACK_MS))
  } catch (error) {
    log('warn', 'location.lease_unreachable', null, { error: describeError(error) })
    return load()
  }
  if (seat.kind === 'landed') return read(seat.value) ?? load()
  const value = await load()
  if (seat.kind === 'lead')
    background(
      flight
        .land(holder, write(value), keepMs(value))
        .catch((error: unknown) => log('warn', 'location.lease_unreachable', null, { error: describeError(error) })),
    )
  return value
}
