import { kvKeys } from '@yeojeong/contracts'
import { ViewWriter } from '../../../../durable-objects/view-writer.ts'
import type { Deps } from '../../src/deps.ts'
import { reconcile } from '../../src/operations/reconcile.ts'
import { consumeHints } from '../../src/projections/consume-hints.ts'
import { itineraryView } from '../../src/projections/itinerary-view.ts'
import { projectView } from '../../src/projections/project-view.ts'
import { sweepOutbox } from '../../src/projections/sweep-outbox.ts'
import { Clock, randomOf } from './clock.ts'
import { FaultyKv, FaultyQueue, STORM, type Weather } from './faulty-stores.ts'
import { OWNER, titleOf, WriteSide } from './write-side.ts'

/** How a page is read: the gateway's own answer to `GET /v1/itineraries/:id`, over the stores it is given. */
export type ReadPage = (
  itineraryId: string,
  stores: { readonly views: unknown; readonly itinerary: unknown },
  minVersion: number | null,
) => Promise<{ readonly status: number; readonly version: number | null; readonly body: { version?: number; title?: string } }>

export type Findings = { older: number; neverExisted: number; notConverged: number; tooFast: number; reads: number; writes: number }

const MINUTE = 60_000
const LOCATIONS = ['icn', 'nrt', 'cdg']
/** After the storm: a sweep, KV's own delay, the writer's longest wait, and a round of reconciling once things have settled. */
const CALM_MS = 8 * MINUTE

/** One itinerary's life through a storm: commands, hints, writers that die, readers that know more than KV. */
export class HistoryRun {
  readonly findings: Findings = { older: 0, neverExisted: 0, notConverged: 0, tooFast: 0, reads: 0, writes: 0 }
  readonly #clock = new Clock()
  readonly #random: () => number
  #storm = true
  readonly #chance = (fault: keyof Weather): boolean => this.#random() < STORM[fault] && this.#storm
  readonly #kv: FaultyKv
  readonly #write: WriteSide
  readonly #queue: FaultyQueue
  readonly #kept = new Map<string, unknown>()
  readonly #page: ReadPage
  readonly #known = new Map<string, number>()
  #writer: ViewWriter
  #alarmAt = Infinity

  constructor(seed: number, page: ReadPage) {
    this.#random = randomOf(seed)
    this.#page = page
    this.#kv = new FaultyKv(this.#clock, this.#chance, this.#random)
    this.#write = new WriteSide(`itn_${String(seed).padStart(20, '0')}`, this.#chance, this.#random)
    this.#queue = new FaultyQueue(this.#clock, this.#chance, this.#random, (hint) => this.#consume(hint))
    this.#writer = this.#newWriter()
  }

