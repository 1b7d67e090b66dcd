import type { Collaborator, ShareLink } from '@yeojeong/contracts'
import type { Sealer } from '@yeojeong/worker-kit'
import * as z from 'zod'
import type { Guest, ShareRow } from '../store/share-links.ts'

/** Rows as they are told: times in words, names opened. */
export function linkOf(
  { id, role, createdAt, expiresAt, revokedAt }: Omit<ShareRow, 'itineraryId' | 'secretHash'>,
  now: number,
): ShareLink {
  const state = revokedAt !== null ? 'revoked' : expiresAt !== null && expiresAt <= now ? 'expired' : 'active'
  return { id, role, state, createdAt: iso(createdAt), expiresAt: expiresAt === null ? null : iso(expiresAt) }
}

export async function collaboratorOf(guest: Guest, sealer: Sealer): Promise<Collaborator> {
  const { itineraryId, userId, role, shareId, sealedName, joinedAt, expiresAt } = guest
  const name = sealedName === null ? null : z.string().parse(await sealer.open(sealedName, `${itineraryId}/${userId}`))
  return { userId, name, role, shareId, joinedAt: iso(joinedAt), expiresAt: expiresAt === null ? null : iso(expiresAt) }
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
