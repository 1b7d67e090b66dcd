import type { CachePolicy } from '../providers/adapter.ts'

/**
 * May what a provider said of a place be kept? Only where its terms say so. Ids and coordinates alone, which some terms
 * let us keep, answer no question of ours: there nothing is kept, which every term allows.
 */
export function keepsContent(policy: CachePolicy): boolean {
  return policy === 'full'
}

/** That there is nothing is no content of theirs, except to who wants nothing kept at all. */
export function keepsAbsence(policy: CachePolicy): boolean {
  return policy !== 'none'
}
