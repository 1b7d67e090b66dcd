import type { CallContext, Grant, ItineraryRole } from '@yeojeong/contracts'
import type { Deps } from '../deps.ts'

type About = { readonly id: string; readonly ownerId: string }

/**
 * What the caller is to an itinerary; null = nothing, and then it is not found. The owner costs no query. Operators see
 * what owners see. Editors may change it; neither editor nor viewer may see more of it than `forOthers` leaves.
 */
export async function roleIn(
  { shares, now }: Pick<Deps, 'shares' | 'now'>,
  { principal }: CallContext,
  { id, ownerId }: About,
): Promise<ItineraryRole | null> {
  if (principal.userId === ownerId || principal.role === 'operator') return 'owner'
  return shares.guest(id, principal.userId, now())
}

/** Everybody but the owner who may read an itinerary now, as its view's metadata names them. */
export async function grantsOf({ shares, now }: Pick<Deps, 'shares' | 'now'>, itineraryId: string): Promise<Grant[]> {
  const guests = await shares.guests(itineraryId, now())
  return guests.map(({ userId, role, expiresAt }) => [
    userId,
    role === 'editor' ? 'e' : 'v',
    expiresAt === null ? 0 : Math.floor(expiresAt / 1000),
  ])
}

/** Owners change what is theirs, and editors what was shared with them so; operators look, and leave it alone. Asked of D1 each time. */
export async function mayEdit(
  deps: Pick<Deps, 'shares' | 'now'>,
  { principal: { userId } }: { readonly principal: Pick<CallContext['principal'], 'userId'> },
  { id, ownerId }: About,
): Promise<boolean> {
  return userId === ownerId || (await deps.shares.guest(id, userId, deps.now())) === 'editor'
}

/** Those who may change it, and operators, see how it came about and what else it could be. */
export async function mayLook(deps: Pick<Deps, 'shares' | 'now'>, ctx: CallContext, about: About): Promise<boolean> {
  return ctx.principal.role === 'operator' || mayEdit(deps, ctx, about)
}
