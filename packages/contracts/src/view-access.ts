import * as z from 'zod'
import type { ItineraryRole } from './sharing.ts'

/** KV's bound for a key's metadata. */
const MAX_BYTES = 1_024

/** `[user, role, epoch seconds until which it holds or 0]`, short because metadata is. */
const Grant = z.tuple([z.string(), z.enum(['e', 'v']), z.number().int()])
export type Grant = z.infer<typeof Grant>

/** Stored as KV metadata beside the view, so that access is decided without parsing the view. At most 1,024 bytes. */
export const ViewAccess = z.object({
  ownerId: z.string(),
  version: z.number().int(),
  writtenAt: z.number(),
  others: z.array(Grant).optional(),
  /** Not everybody fits: whoever is not named here has to be asked for at the write side. */
  more: z.literal(true).optional(),
})
export type ViewAccess = z.infer<typeof ViewAccess>

/** The metadata of a view, with as many grants as fit; editors first. */
export function viewAccess(head: Pick<ViewAccess, 'ownerId' | 'version' | 'writtenAt'>, grants: readonly Grant[]): ViewAccess {
  if (grants.length === 0) return head
  const others = [...grants].sort((a, b) => (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0))
  const whole: ViewAccess = { ...head, others }
  while (bytesOf({ ...whole, more: true }) > MAX_BYTES) others.pop()
  return others.length === grants.length ? whole : { ...whole, more: true }
}

/** What a user is to the view at this moment; `unknown` = the metadata cannot tell. */
export function roleInView(access: ViewAccess, userId: string, nowMs: number): ItineraryRole | 'unknown' | null {
  if (access.ownerId === userId) return 'owner'
  const grant = access.others?.find(([id]) => id === userId)
  if (grant === undefined) return access.more === true ? 'unknown' : null
  const [, role, until] = grant
  if (until !== 0 && until * 1000 <= nowMs) return null
  return role === 'e' ? 'editor' : 'viewer'
}

/** Ids are ASCII, so characters are bytes. */
function bytesOf(access: ViewAccess): number {
  return JSON.stringify(access).length
}
