import {
  MAX_SHARE_LINKS,
  serviceError,
  type CallContext,
  type CreateShare,
  type NewShareLink,
  type ServiceError,
  type ShareAddress,
  type Sharing,
} from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import { describeError, log, notFound } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { closeOnOthers } from '../live/rooms.ts'
import { partsOf, tokenFor } from './token.ts'
import { collaboratorOf, linkOf } from './words.ts'

type Needs = Pick<Deps, 'rows' | 'shares' | 'now' | 'sagaOf' | 'roomOf' | 'sharePepper' | 'wordsSealer'>

/** Makes a link. The token is in this answer and nowhere else; the same key gives the same link. */
export async function createShare(
  deps: Needs,
  ctx: CallContext,
  { itineraryId, key, request }: CreateShare,
): Promise<Result<NewShareLink, ServiceError>> {
  if (!(await owns(deps, ctx, itineraryId))) return err(notFound)
  const now = deps.now()
  const expiresAt = request.expiresAt === undefined ? null : Date.parse(request.expiresAt)
  if (expiresAt !== null && expiresAt <= now) {
    const errors = [{ pointer: '/expiresAt', detail: 'lies in the past' }]
    return err(serviceError('validation_failed', 'Some of what was sent does not fit.', { errors }))
  }
  const token = await tokenFor(await deps.sharePepper(), itineraryId, key)
  const { shareId, secretHash } = await partsOf(token)
  const share = { itineraryId, id: shareId, role: request.role, secretHash, createdAt: now, expiresAt }
  if (!(await deps.shares.add(share, MAX_SHARE_LINKS, now))) {
    return err(serviceError('limit_reached', `At most ${MAX_SHARE_LINKS} links work at once; take one back first.`))
  }
  const stored = await deps.shares.find(itineraryId, shareId)
  if (stored === null) throw new Error('share: a link that was kept is not there')
  if (stored.role !== request.role || stored.expiresAt !== expiresAt) return err(serviceError('idempotency_key_reused'))
  return ok({ ...linkOf(stored, now), token })
}

export async function sharing(deps: Needs, ctx: CallContext, itineraryId: string): Promise<Result<Sharing, ServiceError>> {
  if (!(await owns(deps, ctx, itineraryId))) return err(notFound)
  const { links, guests } = await deps.shares.list(itineraryId)
  const now = deps.now()
  return ok({
    links: links.sort((a, b) => b.createdAt - a.createdAt).map((link) => linkOf(link, now)),
    collaborators: await Promise.all(guests.map((guest) => collaboratorOf(guest, deps.wordsSealer))),
  })
}

/** The link ends at once, and so does what was joined by it. */
export async function revokeShare(
  deps: Needs,
  ctx: CallContext,
  { itineraryId, shareId }: ShareAddress,
): Promise<Result<null, ServiceError>> {
  if (!(await owns(deps, ctx, itineraryId))) return err(notFound)
  if (!(await deps.shares.revoke(itineraryId, shareId, deps.now()))) return err(notFound)
  await accessChanged(deps, itineraryId)
  return ok(null)
}

/** D1 has the new list already, and the outbox owes it to the view: what fails here only makes it later. */
export async function accessChanged(deps: Pick<Needs, 'shares' | 'now' | 'sagaOf' | 'roomOf'>, itineraryId: string): Promise<void> {
  const republished = deps.sagaOf(itineraryId).republish()
  await Promise.all([
    republished.catch((error: unknown) => log('warn', 'share.republish_failed', null, { itineraryId, error: describeError(error) })),
    closeOnOthers(deps, itineraryId),
  ])
}

/** Sharing is the owner's alone: an editor can change the days, not who comes in, and an operator looks without being let in by it. */
export async function owns({ rows }: Pick<Deps, 'rows'>, { principal }: CallContext, itineraryId: string): Promise<boolean> {
  return (await rows.find(itineraryId))?.ownerId === principal.userId
}
