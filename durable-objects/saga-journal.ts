import { SagaEvent as StoredEvent } from '@yeojeong/contracts'
import { evolveSagaAll, newSaga, type SagaEvent, type SagaState } from '@yeojeong/domain'
import type { Sealer } from '@yeojeong/worker-kit'

/** A sealed value of any size is a list of pieces of this many characters, each sealed for its own place in the list. */
const PIECE_CHARS = 24_000

/**
 * The saga's memory in its object's SQLite. `journal`: events in order, codes and times only. `sealed`: the brief, the
 * names and whatever the steps leave for each other, encrypted, gone when the planning ends.
 */
export class SagaJournal {
  readonly #storage: DurableObjectStorage
  readonly #sealer: Sealer
  #state: SagaState

  constructor(storage: DurableObjectStorage, sealer: Sealer) {
    this.#storage = storage
    this.#sealer = sealer
    // Asking about an itinerary that was never planned must not leave an object with storage behind.
    this.#state = newSaga
    if (this.#exists()) this.#state = this.#read()
  }

  get state(): SagaState {
    return this.#state
  }

  /**
   * All or nothing, and durable before anything that happens next: the object's output gate holds it back until then.
   * `retain`: what is sealed outlives a good end, until `forgetSealed`.
   */
  append(events: readonly SagaEvent[], keep: { readonly [name: string]: string } = {}, retain = false): void {
    const next = evolveSagaAll(this.#state, events)
    this.#storage.transactionSync(() => {
      if (this.#state.status === 'new') this.#create()
      for (const event of events) this.#storage.sql.exec('INSERT INTO journal (event) VALUES (?)', JSON.stringify(event))
      for (const [name, value] of Object.entries(keep)) {
        this.#storage.sql.exec('INSERT OR REPLACE INTO sealed (name, value) VALUES (?, ?)', name, value)
      }
      if (next.status === 'failed' || (next.status === 'completed' && !retain)) this.forgetSealed()
    })
    this.#state = next
  }

  forgetSealed(): void {
    this.#storage.sql.exec('DELETE FROM sealed')
  }

  async seal(value: unknown, itineraryId: string, name: string): Promise<string> {
    const text = JSON.stringify(value)
    const pieces: Promise<string>[] = []
    for (let from = 0; from < text.length; from += PIECE_CHARS) {
      pieces.push(this.#sealer.seal(text.slice(from, from + PIECE_CHARS), place(itineraryId, name, pieces.length)))
    }
    return (await Promise.all(pieces)).join('\n')
  }

  /** The value kept under a name, or `undefined`. */
  async open(itineraryId: string, name: string): Promise<unknown> {
    if (this.#state.status === 'new') return undefined
    const row = this.#storage.sql.exec<{ value: string }>('SELECT value FROM sealed WHERE name = ?', name).toArray()[0]
    if (row === undefined) return undefined
    const pieces = row.value.split('\n').map((piece, index) => this.#sealer.open(piece, place(itineraryId, name, index)))
    return JSON.parse((await Promise.all(pieces)).join('')) as unknown
  }

  /** Everything that has been written down, oldest first. */
  events(): readonly SagaEvent[] {
    if (this.#state.status === 'new') return []
    const rows = this.#storage.sql.exec<{ event: string }>('SELECT event FROM journal ORDER BY seq').toArray()
    return rows.map((row) => StoredEvent.parse(JSON.parse(row.event)))
  }

  #exists(): boolean {
    return this.#storage.sql.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'journal'").toArray().length > 0
  }

  #create(): void {
    this.#storage.sql.exec('CREATE TABLE journal (seq INTEGER PRIMARY KEY, event TEXT NOT NULL)')
    this.#storage.sql.exec('CREATE TABLE sealed (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID')
  }

  #read(): SagaState {
    const rows = this.#storage.sql.exec<{ event: string }>('SELECT event FROM journal ORDER BY seq').toArray()
    return evolveSagaAll(
      newSaga,
      rows.map((row) => StoredEvent.parse(JSON.parse(row.event))),
    )
  }
}

function place(itineraryId: string, name: string, index: number): string {
  return `${itineraryId}/${name}/${index}`
}
