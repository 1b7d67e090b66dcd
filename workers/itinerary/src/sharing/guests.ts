import {
  MAX_COLLABORATORS,
  serviceError,
  type AcceptShare,
  type CallContext,
  type CollaboratorAddress,
  type Joined,
  type ServiceError,
} from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import { notFound } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { accessChanged, owns } from './links.ts'
import { openDoor } from './shared.ts'

type Needs = Pick<Deps, 'rows' | 'shares' | 'now' | 'sagaOf' | 'roomOf' | 'wordsSealer'>

/** Whoever holds a working link joins the itinerary in their own name. Asked again it changes nothing. */
export async function acceptShare(deps: Needs, ctx: CallContext, { token, name }: AcceptShare): Promise<Result<Joined, ServiceError>> {
  const link = await openDoor(deps, token)
  if (link === null) return err(notFound)
  const { itineraryId, role, id: shareId, expiresAt } = link
  const { userId } = ctx.principal
  const row = await deps.rows.find(itineraryId)
  if (row === null) return err(notFound)
  if (row.ownerId === userId) return ok({ itineraryId, role: 'owner' })
  const sealedName = name === undefined ? null : await deps.wordsSealer.seal(name, `${itineraryId}/${userId}`)
  const guest = { itineraryId, userId, role, shareId, sealedName, joinedAt: deps.now(), expiresAt }
  if (!(await deps.shares.join(guest, MAX_COLLABORATORS))) {
    return err(serviceError('limit_reached', `At most ${MAX_COLLABORATORS} people can join an itinerary.`))
  }
  await accessChanged(deps, itineraryId)
  return ok({ itineraryId, role: (await deps.shares.guest(itineraryId, userId, deps.now())) ?? role })
}

/** The owner shows somebody out, or somebody leaves. */
export async function removeCollaborator(
  deps: Needs,
  ctx: CallContext,
  { itineraryId, userId }: CollaboratorAddress,
): Promise<Result<null, ServiceError>> {
  if (ctx.principal.userId !== userId && !(await owns(deps, ctx, itineraryId))) return err(notFound)
  if (!(await deps.shares.leave(itineraryId, userId, deps.now()))) return err(notFound)
  await accessChanged(deps, itineraryId)
  return ok(null)
}
