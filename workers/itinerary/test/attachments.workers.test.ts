import { INTERNAL_HEADERS, REFUSAL_HEADER, type NewAttachment } from '@yeojeong/contracts'
import { beforeAll, describe, expect, test } from 'vitest'
import { attach, listAttachments } from '../src/attachments/attach.ts'
import { servePhotos, sweepAttachments } from '../src/attachments/photos.ts'
import { depsOf } from '../src/deps.ts'
import { removeCollaborator } from '../src/sharing/guests.ts'
import { contextOf } from './fixture.ts'
import { env, planToTheEnd, rows, service, someone, storedView, type Someone } from './planning.ts'

const deps = depsOf(env)
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const later = (ms: number) => ({ ...deps, now: () => Date.now() + ms })
const text = (value: string): number[] => [...value].map((char) => char.charCodeAt(0))
const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xdb, 0, 4, 1, 1, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xff, 0xd9)
const PAGE = '<html><script>alert(1)</script></html>'

let owner: Someone
let stopId: string
beforeAll(async () => {
  owner = await someone()
  await planToTheEnd(owner)
  stopId = (await storedView(owner.itineraryId)).view!.days[0]!.stops.find(({ kind }) => kind === 'sight')!.id
})

let keys = 0
async function made(attachment: NewAttachment, userId = owner.userId, from: Someone = owner, at = stopId) {
  const command = { itineraryId: from.itineraryId, stopId: at, key: `attach-key-${++keys}`, attachment }
  const answer = await attach(deps, contextOf(userId), command)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}
const photo = (bytes = JPEG.length): NewAttachment => ({ kind: 'photo', bytes, keepLocation: false })
/** `kept`, or why not. */
async function put(token: string, body: Uint8Array, at = deps): Promise<string> {
  const response = await servePhotos(at, new Request(`https://itinerary/uploads/${token}`, { method: 'PUT', body }))
  return response!.status === 204 ? 'kept' : (response!.headers.get(REFUSAL_HEADER) ?? String(response!.status))
}
const stored = async (tripId: string): Promise<string[]> =>
  (await env.ATTACHMENTS.list({ prefix: `${tripId}/` })).objects.map(({ key }) => key)
const listed = async (who: Someone): Promise<string[]> => {
  const answer = await listAttachments(deps, contextOf(who.userId), who.itineraryId)
  return answer.ok ? answer.value.map(({ id }) => id) : []
}

describe('an upload address', () => {
  test('is good for ten minutes', async () => {
    const { photo: ticket } = await made(photo())
    expect(await put(ticket!.token, JPEG, later(10 * MINUTE + 1))).toBe('not_found')
    expect(await put(ticket!.token, JPEG, later(9 * MINUTE))).toBe('kept')
  })
  test('is good once, for its own part of its own photo', async () => {
    const { photo: ticket, thumbnail } = await made(photo())
    expect([await put(ticket!.token, JPEG), await put(ticket!.token, JPEG)]).toEqual(['kept', 'not_found'])
    expect([await put(thumbnail!.token, JPEG), await put(thumbnail!.token, JPEG)]).toEqual(['kept', 'not_found'])
    const [body, mac] = (await made(photo())).photo!.token.split('.') as [string, string]
    const other = ticket!.token.split('.')[0]
    expect(await put(`${other}.${mac}`, JPEG)).toBe('not_found')
    expect(await put(`${body}.${mac.slice(0, -2)}AA`, JPEG)).toBe('not_found')
  })
  test('dies with its holder’s leave to change the itinerary', async () => {
    const link = await service.createShare(contextOf(owner.userId), {
      itineraryId: owner.itineraryId,
      key: 'for-an-editor',
      request: { role: 'editor' },
    })
    const editor = contextOf('usr_editor-of-photos')
    await service.acceptShare(editor, { token: link.ok ? link.value.token : '' })
    const [first, second] = [await made(photo(), editor.principal.userId), await made(photo(), editor.principal.userId)]
    expect(await put(first.photo!.token, JPEG)).toBe('kept')
    await removeCollaborator(deps, contextOf(owner.userId), { itineraryId: owner.itineraryId, userId: editor.principal.userId })
    expect(await put(second.photo!.token, JPEG)).toBe('not_found')
    expect(await put(first.thumbnail!.token, JPEG)).toBe('not_found')
  })
})

test.each([
  ['a page', PAGE],
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['a page that begins like a GIF', `GIF89a${PAGE}`],
  ['a PDF', '%PDF-1.7'],
])('%s is no photo', async (_what, body) => {
  const bytes = Uint8Array.from(text(body))
  const { photo: ticket } = await made(photo(bytes.length))
  expect(await put(ticket!.token, bytes)).toBe('unsupported_media_type')
})

