import type { ProposedBookings, Trip } from '@yeojeong/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from '../../tools/stack/client.ts'
import { startTestStack, type Stack } from '../stack/harness.ts'
import { smallTrip } from '../stack/trips.ts'

let stack: Stack
let owner: Client
let trip: Trip
beforeAll(async () => {
  stack = await startTestStack()
  owner = await Client.guest(stack.url)
  trip = await owner.createTrip(smallTrip())
}, 120_000)
afterAll(() => stack?.close())

const CALENDAR = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//test//EN
BEGIN:VEVENT
UID:a
SUMMARY:Palace ticket
DTSTART:20270420T050000Z
DTEND:20270420T060000Z
GEO:37.5796;126.977
END:VEVENT
BEGIN:VEVENT
UID:b
SUMMARY:Dentist
DTSTART:20271120T050000Z
END:VEVENT
END:VCALENDAR`.replaceAll('\n', '\r\n')

async function send(
  body: string,
  headers: Record<string, string> = {},
  path = `/v1/trips/${trip.id}/bookings/import`,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${stack.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${owner.token}`, 'content-type': 'text/calendar; charset=utf-8', ...headers },
    body,
  })
  return { status: response.status, body: await response.json() }
}

test('a calendar becomes proposals in the destination’s clock, which can be put as they are; nothing is saved before', async () => {
  const { status, body } = await send(CALENDAR)
  const { bookings, skipped } = body as ProposedBookings
  expect(status).toBe(200)
  expect(bookings).toMatchObject([{ booking: { kind: 'ticket', date: '2027-04-20', start: '14:00', end: '15:00' }, errors: [] }])
  expect(skipped).toMatchObject([{ pointer: '/events/1', uid: 'b', detail: 'it is outside the trip' }])
  expect(((await owner.request('GET', `/v1/trips/${trip.id}`)) as Trip).bookings).toEqual([])
  const saved = (await owner.request('PUT', `/v1/trips/${trip.id}/bookings`, { bookings: bookings.map(({ booking }) => booking) })) as Trip
  expect(saved.bookings).toHaveLength(1)
})

test('what is no calendar, too large, not said to be one, or for a trip that is not the caller’s is refused', async () => {
  expect(await send('hello')).toMatchObject({ status: 422, body: { code: 'validation_failed', errors: [{ pointer: '' }] } })
  expect(await send(CALENDAR, { 'content-type': 'application/json' })).toMatchObject({
    status: 415,
    body: { code: 'unsupported_media_type' },
  })
  expect(await send('x'.repeat(1_100_000))).toMatchObject({ status: 413 })
  expect(await send(CALENDAR, { authorization: '' })).toMatchObject({ status: 401 })
  const stranger = await Client.guest(stack.url)
  expect(await send(CALENDAR, { authorization: `Bearer ${stranger.token}` })).toMatchObject({ status: 404 })
  // Everywhere else a body still has to be JSON.
  expect(await send(CALENDAR, {}, '/v1/trips')).toMatchObject({ status: 415 })
})