  async run(): Promise<Findings> {
    const { now } = this.#clock
    this.#plan()
    await this.#clock.until(now + 4 * MINUTE)
    this.#storm = false
    await this.#clock.until(now + 4 * MINUTE + CALM_MS)
    for (const location of LOCATIONS) {
      const seen = await this.#read(location, null)
      if (seen !== this.#write.version) this.findings.notConverged++
    }
    this.findings.tooFast = this.#kv.tooFast
    return this.findings
  }

  /** Bursts of commands, readers everywhere, and what runs every minute, all within the first four minutes but the last. */
  #plan(): void {
    const bursts = 1 + Math.floor(this.#random() * 5)
    for (let burst = 0; burst < bursts; burst++) {
      const at = this.#random() * 3 * MINUTE
      const commands = 1 + Math.floor(this.#random() * 5)
      for (let n = 0; n < commands; n++) this.#clock.after(at + n * this.#random() * 700, () => this.#command())
    }
    for (let n = 0; n < 24; n++) {
      const location = LOCATIONS[n % LOCATIONS.length]!
      const names = this.#random() < 0.6
      this.#clock.after(this.#random() * 5 * MINUTE, () => this.#visit(location, names))
    }
    for (let minute = 1; minute <= 12; minute++) this.#clock.after(minute * MINUTE, () => this.#everyMinute())
  }

  async #command(): Promise<void> {
    const version = this.#write.commit(this.#clock.now)
    this.findings.writes++
    const author = LOCATIONS[Math.floor(this.#random() * LOCATIONS.length)]!
    // The answer names the version: whoever sent the command knows it from here on.
    this.#known.set(author, Math.max(version, this.#known.get(author) ?? 0))
    await this.#queue.send({ type: 'ItineraryChanged', itineraryId: this.#write.id, version })
  }

  async #everyMinute(): Promise<void> {
    await sweepOutbox({ outbox: this.#write.outbox, hints: this.#queue as unknown as Deps['hints'], now: () => this.#clock.now })
    if (this.#write.version === 0) return
    await reconcile(this.#reconcileDeps())
  }

  async #visit(location: string, names: boolean): Promise<void> {
    if (this.#write.version === 0) return
    const known = names ? (this.#known.get(location) ?? null) : null
    const seen = await this.#read(location, known)
    if (seen === null) return
    if (known !== null && seen < known) this.findings.older++
    if (names) this.#known.set(location, Math.max(seen, known ?? 0))
  }

  /** The version a reader sees; null where the answer is that there is none at the moment. */
  async #read(location: string, minVersion: number | null): Promise<number | null> {
    const committed = this.#write.version
    this.findings.reads++
    const { status, body } = await this.#page(this.#write.id, { views: this.#kv.from(location), itinerary: this.#service() }, minVersion)
    if (status !== 200) return null
    const version = body.version ?? -1
    const real = version >= 1 && version <= committed && body.title === titleOf(version)
    if (!real) this.findings.neverExisted++
    return version
  }

  #service() {
    return {
      read: async () => {
        if (this.#chance('writeSideDown')) throw new Error('the itinerary Worker does not answer')
        return { ok: true, value: itineraryView(this.#write.row, this.#write.stateAt(this.#write.version)) }
      },
    }
  }

  /** The itinerary's object, as its shell does it: kept, then written, then an alarm for what is left. */
  async #project(version: number): Promise<void> {
    if (this.#chance('eviction')) this.#writer = this.#newWriter()
    this.#writer.want(version)
    await this.#writer.flush()
    this.#rearm()
  }

  #rearm(): void {
    const dueAt = this.#writer.dueAt
    if (dueAt === null) return
    const at = Math.max(dueAt, this.#clock.now)
    if (at >= this.#alarmAt && this.#alarmAt > this.#clock.now) return
    this.#alarmAt = at
    this.#clock.after(at - this.#clock.now, async () => {
      if (this.#alarmAt !== at) return
      this.#alarmAt = Infinity
      await this.#writer.flush()
      this.#rearm()
    })
  }

  #newWriter(): ViewWriter {
    const kv = {
      get: (key: string) => structuredClone(this.#kept.get(key)),
      put: (key: string, value: unknown) => void this.#kept.set(key, structuredClone(value)),
    }
    const source = {
      ...this.#write,
      shares: { guests: async () => [] },
      views: this.#kv,
      now: () => this.#clock.now,
    } as unknown as Parameters<typeof projectView>[0]
    return new ViewWriter(
      { kv } as unknown as DurableObjectStorage,
      () => projectView(source, this.#write.id),
      () => this.#clock.now,
    )
  }

  #consume(hint: unknown): Promise<void> {
    const retry = (): void => this.#clock.after(5_000, () => this.#consume(hint))
    const message = { id: 'm', body: hint, attempts: 1, ack: () => {}, retry }
    const sagaOf = () => ({ project: (version: number) => this.#project(version) })
    return consumeHints({ sagaOf } as unknown as Pick<Deps, 'sagaOf'>, { messages: [message] } as unknown as MessageBatch)
  }

  #reconcileDeps(): Parameters<typeof reconcile>[0] {
    const { id, version } = this.#write
    const republish = async (): Promise<void> => {
      this.#writer.again()
      await this.#writer.flush()
      this.#rearm()
    }
    return {
      rows: this.#write.rows,
      streams: { load: async () => ({ state: this.#write.stateAt(version), earlier: null }) },
      views: { get: async (key: string) => (key === kvKeys.itineraryView(id) ? this.#kv.at(key).value : null) },
      operations: { job: async () => null, saveJob: async () => {}, headsAfter: async () => [{ id, version, status: 'ready' }] },
      sagaOf: () => ({ republish }),
      now: () => this.#clock.now,
    } as unknown as Parameters<typeof reconcile>[0]
  }
}

export const READER = OWNER