test('a photo with a page behind it is kept as the photo alone, and given out as what its bytes are', async () => {
  const bytes = Uint8Array.from([...JPEG, ...text(PAGE)])
  const { attachment, photo: ticket } = await made(photo(bytes.length))
  expect(await put(ticket!.token, bytes)).toBe('kept')
  const headers = { [INTERNAL_HEADERS.context]: JSON.stringify(contextOf(owner.userId)) }
  const url = `https://itinerary/itineraries/${owner.itineraryId}/attachments/${attachment.id}/photo`
  const response = await servePhotos(deps, new Request(url, { headers }))
  expect([response!.headers.get('content-type'), new Uint8Array(await response!.arrayBuffer())]).toEqual(['image/jpeg', JPEG])
})

describe('a trip holds only so much', () => {
  async function fill(count: number, bytes: number): Promise<Someone> {
    const who = await someone()
    await planToTheEnd(who)
    const { ITINERARY_DB: db } = env
    await db.batch(
      Array.from({ length: count }, (_, n) =>
        db
          .prepare(
            "INSERT INTO attachments (trip_id, id, itinerary_id, stop_id, kind, state, bytes, has_thumbnail, created_by, created_at) VALUES (?, ?, ?, 'stp_full', 'photo', 'ready', ?, 0, ?, 0)",
          )
          .bind(who.tripId, `att_full${n}aaaa`, who.itineraryId, bytes, who.userId),
      ),
    )
    return who
  }
  const tried = async (who: Someone, bytes: number): Promise<string> => {
    const at = (await storedView(who.itineraryId)).view!.days[0]!.stops[0]!.id
    return made(photo(bytes), who.userId, who, at).then(
      () => 'made',
      (error: Error) => error.message,
    )
  }
  test('200 attachments', async () => {
    const who = await fill(199, 10)
    expect([await tried(who, 10), await tried(who, 10)]).toEqual(['made', 'limit_reached'])
  })
  test('500 MiB', async () => {
    const who = await fill(25, 20 * 1024 * 1024 - 4)
    expect([await tried(who, 101), await tried(who, 100)]).toEqual(['limit_reached', 'made'])
  })
})

describe('the sweep', () => {
  test('takes what was announced and never came after an hour, and leaves what came', async () => {
    const who = await someone()
    await planToTheEnd(who)
    const at = (await storedView(who.itineraryId)).view!.days[0]!.stops[0]!.id
    const [came, never] = [await made(photo(), who.userId, who, at), await made(photo(), who.userId, who, at)]
    await put(came.photo!.token, JPEG)
    await sweepAttachments(later(59 * MINUTE))
    expect((await listed(who)).sort()).toEqual([came.attachment.id, never.attachment.id].sort())
    await sweepAttachments(later(61 * MINUTE))
    expect(await listed(who)).toEqual([came.attachment.id])
  })
  test('takes what hung on a stop that has been gone for a week, its bytes too; until then an undo brings it back', async () => {
    const who = await someone()
    await planToTheEnd(who)
    const { id: at } = (await storedView(who.itineraryId)).view!.days[0]!.stops.find(({ kind }) => kind === 'sight')!
    const { attachment, photo: ticket, thumbnail } = await made(photo(), who.userId, who, at)
    for (const { token } of [ticket!, thumbnail!]) await put(token, JPEG)
    const stopsAre = (stopIds: string[], now: number) => deps.attachments.stopsAre(who.tripId, who.itineraryId, stopIds, now)
    await stopsAre([], Date.now())
    expect(await listed(who)).toEqual([])
    await sweepAttachments(later(6 * DAY))
    await stopsAre([at], Date.now())
    expect(await listed(who)).toEqual([attachment.id])
    await stopsAre([], Date.now())
    await stopsAre([], Date.now() + 3 * DAY)
    await sweepAttachments(later(7 * DAY + MINUTE))
    expect(await stored(who.tripId)).toEqual([])
    expect(await rows('SELECT id FROM attachments WHERE trip_id = ?', who.tripId)).toEqual([])
  })
  test('takes all that hung on an itinerary that was erased', async () => {
    const who = await someone()
    await planToTheEnd(who)
    const { id: at } = (await storedView(who.itineraryId)).view!.days[0]!.stops[0]!
    await put((await made(photo(), who.userId, who, at)).photo!.token, JPEG)
    expect(await stored(who.tripId)).toHaveLength(1)
    await service.erase(contextOf(who.userId), who.itineraryId)
    await expect.poll(() => rows('SELECT id FROM itineraries WHERE id = ?', who.itineraryId)).toEqual([])
    await sweepAttachments(deps)
    expect(await stored(who.tripId)).toEqual([])
  })
})
