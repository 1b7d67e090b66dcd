import { LiveMessage } from '@yeojeong/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../tools/stack/client.ts'
import { startTestStack, type Stack } from '../stack/harness.ts'
import { plannedTrip, smallTrip } from '../stack/trips.ts'

let stack: Stack
let owner: Client
let itineraryId: string
beforeAll(async () => {
  stack = await startTestStack()
  owner = await Client.guest(stack.url)
  itineraryId = (await plannedTrip(owner, { trip: smallTrip() })).id
}, 180_000)
afterAll(() => stack?.close())

type Page = { readonly heard: LiveMessage[]; readonly closed: Promise<number>; say(text: string): void; close(): void }

/** Opens the itinerary as a page does. Rejects where it is not let in. */
async function open(client: Client | null, headers: Record<string, string> = {}): Promise<Page> {
  const authorization = client === null ? {} : { authorization: `Bearer ${client.token}` }
  const address = `${stack.url.replace('http', 'ws')}/v1/itineraries/${itineraryId}/live`
  const socket = new WebSocket(address, { headers: { ...authorization, ...headers } } as never)
  const heard: LiveMessage[] = []
  socket.addEventListener('message', ({ data }) => void (data === 'pong' || heard.push(LiveMessage.parse(JSON.parse(String(data))))))
  const closed = new Promise<number>((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)))
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve())
    socket.addEventListener('error', () => reject(new Error('not let in')))
  })
  return { heard, closed, say: (text) => socket.send(text), close: () => socket.close() }
}
const peopleIn = (page: Page) => page.heard.findLast((message) => message.type === 'here')?.people ?? []
const names = (page: Page) =>
  peopleIn(page)
    .map(({ name }) => name)
    .sort()

async function friend(role: 'viewer' | 'editor'): Promise<{ client: Client; shareId: string }> {
  const made = (await owner.request(
    'POST',
    `/v1/itineraries/${itineraryId}/share`,
    { role },
    { 'idempotency-key': crypto.randomUUID() },
  )) as { token: string; id: string }
  const client = await Client.guest(stack.url)
  await client.request('POST', '/v1/shared/accept', { token: made.token })
  return { client, shareId: made.id }
}

describe('a page that is open', () => {
  test('sees who else has it open, by the name they give, and sees them go; two tabs are one person', async () => {
    const { client } = await friend('editor')
    const [mine, theirs, theirSecond] = [await open(owner), await open(client), await open(client)]
    mine.say(JSON.stringify({ type: 'name', name: 'Halmoni' }))
    theirs.say(JSON.stringify({ type: 'name', name: 'Min' }))
    for (const page of [mine, theirs, theirSecond]) await expect.poll(() => names(page)).toEqual(['Halmoni', 'Min'])
    expect(
      peopleIn(mine)
        .map(({ role }) => role)
        .sort(),
    ).toEqual(['editor', 'owner'])
    expect(JSON.stringify(mine.heard)).not.toMatch(/usr_/)
    theirs.close()
    theirSecond.close()
    await expect.poll(() => names(mine)).toEqual(['Halmoni'])
    mine.close()
  })
  test('hears of a new version', async () => {
    const page = await open(owner)
    const env = (await stack.server.getWorker('yeojeong-itinerary').getEnv()) as {
      ITINERARY_EVENTS: { send(hint: unknown): Promise<void> }
    }
    await friend('viewer') // the access list beside the view changes, and the view is written anew
    await env.ITINERARY_EVENTS.send({ type: 'ItineraryChanged', itineraryId, version: 1 })
    await expect.poll(() => page.heard.filter(({ type }) => type === 'changed')).toContainEqual({ type: 'changed', version: 1 })
    page.close()
  })
  test('is closed when its reader is shown out', async () => {
    const { client, shareId } = await friend('viewer')
    const page = await open(client)
    await owner.request('DELETE', `/v1/itineraries/${itineraryId}/share/${shareId}`)
    expect(await page.closed).toBe(4403)
    await expect(open(client)).rejects.toThrow('not let in')
  })
  test('is closed when it says what there is nothing to say about, and nobody hears it', async () => {
    const listener = await open(owner)
    for (const text of ['{"type":"name","name":""}', 'not json', JSON.stringify({ type: 'changed', version: 99 }), 'x'.repeat(600)]) {
      const page = await open(owner)
      page.say(text)
      expect([1008, 1009]).toContain(await page.closed)
    }
    expect(listener.heard.some((message) => message.type === 'changed' && message.version === 99)).toBe(false)
    listener.close()
  })
})

describe('nobody is let in', () => {
  test('without a session, with a stranger’s, or from another site’s page', async () => {
    await expect(open(null)).rejects.toThrow('not let in')
    await expect(open(await Client.guest(stack.url))).rejects.toThrow('not let in')
    await expect(open(null, { cookie: `yeojeong_session=${owner.token}`, origin: 'https://elsewhere.example' })).rejects.toThrow(
      'not let in',
    )
    const page = await open(null, { cookie: `yeojeong_session=${owner.token}`, origin: stack.url })
    page.close()
  })
  test('by a plain request, which is told what this address is for', async () => {
    await expect(owner.request('GET', `/v1/itineraries/${itineraryId}/live`)).rejects.toMatchObject({ status: 422 })
  })
})
