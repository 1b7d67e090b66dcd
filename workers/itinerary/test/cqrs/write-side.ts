import type { ProjectionHint } from '@yeojeong/contracts'
import type { ReadyItinerary } from '@yeojeong/domain'
import type { ItineraryRow } from '../../src/store/itinerary-rows.ts'
import { LEASE_MS } from '../../src/store/outbox.ts'
import { briefOf, PLACES } from '../fixture.ts'
import type { Chance } from './faulty-stores.ts'

export const OWNER = 'usr_0123456789abcdefghjk'
export const GUEST = 'usr_guest0123456789abcde'
const { destination, startDate, endDate } = briefOf('trp_a-1')
const frame = { destination, startDate, endDate }

/** Says which version it is, so that whoever reads it can be asked. */
export function titleOf(version: number): string {
  return `as of version ${version}`
}

/** One itinerary's truth, and what its outbox owes. A lagging reader sees it as it was up to three versions ago. */
export class WriteSide {
  readonly id: string
  readonly #chance: Chance
  readonly #random: () => number
  version = 0
  #owed: { version: number; leaseUntil: number } | null = null
  #updatedAt = 0
  guestIsIn = false

  constructor(id: string, chance: Chance, random: () => number) {
    this.id = id
    this.#chance = chance
    this.#random = random
  }

  /** A command has been accepted: the next version, and its outbox row in the same transaction. */
  commit(now: number): number {
    this.version += 1
    this.#updatedAt = now
    this.#owed = { version: this.version, leaseUntil: now + LEASE_MS }
    return this.version
  }

  /** Who may read has changed: the view is owed in the same transaction, though its version is not. */
  setGuest(isIn: boolean, now: number): void {
    this.guestIsIn = isIn
    this.#owed = { version: this.#owed?.version ?? this.version, leaseUntil: now + LEASE_MS }
  }

  readonly shares = {
    guests: async () => (this.guestIsIn ? [{ userId: GUEST, role: 'editor', expiresAt: null }] : []),
  }

  get row(): ItineraryRow {
    const words = { title: '', travellers: {} }
    const times = { createdAt: 0, updatedAt: this.#updatedAt }
    return { id: this.id, ownerId: OWNER, tripId: 'trp_a-1', status: 'ready', version: this.version, frame, words, failure: null, ...times }
  }

  stateAt(version: number): ReadyItinerary {
    return {
      status: 'ready',
      version,
      updatedAt: this.#updatedAt,
      frame,
      seed: 1,
      plan: { days: [], dropped: [], members: [], cost: { known: null, unknownStops: 0 }, warnings: [], score: 1 },
      places: [PLACES[0]!],
      provenance: { degraded: [], attribution: [] },
      asked: { pace: null, mustSee: [], avoid: [], avoidCategories: [], interests: [], fairness: 0.5 },
      basis: null,
      siblings: [],
      pins: {},
      title: titleOf(version),
      archived: false,
      newestTrip: null,
      history: [],
    }
  }

  readonly rows = { find: async (): Promise<ItineraryRow> => this.row }
  readonly streams = {
    load: async () => {
      const behind = this.#chance('laggingRead') ? Math.floor(this.#random() * 4) : 0
      return { state: this.stateAt(Math.max(1, this.version - behind)), earlier: null }
    },
  }
  readonly outbox = {
    lease: async (now: number): Promise<ProjectionHint[]> => {
      if (this.#owed === null || this.#owed.leaseUntil >= now) return []
      this.#owed.leaseUntil = now + LEASE_MS
      return [{ type: 'ItineraryChanged', itineraryId: this.id, version: this.#owed.version, owed: true }]
    },
    clear: async (_id: string, version: number, readAt: number): Promise<void> => {
      if (this.#owed !== null && this.#owed.version <= version && this.#owed.leaseUntil <= readAt + LEASE_MS) this.#owed = null
    },
  }
}
