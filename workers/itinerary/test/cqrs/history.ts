import { kvKeys } from '@yeojeong/contracts'
import { seeded } from '@yeojeong/domain/testing'
import { ViewWriter } from '../../../../durable-objects/view-writer.ts'
import type { Deps } from '../../src/deps.ts'
import { reconcile } from '../../src/operations/reconcile.ts'
import { consumeHints } from '../../src/projections/consume-hints.ts'
import { itineraryView } from '../../src/projections/itinerary-view.ts'
import { projectView } from '../../src/projections/project-view.ts'
import { sweepOutbox } from '../../src/projections/sweep-outbox.ts'
import { Clock } from './clock.ts'
import { FaultyKv, FaultyQueue, STORM, type Weather } from './faulty-stores.ts'
import { OWNER, titleOf, WriteSide } from './write-side.ts'

/** How a page is read: the gateway's own answer to `GET /v1/itineraries/:id`, over the stores it is given. */
export type ReadPage = (
  itineraryId: string,
  stores: { readonly views: unknown; readonly itinerary: unknown },
  minVersion: number | null,
  reader: 'owner' | 'guest',
) => Promise<{ readonly status: number; readonly version: number | null; readonly body: { version?: number; title?: string } }>

/** `accessNotConverged`: a guest who was shown out still reads in the end, or one who was let in does not. */
export const NOTHING_FOUND = { older: 0, neverExisted: 0, notConverged: 0, accessNotConverged: 0, tooFast: 0, reads: 0, writes: 0 }
export type Findings = typeof NOTHING_FOUND

const MINUTE = 60_000
const LOCATIONS = ['icn', 'nrt', 'cdg']
/** After the storm: a sweep, KV's own delay, the writer's longest wait, and a round of reconciling once things have settled. */
const CALM_MS = 8 * MINUTE

/** One itinerary's life through a storm: commands, hints, writers that die, readers that know more than KV. */
export class HistoryRun {
  readonly findings: Findings = { ...NOTHING_FOUND }
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
    this.#random = seeded(seed)
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
      const { status } = await this.#page(this.#write.id, { views: this.#kv.from(location), itinerary: this.#service() }, null, 'guest')
      if ((status === 200) !== this.#write.guestIsIn) this.findings.accessNotConverged++
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
    const turns = Math.floor(this.#random() * 4)
    for (let turn = 1; turn <= turns; turn++) this.#clock.after(this.#random() * 4 * MINUTE, () => this.#letInOrOut())
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

  async #letInOrOut(): Promise<void> {
    if (this.#write.version === 0) return
    this.#write.setGuest(!this.#write.guestIsIn, this.#clock.now)
    if (!this.#chance('lostCall')) await this.#republish()
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
    const { status, body } = await this.#page(
      this.#write.id,
      { views: this.#kv.from(location), itinerary: this.#service() },
      minVersion,
      'owner',
    )
    if (status !== 200) return null
    const version = body.version ?? -1
    const real = version >= 1 && version <= committed && body.title === titleOf(version)
    if (!real) this.findings.neverExisted++
    return version
  }

  #service() {
    return {
      read: async ({ principal }: { principal: { userId: string } }) => {
        if (this.#chance('writeSideDown')) throw new Error('the itinerary Worker does not answer')
        const role = principal.userId === OWNER ? 'owner' : this.#write.guestIsIn ? 'editor' : null
        if (role === null) return { ok: false, error: { code: 'not_found' } }
        return { ok: true, value: { role, view: itineraryView(this.#write.row, this.#write.stateAt(this.#write.version)) } }
      },
    }
  }

  /** The itinerary's object, as its shell does it: kept, then written, then an alarm for what is left. */
  async #project(version: number, owed: boolean): Promise<void> {
    if (this.#chance('eviction')) this.#writer = this.#newWriter()
    this.#writer.want(version)
    if (owed) this.#writer.again()
    await this.#writer.flush()
    this.#rearm()
  }

  async #republish(): Promise<void> {
    this.#writer.again()
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
      attachments: { stopsAre: async () => {} },
      roomOf: () => ({ changed: async () => {} }),
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
    const sagaOf = () => ({ project: (version: number, owed: boolean) => this.#project(version, owed) })
    return consumeHints({ sagaOf } as unknown as Pick<Deps, 'sagaOf'>, { messages: [message] } as unknown as MessageBatch)
  }

  #reconcileDeps(): Parameters<typeof reconcile>[0] {
    const { id, version } = this.#write
    return {
      rows: this.#write.rows,
      shares: this.#write.shares,
      streams: { load: async () => ({ state: this.#write.stateAt(version), earlier: null }) },
      views: { getWithMetadata: async (key: string) => this.#kv.at(key === kvKeys.itineraryView(id) ? key : '') },
      operations: { job: async () => null, saveJob: async () => {}, headsAfter: async () => [{ id, version, status: 'ready' }] },
      sagaOf: () => ({ republish: () => this.#republish() }),
      now: () => this.#clock.now,
    } as unknown as Parameters<typeof reconcile>[0]
  }
}
