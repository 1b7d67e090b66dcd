import { example, smallTrip } from '../../stack/trips.ts'
import type { Persona, World } from './world.ts'

/** What each persona is answered, as HTTP statuses; 401 for whoever has no session, unless said otherwise. */
type Answers = { readonly [P in Persona]: number }
export type Ask = { readonly path: string; readonly body?: unknown; readonly type?: string; readonly upgrade?: true }
export type Route = { readonly answers: Answers; readonly asks: (world: World) => readonly Ask[] }

const nobody = { none: 401, expired: 401, forged: 401 }
const all = (status: number): Answers => ({
  none: status,
  expired: status,
  forged: status,
  stranger: status,
  viewer: status,
  editor: status,
  owner: status,
  operator: status,
})
const anybodyWithASession = (status = 200): Answers => ({ ...all(status), ...nobody })
/** The owner alone; for everybody else, operators too, there is nothing there. */
const ownerOnly = (status = 200): Answers => ({ ...anybodyWithASession(404), owner: status })
const editors = (status = 200): Answers => ({ ...ownerOnly(status), editor: status })
/** Whoever has joined, and operators, who look at everything that is read. */
const readers: Answers = { ...editors(), viewer: 200, operator: 200 }
const lookers: Answers = { ...editors(), operator: 200 }
const operators = (status = 200): Answers => ({ ...anybodyWithASession(403), operator: status })

const at = (path: (world: World) => string, body?: unknown) => (world: World) => [
  { path: path(world), ...(body === undefined ? {} : { body }) },
]
const fixed = (path: string, body?: unknown) => at(() => path, body)
const trip = (rest = '', body?: unknown) => at(({ trip: { id } }) => `/v1/trips/${id}${rest}`, body)
const member = (body?: unknown) => at(({ trip: { id, members } }) => `/v1/trips/${id}/members/${members[0]!.id}`, body)
const itinerary = (rest = '', body?: unknown) => at(({ view }) => `/v1/itineraries/${view.id}${rest}`, body)
const attachment = (rest = '') => at(({ view, attachmentId }) => `/v1/itineraries/${view.id}/attachments/${attachmentId}${rest}`)
const shared = (rest = '') => at(({ shareToken }) => `/v1/shared/${shareToken}${rest}`)

const { members, lodgings = [], transport } = example('seoul-family').trip
const commands = ({ view, stopId, mealId }: World): Ask[] =>
  [{ type: 'SetNote', stopId, note: 'by the east gate' }, { type: 'Replan' }, { type: 'RemoveStop', stopId: mealId }].map((command) => ({
    path: `/v1/itineraries/${view.id}/commands`,
    body: { baseVersion: view.version, command, dryRun: true },
  }))

