import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export type Stored = {
  readonly planned: number
  readonly improved: number
  readonly status: string | null
  readonly held: number
  readonly owed: number
}

/** What the itinerary database of a stopped runtime holds of an itinerary. */
export function storedOf(state: string): (itineraryId: string) => Stored {
  const folder = join(state, 'v3', 'd1', 'miniflare-D1DatabaseObject')
  const files = readdirSync(folder).filter((name) => name.endsWith('.sqlite') && !name.startsWith('metadata'))
  const databases = files.map((name) => new DatabaseSync(join(folder, name), { readOnly: true }))
  const database = databases.find((one) => one.prepare("SELECT 1 FROM sqlite_master WHERE name = 'reservations'").get() !== undefined)
  if (database === undefined) throw new Error('no itinerary database in the stopped runtime')
  const count = (sql: string, id: string): number => Number(database.prepare(sql).get(id)?.['n'] ?? 0)
  return (id) => ({
    planned: count("SELECT count(*) AS n FROM events WHERE itinerary_id = ? AND type = 'ItineraryPlanned'", id),
    improved: count("SELECT count(*) AS n FROM events WHERE itinerary_id = ? AND type = 'PlanImproved'", id),
    status: (database.prepare('SELECT status FROM itineraries WHERE id = ?').get(id)?.['status'] as string | undefined) ?? null,
    held: count("SELECT count(*) AS n FROM reservations WHERE itinerary_id = ? AND state = 'held'", id),
    owed: count('SELECT count(*) AS n FROM outbox WHERE itinerary_id = ?', id),
  })
}
