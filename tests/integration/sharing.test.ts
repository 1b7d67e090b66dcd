import { EXPORT_FORMATS, type ItineraryView } from '@yeojeong/contracts'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../tools/stack/client.ts'
import { startTestStack, type Stack } from '../stack/harness.ts'
import { example, plannedTrip } from '../stack/trips.ts'

let stack: Stack
let owner: Client
let view: ItineraryView
beforeAll(async () => {
  stack = await startTestStack()
  owner = await Client.guest(stack.url)
  view = await plannedTrip(owner, example('seoul-family'))
}, 180_000)
afterAll(() => stack?.close())

type Made = { id: string; token: string; url: string; calendarUrl: string }
const share = (body: unknown = { role: 'viewer' }): Promise<Made> =>
  owner.request('POST', `/v1/itineraries/${view.id}/share`, body, { 'idempotency-key': crypto.randomUUID() }) as Promise<Made>
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${stack.url}${path}`, { headers })
/** What the family told about each other, and may be found in nothing that leaves. */
const SECRETS = ['할머니', '하준', '아빠', '엄마', 'mbr_', 'step-free', 'rest-for']

describe('a link', () => {
  test('opens without a session, and shows no name and no need of anybody', async () => {
    const { token } = await share()
    const response = await get(`/v1/shared/${token}`)
    const text = await response.text()
    expect(response.status).toBe(200)
    expect(JSON.parse(text)).toMatchObject({ role: 'viewer', itinerary: { id: view.id, travellers: {} } })
    // The trip's own title is the family's to choose; this one has the grandmother in it.
    const told = text.replaceAll(view.title, '')
    expect(SECRETS.filter((secret) => told.includes(secret))).toEqual([])
    expect(JSON.stringify(view)).toContain('rest-for')
  })
  test('is a calendar that keeps up, read by another program than wrote it', async () => {
    const { calendarUrl } = await share()
    expect(calendarUrl).toMatch(/^webcal:/)
    const response = await fetch(`${calendarUrl.replace('webcal:', 'http:')}?language=en`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    const events = new ICAL.Component(ICAL.parse(await response.text())).getAllSubcomponents('vevent')
    const visits = view.days.flatMap(({ stops }) => stops).filter(({ placeId }) => placeId !== null)
    const starts = new Set(events.map((event) => (event.getFirstPropertyValue('dtstart') as ICAL.Time).toUnixTime() * 1000))
    for (const { startAt } of visits) expect(starts).toContain(Date.parse(startAt))
    const again = await fetch(`${calendarUrl.replace('webcal:', 'http:')}?language=en`, {
      headers: { 'if-none-match': response.headers.get('etag')! },
    })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })
  test('stops when it is taken back; one that is wrong or over was never there', async () => {
    const { id, token } = await share()
    await owner.request('DELETE', `/v1/itineraries/${view.id}/share/${id}`)
    for (const path of [`/v1/shared/${token}`, `/v1/shared/${token}/export.ics`, `/v1/shared/${token.slice(0, -26)}${'0'.repeat(26)}`])
      expect((await get(path)).status).toBe(404)
    expect((await get('/v1/shared/nonsense')).status).toBe(422)
  })
  test('lets an editor in, who then reads with their own session and sees as little', async () => {
    const { token } = await share({ role: 'editor' })
    const friend = await Client.guest(stack.url)
    await expect(friend.itinerary(view.id)).rejects.toMatchObject({ status: 404 })
    expect(await friend.request('POST', '/v1/shared/accept', { token, name: 'Min' })).toEqual({ itineraryId: view.id, role: 'editor' })
    await expect
      .poll(
        () =>
          friend.itinerary(view.id).then(
            ({ id }) => id,
            () => null,
          ),
        { timeout: 10_000 },
      )
      .toBe(view.id)
    expect((await friend.itinerary(view.id)).travellers).toEqual({})
    const roles = [owner, friend].map(({ token: session }) => get(`/v1/itineraries/${view.id}`, { authorization: `Bearer ${session}` }))
    expect((await Promise.all(roles)).map(({ headers }) => headers.get('itinerary-role'))).toEqual(['owner', 'editor'])
    expect((await owner.itinerary(view.id)).travellers).not.toEqual({})
    const seen = (await owner.request('GET', `/v1/itineraries/${view.id}/share`)) as { collaborators: { userId: string; name: string }[] }
    const min = seen.collaborators.find(({ name }) => name === 'Min')!
    await owner.request('DELETE', `/v1/itineraries/${view.id}/collaborators/${min.userId}`)
    await expect
      .poll(
        () =>
          friend.itinerary(view.id, 99).then(
            () => 'read',
            () => 'gone',
          ),
        { timeout: 10_000 },
      )
      .toBe('gone')
  })
})

test.each(EXPORT_FORMATS)('the export as %s has the days and tells nothing of the family', async (format) => {
  const response = await get(`/v1/itineraries/${view.id}/export.${format}?language=ko`, { authorization: `Bearer ${owner.token}` })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-disposition')).toContain(`.${format}`)
  const text = (await response.text()).replaceAll('\r\n ', '').replaceAll(view.title, '')
  expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([])
  expect(text).toContain('경복궁')
})
