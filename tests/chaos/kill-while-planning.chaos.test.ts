import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HistoryPage } from '@yeojeong/contracts'
import { Client } from '../../tools/stack/client.ts'
import { startDevServer, untilReady, type DevServer } from '../../tools/stack/dev-server.ts'
import { migrateLocal } from '../../tools/stack/migrate.ts'
import { ROOT } from '../../tools/stack/paths.ts'
import { freePort } from '../../tools/stack/port.ts'
import { ensureDevSecrets } from '../../tools/stack/secrets.ts'
import { example } from '../stack/trips.ts'

const state = mkdtempSync(join(tmpdir(), 'yeojeong-kill-'))
let server: DevServer

async function start(): Promise<DevServer> {
  const started = startDevServer(await freePort(18_787), state)
  await untilReady(started)
  return started
}

beforeAll(async () => {
  ensureDevSecrets()
  mkdirSync(join(ROOT, 'web', 'dist'), { recursive: true })
  await migrateLocal(state)
  server = await start()
})
afterAll(async () => {
  await server?.stop('SIGKILL')
  rmSync(state, { recursive: true, force: true })
})

// The step the plan has reached when everything is killed: before the first, in the middle, and near the end.
test.each(['accepted', 'gather', 'solve', 'commit', 'publish'])(
  'kill -9 of the whole process group at "%s": after a restart the plan completes, once',
  async (step) => {
    const client = await Client.guest(server.url)
    const trip = await client.createTrip(example('seoul-family').trip)
    const { itineraryId } = await client.plan(trip.id, example('seoul-family').plan)
    if (step !== 'accepted') await reached(client, itineraryId, step)
    await server.stop('SIGKILL')
    server = await start()

    const survivor = new Client(server.url, client.token)
    const outcome = await survivor.follow(itineraryId)
    expect(outcome.status).toBe('ready')
    const view = await survivor.itinerary(itineraryId, outcome.version)
    expect(view).toMatchObject({ status: 'ready', tripId: trip.id })
    // Whoever was dead for ten seconds is late: what was cut short may have been improved by now.
    const { items } = (await survivor.request('GET', `/v1/itineraries/${itineraryId}/events`)) as HistoryPage
    expect(['ItineraryPlanned', 'PlanImproved,ItineraryPlanned']).toContain(items.map(({ type }) => type).join())
    expect(view.days).toHaveLength(3)
    expect(await survivor.request('GET', `/v1/trips/${trip.id}`)).toMatchObject({ itineraryIds: [itineraryId] })
  },
)

const ORDER = ['snapshot', 'open', 'reserve', 'gather', 'verify', 'curate', 'solve', 'commit', 'link', 'publish']

/** Returns at the first sign that the plan has come as far as `step`, or has ended. */
async function reached(client: Client, itineraryId: string, step: string): Promise<void> {
  let arrived: () => void = () => {}
  const arrival = new Promise<void>((resolve) => (arrived = resolve))
  const following = client.follow(itineraryId, (progress) => {
    if (progress.step === null || ORDER.indexOf(progress.step) >= ORDER.indexOf(step)) arrived()
  })
  // The stream breaks when the server is killed; that is the point.
  following.then(arrived, arrived)
  await arrival
}
