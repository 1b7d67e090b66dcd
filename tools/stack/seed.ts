import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, type TripFile } from './client.ts'
import { ROOT, STATE } from './paths.ts'

const SEEDED = join(STATE, 'seed.json')
type Seed = { readonly token: string; readonly itineraryId: string }

/** One guest with one planned trip, made once: a later start finds it again. The address opens it in a browser. */
export async function ensureSeed(url: string, example: string): Promise<string> {
  const kept = existsSync(SEEDED) ? (JSON.parse(readFileSync(SEEDED, 'utf8')) as Seed) : null
  const seed = kept !== null && (await stillThere(url, kept)) ? kept : await plant(url, example)
  return `${url}/itineraries/${seed.itineraryId}#session=${seed.token}`
}

async function stillThere(url: string, seed: Seed): Promise<boolean> {
  try {
    return (await new Client(url, seed.token).itinerary(seed.itineraryId)).status === 'ready'
  } catch {
    return false
  }
}

async function plant(url: string, example: string): Promise<Seed> {
  const file = JSON.parse(readFileSync(join(ROOT, example), 'utf8')) as TripFile
  const client = await Client.guest(url)
  const trip = await client.createTrip(file.trip)
  const { itineraryId } = await client.plan(trip.id, file.plan)
  const outcome = await client.follow(itineraryId)
  if (outcome.status !== 'ready') throw new Error(`the example trip ended as ${outcome.status} (${outcome.failure ?? 'no reason given'})`)
  const seed = { token: client.token, itineraryId }
  writeFileSync(SEEDED, JSON.stringify(seed), { mode: 0o600 })
  return seed
}
