import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ItineraryView } from '@yeojeong/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '../../tools/stack/paths.ts'
import { Client } from '../../tools/stack/client.ts'
import { TracedStack, type Costs } from '../stack/spans.ts'
import { plannedTrip, smallTrip } from '../stack/trips.ts'

const stack = new TracedStack()
let client: Client
let view: ItineraryView
beforeAll(async () => {
  await stack.start()
  client = await Client.guest(stack.url)
  view = await plannedTrip(client, { trip: smallTrip() })
}, 120_000)
afterAll(() => stack.close())

/** The table of budgets in docs/storage-schema.md, by action. */
function budgetOf(action: string): Costs {
  const line = readFileSync(join(ROOT, 'docs/storage-schema.md'), 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`| ${action} `))
  if (line === undefined) throw new Error(`no budget for: ${action}`)
  const [kvReads, kvWrites, d1Queries, d1RowsWritten, doRequests, queueMessages, rpcHops] = line
    .split('|')
    .slice(2, 9)
    .map((cell) => Number(/\d+/.exec(cell)?.[0]))
  return { kvReads, kvWrites, d1Queries, d1RowsWritten, doRequests, queueMessages, rpcHops } as Costs
}

/** As the runtime recorded it, once it has recorded all of it. */
async function recorded(costsOf: () => Promise<Costs | null>): Promise<Costs> {
  let last: Costs | null = null
  await expect
    .poll(
      async () => {
        const now = await costsOf()
        const settled = now !== null && JSON.stringify(now) === JSON.stringify(last)
        last = now
        return settled
      },
      { timeout: 20_000, interval: 1_500 },
    )
    .toBe(true)
  return last!
}

test('a cached read costs exactly one KV read, no query and no call of another Worker', async () => {
  await client.request('GET', `/v1/itineraries/${view.id}`)
  const costs = await recorded(() => stack.costsOf('GET', `/v1/itineraries/${view.id}`))
  expect(costs).toEqual({ kvReads: 1, kvWrites: 0, d1Queries: 0, d1RowsWritten: 0, rpcHops: 0, doRequests: 0, queueMessages: 0 })
  expect(costs).toEqual(budgetOf('read an itinerary'))
})

test.each([
  ['change an itinerary in words', () => ({ type: 'SetNote', stopId: sight().id, note: 'mind the steps' })],
  ['change an itinerary in time or place', () => ({ type: 'Replan', day: null })],
] as const)('to %s costs at most its budget', async (action, command) => {
  const path = `/v1/itineraries/${view.id}/commands`
  const answer = (await client.request('POST', path, { baseVersion: view.version, command: command() })) as {
    view: ItineraryView
    changed: boolean
  }
  view = answer.view
  expectWithin(action, await recorded(() => stack.costsOf('POST', path)))
})

test('to show a change, behind the queue, costs what is budgeted for it', async () => {
  const now = Date.now()
  await client.request('POST', `/v1/itineraries/${view.id}/commands`, {
    baseVersion: view.version,
    command: { type: 'Rename', title: 'By another name' },
  })
  expectWithin('show a change', await recorded(() => stack.costsOfMessage(now)))
})

test('to create a trip costs at most its budget', async () => {
  await client.createTrip(smallTrip())
  expectWithin('create a trip', await recorded(() => stack.costsOf('POST', '/v1/trips')))
})

function expectWithin(action: string, costs: Costs): void {
  if (process.env['COSTS'] !== undefined) console.log(action, JSON.stringify(costs))
  const budget = budgetOf(action)
  for (const what of Object.keys(budget) as (keyof Costs)[])
    expect(costs[what], `${what} of ${JSON.stringify(costs)}`).toBeLessThanOrEqual(budget[what])
  // What nothing is recorded of has not been measured.
  expect(costs.d1Queries).toBeGreaterThan(0)
}

function sight() {
  return view.days.flatMap(({ stops }) => stops).find(({ kind }) => kind === 'sight')!
}
