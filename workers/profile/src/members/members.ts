import {
  MAX_MEMBERS,
  serviceError,
  type CallContext,
  type Member,
  type MemberInput,
  type MemberPatch,
  type ServiceError,
} from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import { derivedId, notFound } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { changeTrip } from '../trips/change-trip.ts'
import { getTrip } from '../trips/get-trip.ts'

/** The same key adds the same member once. */
export async function addMember(
  deps: Deps,
  ctx: CallContext,
  tripId: string,
  command: { key: string; member: MemberInput },
): Promise<Result<Member, ServiceError>> {
  const id = await derivedId('mbr', ctx.principal.userId, tripId, command.key)
  const trip = await getTrip(deps, ctx, tripId)
  if (!trip.ok) return trip
  const existing = trip.value.members.find((member) => member.id === id)
  if (existing !== undefined) return ok(existing)
  if (trip.value.members.length >= MAX_MEMBERS) return err(serviceError('trip_full', `A trip has at most ${MAX_MEMBERS} travellers.`))
  const member: Member = { ...command.member, id }
  const saved = await changeTrip(deps, ctx, tripId, ({ members }) => ok({ members: [...members, member] }))
  return saved.ok ? ok(member) : saved
}

export async function getMember(deps: Deps, ctx: CallContext, tripId: string, memberId: string): Promise<Result<Member, ServiceError>> {
  const trip = await getTrip(deps, ctx, tripId)
  if (!trip.ok) return trip
  const member = trip.value.members.find(({ id }) => id === memberId)
  return member === undefined ? err(notFound) : ok(member)
}

/** Only the fields named change; null takes one away. */
export async function updateMember(
  deps: Deps,
  ctx: CallContext,
  tripId: string,
  memberId: string,
  patch: MemberPatch,
): Promise<Result<Member, ServiceError>> {
  const saved = await changeTrip(deps, ctx, tripId, ({ members }) => {
    if (!members.some(({ id }) => id === memberId)) return err(notFound)
    return ok({ members: members.map((member) => (member.id === memberId ? patched(member, patch) : member)) })
  })
  return saved.ok ? ok(saved.value.members.find(({ id }) => id === memberId)!) : saved
}

function patched(member: Member, patch: MemberPatch): Member {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined)
  return Object.fromEntries(Object.entries({ ...member, ...Object.fromEntries(given) }).filter(([, value]) => value !== null)) as Member
}

/** The last traveller cannot leave. */
export async function removeMember(deps: Deps, ctx: CallContext, tripId: string, memberId: string): Promise<Result<null, ServiceError>> {
  const saved = await changeTrip(deps, ctx, tripId, ({ members }) => {
    if (!members.some(({ id }) => id === memberId)) return err(notFound)
    if (members.length === 1) return err(serviceError('trip_member_required', 'A trip needs at least one traveller.'))
    return ok({ members: members.filter(({ id }) => id !== memberId) })
  })
  return saved.ok ? ok(null) : saved
}
