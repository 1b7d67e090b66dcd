import type { Attachment, ItineraryView } from '@yeojeong/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../tools/stack/client.ts'
import { startTestStack, type Stack } from '../stack/harness.ts'
import { plannedTrip, smallTrip } from '../stack/trips.ts'

let stack: Stack
let owner: Client
let stranger: Client
let view: ItineraryView
let tripId: string
beforeAll(async () => {
  stack = await startTestStack()
  ;[owner, stranger] = [await Client.guest(stack.url), await Client.guest(stack.url)]
  view = await plannedTrip(owner, { trip: smallTrip() })
  tripId = view.tripId
}, 180_000)
afterAll(() => stack?.close())

type Upload = { url: string; maxBytes: number }
type Made = { attachment: Attachment; photo: Upload | null; thumbnail: Upload | null }
const stopId = (): string => view.days[0]!.stops.find(({ placeId }) => placeId !== null)!.id
const at = (stop = stopId()): string => `/v1/itineraries/${view.id}/stops/${stop}/attachments`
const attach = (body: unknown, client = owner, key: string = crypto.randomUUID()): Promise<Made> =>
  client.request('POST', at(), body, { 'idempotency-key': key }) as Promise<Made>
const list = async (client = owner): Promise<Attachment[]> =>
  ((await client.request('GET', `/v1/itineraries/${view.id}/attachments`)) as { items: Attachment[] }).items
const put = async ({ url }: Upload, bytes: Uint8Array): Promise<number> =>
  (await fetch(url, { method: 'PUT', body: bytes as Uint8Array<ArrayBuffer>, headers: { 'content-type': 'application/octet-stream' } }))
    .status
const get = (path: string, client: Client | null): Promise<Response> =>
  fetch(`${stack.url}/v1/itineraries/${view.id}/attachments/${path}`, {
    headers: client === null ? {} : { authorization: `Bearer ${client.token}` },
  })

/** The smallest JPEG by structure, with a place in its EXIF segment. */
const JPEG = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 20]),
  Buffer.from('Exif\0\0SECRET-PLACE'.padEnd(18, '!')),
  Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xff, 0xd9]),
])
async function friend(role: 'viewer' | 'editor'): Promise<Client> {
  const { token } = (await owner.request(
    'POST',
    `/v1/itineraries/${view.id}/share`,
    { role },
    { 'idempotency-key': crypto.randomUUID() },
  )) as { token: string }
  const client = await Client.guest(stack.url)
  await client.request('POST', '/v1/shared/accept', { token })
  return client
}

describe('a photo', () => {
  test('goes up by a signed address, loses where it was taken, and is seen by whoever has joined, by nobody else', async () => {
    const { attachment, photo, thumbnail } = await attach({ kind: 'photo', bytes: JPEG.length })
    expect(attachment).toMatchObject({ state: 'waiting', mediaType: null, stopId: stopId() })
    expect([await put(photo!, JPEG), await put(thumbnail!, JPEG)]).toEqual([204, 204])
    expect((await list()).find(({ id }) => id === attachment.id)).toMatchObject({
      state: 'ready',
      mediaType: 'image/jpeg',
      hasThumbnail: true,
    })
    const viewer = await friend('viewer')
    for (const client of [owner, viewer]) {
      const response = await get(`${attachment.id}/photo`, client)
      expect([response.status, response.headers.get('content-type'), response.headers.get('x-content-type-options')]).toEqual([
        200,
        'image/jpeg',
        'nosniff',
      ])
      expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
      expect(response.headers.get('content-disposition')).toBe(`inline; filename="${attachment.id}.jpeg"`)
      expect(await response.text()).not.toContain('SECRET-PLACE')
    }
    expect((await get(`${attachment.id}/thumbnail`, owner)).status).toBe(200)
    expect((await get(`${attachment.id}/photo`, stranger)).status).toBe(404)
    expect((await get(`${attachment.id}/photo`, null)).status).toBe(401)
  })
  test('keeps where it was taken when that is wanted', async () => {
    const { attachment, photo } = await attach({ kind: 'photo', bytes: JPEG.length, keepLocation: true })
    await put(photo!, JPEG)
    expect(await (await get(`${attachment.id}/photo`, owner)).text()).toContain('SECRET-PLACE')
  })
  test('is what its bytes are: anything else, more than was announced, a second one and a forged address are refused', async () => {
    const { photo } = await attach({ kind: 'photo', bytes: JPEG.length })
    expect(await put(photo!, Buffer.from('<svg onload=alert(1)>'))).toBe(415)
    expect(await put(photo!, Buffer.concat([JPEG, JPEG]))).toBe(413)
    expect(await put({ ...photo!, url: `${photo!.url.slice(0, -4)}AAAA` }, JPEG)).toBe(404)
    expect(await put(photo!, JPEG)).toBe(204)
    expect(await put(photo!, JPEG)).toBe(404)
    await expect(attach({ kind: 'photo', bytes: 21 * 1024 * 1024 })).rejects.toMatchObject({ status: 422 })
  })
  test('is gone from the store when it is erased', async () => {
    const { attachment, photo } = await attach({ kind: 'photo', bytes: JPEG.length })
    await put(photo!, JPEG)
    const env = (await stack.server.getWorker('yeojeong-itinerary').getEnv()) as { ATTACHMENTS: { head(key: string): Promise<unknown> } }
    const key = `${tripId}/${attachment.id}/photo`
    expect(await env.ATTACHMENTS.head(key)).not.toBeNull()
    await owner.request('DELETE', `/v1/itineraries/${view.id}/attachments/${attachment.id}`)
    expect(await env.ATTACHMENTS.head(key)).toBeNull()
    expect((await list()).map(({ id }) => id)).not.toContain(attachment.id)
  })
})

