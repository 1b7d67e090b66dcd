import type { Attachment, ItineraryView, Trip } from '@yeojeong/contracts'
import { issueSession } from '../../../workers/gateway/src/session/token.ts'
import { Client } from '../../../tools/stack/client.ts'
import { SESSION_SECRET, startTestStack, type Stack } from '../../stack/harness.ts'
import { example } from '../../stack/trips.ts'

/** Who asks: nobody, with a session that is over or forged, somebody else, who was let in to look or to change, whose it is, who runs this. */
export const PERSONAS = ['none', 'expired', 'forged', 'stranger', 'viewer', 'editor', 'owner', 'operator'] as const
export type Persona = (typeof PERSONAS)[number]

/** A family's planned trip with all that can belong to one, and a session for each persona. */
export type World = {
  readonly stack: Stack
  readonly tokens: { readonly [P in Persona]: string | null }
  readonly trip: Trip
  readonly view: ItineraryView
  readonly stopId: string
  readonly mealId: string
  readonly attachmentId: string
  readonly shareId: string
  readonly shareToken: string
  /** A guest besides the two personas. */
  readonly guestId: string
}

const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xdb, 0, 4, 1, 1, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xff, 0xd9)
const key = () => ({ 'idempotency-key': crypto.randomUUID() })

export async function makeWorld(): Promise<World> {
  const stack = await startTestStack()
  const owner = await Client.guest(stack.url)
  const { trip: brief, plan } = example('seoul-family')
  const trip = await owner.createTrip({ ...brief, title: 'A spring of our own' })
  const { itineraryId } = await owner.plan(trip.id, plan)
  const view = await owner.itinerary(itineraryId, (await owner.follow(itineraryId)).version)
  const stops = view.days.flatMap((day) => day.stops)
  const stopId = stops.find(({ kind }) => kind === 'sight')!.id
  const photo = (await owner.request(
    'POST',
    `/v1/itineraries/${itineraryId}/stops/${stopId}/attachments`,
    { kind: 'photo', bytes: JPEG.length },
    key(),
  )) as { attachment: Attachment; photo: { url: string }; thumbnail: { url: string } }
  for (const { url } of [photo.photo, photo.thumbnail]) await fetch(url, { method: 'PUT', body: JPEG })
  const link = (role: string) =>
    owner.request('POST', `/v1/itineraries/${itineraryId}/share`, { role }, key()) as Promise<{ id: string; token: string }>
  const [viewers, editors] = [await link('viewer'), await link('editor')]
  const join = async (token: string): Promise<Client> => {
    const guest = await Client.guest(stack.url)
    await guest.request('POST', '/v1/shared/accept', { token })
    return guest
  }
  const [viewer, editor, other] = [await join(viewers.token), await join(editors.token), await join(viewers.token)]
  const { userId: guestId } = (await other.request('GET', '/v1/me')) as { userId: string }
  const ago = Math.floor(Date.now() / 1_000) - 40 * 86_400
  const { userId: ownerId } = (await owner.request('GET', '/v1/me')) as { userId: string }
  const operator = { userId: 'usr_operator00000000000', role: 'operator' } as const
  const tokens = {
    none: null,
    expired: await issueSession({ userId: ownerId, role: 'guest' }, SESSION_SECRET, ago),
    forged: `${owner.token.slice(0, -4)}AAAA`,
    stranger: (await Client.guest(stack.url)).token,
    viewer: viewer.token,
    editor: editor.token,
    owner: owner.token,
    operator: await issueSession(operator, SESSION_SECRET, Math.floor(Date.now() / 1_000)),
  }
  const about = { attachmentId: photo.attachment.id, shareId: viewers.id, shareToken: viewers.token, guestId }
  return { stack, tokens, trip, view, stopId, mealId: stops.find(({ kind }) => kind === 'meal')!.id, ...about }
}
