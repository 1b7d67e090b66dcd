import { CallContext, INTERNAL_HEADERS, ItineraryId, type Grant, type LiveEntry } from '@yeojeong/contracts'
import { describeError, log } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { roleIn } from '../sharing/access.ts'

const PATH = /^\/live\/([^/]+)$/

/**
 * A WebSocket to an itinerary's room, for whoever may read it: RPC carries none, so this comes as a request of another
 * Worker's, its context in a header. 404 where there is nothing for the caller.
 */
export async function enterRoom(deps: Pick<Deps, 'rows' | 'shares' | 'roomOf' | 'now'>, request: Request): Promise<Response> {
  const id = ItineraryId.safeParse(PATH.exec(new URL(request.url).pathname)?.[1])
  const header = request.headers.get(INTERNAL_HEADERS.context)
  if (!id.success || header === null) return new Response(null, { status: 404 })
  const ctx = CallContext.parse(JSON.parse(header))
  const row = await deps.rows.find(id.data)
  const role = row === null ? null : await roleIn(deps, ctx, row)
  if (role === null) return new Response(null, { status: 404 })
  const { userId } = ctx.principal
  const until = role === 'owner' ? null : await deps.shares.until(id.data, userId)
  const entry: LiveEntry = { itineraryId: id.data, userId, role, until }
  const headers = { upgrade: 'websocket', [INTERNAL_HEADERS.entry]: JSON.stringify(entry) }
  return deps.roomOf(id.data).fetch('https://room/', { headers })
}

/** Tells whoever has the page open and may still read it. Best effort: the page also asks when it comes back to the front. */
export async function announce(
  { roomOf }: Pick<Deps, 'roomOf'>,
  itineraryId: string,
  version: number,
  grants: readonly Grant[],
): Promise<void> {
  await roomOf(itineraryId)
    .changed(
      version,
      grants.map(([userId]) => userId),
    )
    .catch((error: unknown) => log('warn', 'live.announce_failed', null, { itineraryId, version, error: describeError(error) }))
}

/** After somebody was shown out: the room closes on them at once. What fails here the next projection makes good. */
export async function closeOnOthers({ shares, roomOf, now }: Pick<Deps, 'shares' | 'roomOf' | 'now'>, itineraryId: string): Promise<void> {
  const guests = await shares.guests(itineraryId, now())
  await roomOf(itineraryId)
    .admit(guests.map(({ userId }) => userId))
    .catch((error: unknown) => log('error', 'live.admit_failed', null, { itineraryId, error: describeError(error) }))
}