describe('a memo', () => {
  test('is kept once for a key, sealed at rest, on a stop that exists', async () => {
    const first = await attach({ kind: 'memo', text: 'bring the blue umbrella' }, owner, 'memo-key-1')
    expect((await attach({ kind: 'memo', text: 'bring the blue umbrella' }, owner, 'memo-key-1')).attachment.id).toBe(first.attachment.id)
    expect((await list()).filter(({ text }) => text === 'bring the blue umbrella')).toHaveLength(1)
    const env = (await stack.server.getWorker('yeojeong-itinerary').getEnv()) as {
      ITINERARY_DB: { prepare(sql: string): { all(): Promise<unknown> } }
    }
    expect(JSON.stringify(await env.ITINERARY_DB.prepare('SELECT * FROM attachments').all())).not.toContain('umbrella')
    await expect(
      owner.request('POST', at('stp_nowhere00000000000'), { kind: 'memo', text: 'x' }, { 'idempotency-key': 'memo-key-2' }),
    ).rejects.toMatchObject({ status: 404 })
  })
})

test('editors add and erase their own; viewers and strangers do neither, and strangers see nothing', async () => {
  const [editor, viewer] = [await friend('editor'), await friend('viewer')]
  const mine = await attach({ kind: 'memo', text: 'the owner’s' })
  const theirs = await attach({ kind: 'memo', text: 'the editor’s' }, editor)
  const erase = (client: Client, { attachment }: Made): Promise<unknown> =>
    client.request('DELETE', `/v1/itineraries/${view.id}/attachments/${attachment.id}`)
  for (const client of [viewer, stranger]) {
    await expect(attach({ kind: 'memo', text: 'x' }, client)).rejects.toMatchObject({ status: 404 })
    await expect(erase(client, theirs)).rejects.toMatchObject({ status: 404 })
  }
  expect((await list(viewer)).length).toBeGreaterThan(0)
  await expect(list(stranger)).rejects.toMatchObject({ status: 404 })
  await expect(erase(editor, mine)).rejects.toMatchObject({ status: 403 })
  await erase(editor, theirs)
  await erase(owner, mine)
})

test('what belongs to an itinerary that is gone is swept out of both stores', async () => {
  const { attachment, photo } = await attach({ kind: 'photo', bytes: JPEG.length })
  await put(photo!, JPEG)
  const worker = stack.server.getWorker('yeojeong-itinerary')
  const env = (await worker.getEnv()) as {
    ATTACHMENTS: { head(key: string): Promise<unknown> }
    ITINERARY_DB: { prepare(sql: string): { all(): Promise<{ results: unknown[] }>; run(): Promise<unknown> } }
  }
  await env.ITINERARY_DB.prepare(`UPDATE attachments SET itinerary_id = 'itn_that_is_gone' WHERE id = '${attachment.id}'`).run()
  await worker.scheduled({ cron: '* * * * *' })
  expect(await env.ATTACHMENTS.head(`${tripId}/${attachment.id}/photo`)).toBeNull()
  expect((await env.ITINERARY_DB.prepare(`SELECT id FROM attachments WHERE id = '${attachment.id}'`).all()).results).toEqual([])
})