/** Every route of the product: what is asked of it, and what it answers to whom. What takes things away stands last. */
export const ROUTES: { readonly [route: string]: Route } = {
  'GET /v1/health': { answers: all(200), asks: fixed('/v1/health') },
  'GET /v1/ready': { answers: all(200), asks: fixed('/v1/ready') },
  'POST /auth/guest': { answers: all(201), asks: fixed('/auth/guest', {}) },
  'POST /auth/session': { answers: all(401), asks: fixed('/auth/session', { token: 'not-one-of-ours' }) },
  'GET /v1/me': { answers: anybodyWithASession(), asks: fixed('/v1/me') },

  'GET /v1/shared/{token}': { answers: all(200), asks: shared() },
  'GET /v1/shared/{token}/export.ics': { answers: all(200), asks: shared('/export.ics') },
  'GET /v1/shared/{token}/export.gpx': { answers: all(200), asks: shared('/export.gpx') },
  'GET /v1/shared/{token}/export.kml': { answers: all(200), asks: shared('/export.kml') },
  'GET /v1/shared/{token}/export.geojson': { answers: all(200), asks: shared('/export.geojson') },
  'GET /v1/shared/{token}/export.md': { answers: all(200), asks: shared('/export.md') },
  'POST /v1/shared/accept': {
    answers: anybodyWithASession(404),
    asks: ({ shareToken }) => [{ path: '/v1/shared/accept', body: { token: `${shareToken.slice(0, -26)}${'0'.repeat(26)}` } }],
  },
  'PUT /v1/uploads/{token}': { answers: all(404), asks: fixed('/v1/uploads/forged.address', 'bytes') },

  'GET /v1/places': { answers: anybodyWithASession(), asks: fixed('/v1/places?query=palace&near=37.57,126.98') },
  'GET /v1/places/{placeId}': { answers: anybodyWithASession(), asks: fixed('/v1/places/plc_seoul_gyeongbokgung') },
  'GET /v1/regions': { answers: anybodyWithASession(), asks: fixed('/v1/regions') },
  'GET /v1/regions/{regionId}/recommendations': { answers: anybodyWithASession(), asks: fixed('/v1/regions/seoul/recommendations') },
  'POST /v1/routes': {
    answers: anybodyWithASession(),
    asks: fixed('/v1/routes', { mode: 'walk', origins: [{ lat: 37.57, lng: 126.98 }], destinations: [{ lat: 37.58, lng: 126.99 }] }),
  },

  'POST /v1/trips': { answers: anybodyWithASession(201), asks: fixed('/v1/trips', smallTrip()) },
  'GET /v1/trips': { answers: anybodyWithASession(), asks: fixed('/v1/trips') },
  'GET /v1/trips/{tripId}': { answers: ownerOnly(), asks: trip() },
  'PATCH /v1/trips/{tripId}': { answers: ownerOnly(), asks: trip('', { title: 'A spring of our own' }) },
  'PUT /v1/trips/{tripId}/lodgings': { answers: ownerOnly(), asks: trip('/lodgings', { lodgings }) },
  'PUT /v1/trips/{tripId}/bookings': { answers: ownerOnly(), asks: trip('/bookings', { bookings: [] }) },
  'PUT /v1/trips/{tripId}/transport': { answers: ownerOnly(), asks: trip('/transport', { transport: transport ?? 'transit' }) },
  'POST /v1/trips/{tripId}/bookings/import': {
    answers: ownerOnly(),
    asks: ({ trip: { id } }) => [
      { path: `/v1/trips/${id}/bookings/import`, body: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n', type: 'text/calendar' },
    ],
  },
  'POST /v1/trips/{tripId}/members': { answers: ownerOnly(201), asks: trip('/members', { name: '이모', age: 41 }) },
  'GET /v1/trips/{tripId}/members/{memberId}': { answers: ownerOnly(), asks: member() },
  'PATCH /v1/trips/{tripId}/members/{memberId}': { answers: ownerOnly(), asks: member({ name: members?.[0]?.name }) },
  'POST /v1/trips/{tripId}/itineraries': { answers: ownerOnly(202), asks: trip('/itineraries', {}) },

  'GET /v1/itineraries/{itineraryId}': {
    // Operators look by way of the write side; what is stored for readers names only those who have joined.
    answers: { ...readers, operator: 404 },
    asks: itinerary(),
  },
  'GET /v1/itineraries/{itineraryId}/progress': { answers: { ...ownerOnly(), operator: 200 }, asks: itinerary('/progress') },
  'GET /v1/itineraries/{itineraryId}/live': {
    answers: { ...readers, viewer: 101, editor: 101, owner: 101, operator: 101 },
    asks: ({ view }) => [{ path: `/v1/itineraries/${view.id}/live`, upgrade: true }],
  },
  'POST /v1/itineraries/{itineraryId}/commands': { answers: editors(), asks: commands },
  'GET /v1/itineraries/{itineraryId}/events': { answers: lookers, asks: itinerary('/events') },
  'GET /v1/itineraries/{itineraryId}/alternatives': {
    answers: lookers,
    asks: ({ view, stopId, mealId }) =>
      ['', `?stop=${stopId}`, `?stop=${mealId}`].map((query) => ({ path: `/v1/itineraries/${view.id}/alternatives${query}` })),
  },
  'GET /v1/itineraries/{itineraryId}/export.ics': { answers: readers, asks: itinerary('/export.ics') },
  'GET /v1/itineraries/{itineraryId}/export.gpx': { answers: readers, asks: itinerary('/export.gpx') },
  'GET /v1/itineraries/{itineraryId}/export.kml': { answers: readers, asks: itinerary('/export.kml') },
  'GET /v1/itineraries/{itineraryId}/export.geojson': { answers: readers, asks: itinerary('/export.geojson') },
  'GET /v1/itineraries/{itineraryId}/export.md': { answers: readers, asks: itinerary('/export.md') },
  'POST /v1/itineraries/{itineraryId}/cancel': { answers: ownerOnly(409), asks: itinerary('/cancel') },

  'POST /v1/itineraries/{itineraryId}/stops/{stopId}/attachments': {
    answers: editors(201),
    asks: ({ view, stopId }) => [
      { path: `/v1/itineraries/${view.id}/stops/${stopId}/attachments`, body: { kind: 'memo', text: 'tickets are in the bag' } },
    ],
  },
  'GET /v1/itineraries/{itineraryId}/attachments': { answers: readers, asks: itinerary('/attachments') },
  'GET /v1/itineraries/{itineraryId}/attachments/{attachmentId}/{part}': { answers: readers, asks: attachment('/photo') },

  'POST /v1/itineraries/{itineraryId}/share': { answers: ownerOnly(201), asks: itinerary('/share', { role: 'viewer' }) },
  'GET /v1/itineraries/{itineraryId}/share': { answers: ownerOnly(), asks: itinerary('/share') },

  'GET /ops/attention': { answers: operators(), asks: fixed('/ops/attention') },
  'GET /ops/sagas/{itineraryId}': { answers: operators(), asks: at(({ view }) => `/ops/sagas/${view.id}`) },
  'GET /ops/location': { answers: operators(), asks: fixed('/ops/location') },
  'POST /ops/location/actions': {
    answers: operators(),
    asks: fixed('/ops/location/actions', { type: 'forget-place', placeId: 'plc_nowhere' }),
  },
  'POST /ops/sagas/{itineraryId}/actions': {
    answers: operators(409),
    asks: at(({ view }) => `/ops/sagas/${view.id}/actions`, { action: 'retry' }),
  },

  'DELETE /v1/itineraries/{itineraryId}/attachments/{attachmentId}': { answers: { ...ownerOnly(204), editor: 403 }, asks: attachment() },
  'DELETE /v1/itineraries/{itineraryId}/collaborators/{userId}': {
    answers: ownerOnly(204),
    asks: at(({ view, guestId }) => `/v1/itineraries/${view.id}/collaborators/${guestId}`),
  },
  'DELETE /v1/itineraries/{itineraryId}/share/{shareId}': {
    answers: ownerOnly(204),
    asks: at(({ view, shareId }) => `/v1/itineraries/${view.id}/share/${shareId}`),
  },
  'DELETE /v1/trips/{tripId}/members/{memberId}': { answers: ownerOnly(204), asks: member() },
  'DELETE /v1/itineraries/{itineraryId}': { answers: ownerOnly(204), asks: itinerary() },
  'DELETE /v1/trips/{tripId}': { answers: ownerOnly(204), asks: trip() },
}
