import type { CallContext } from '@yeojeong/contracts'

/** Owners see what is theirs, operators see all. */
export function mayRead({ principal }: CallContext, ownerId: string): boolean {
  return principal.userId === ownerId || principal.role === 'operator'
}
