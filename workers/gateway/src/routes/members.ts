import { Member, MemberId, MemberInput, MemberPatch, TripId } from '@yeojeong/contracts'
import * as z from 'zod'
import { idempotencyKey } from '../middleware/idempotency-key.ts'
import { body, json, route, router } from '../openapi.ts'
import { call } from '../services.ts'

const ofTrip = z.object({ tripId: TripId })
const ofMember = z.object({ tripId: TripId, memberId: MemberId })
const asMember = { 200: json(Member, 'The traveller as they are now') }

const add = route(
  {
    method: 'post',
    path: '/v1/trips/{tripId}/members',
    summary: 'Add a traveller',
    description: 'Needs `Idempotency-Key`.',
    request: { params: ofTrip, body: body(MemberInput) },
    responses: { 201: json(Member, 'The new traveller') },
  },
  'idempotency_key_missing',
  'unauthenticated',
  'not_found',
  'validation_failed',
  'trip_full',
  'version_conflict',
)
const get = route(
  {
    method: 'get',
    path: '/v1/trips/{tripId}/members/{memberId}',
    summary: 'One traveller',
    request: { params: ofMember },
    responses: asMember,
  },
  'unauthenticated',
  'not_found',
)
const patch = route(
  {
    method: 'patch',
    path: '/v1/trips/{tripId}/members/{memberId}',
    summary: 'Change a traveller',
    request: { params: ofMember, body: body(MemberPatch) },
    responses: asMember,
  },
  'unauthenticated',
  'not_found',
  'validation_failed',
  'version_conflict',
)
const remove = route(
  {
    method: 'delete',
    path: '/v1/trips/{tripId}/members/{memberId}',
    summary: 'Remove a traveller',
    request: { params: ofMember },
    responses: { 204: { description: 'Removed' } },
  },
  'unauthenticated',
  'not_found',
  'trip_member_required',
  'version_conflict',
)

export const members = router()

members.openapi(add, async (c) => {
  const command = { key: idempotencyKey(c), member: c.req.valid('json') }
  const { tripId } = c.req.valid('param')
  const member = await call(c, 'PROFILE', (profile) => profile.addMember(c.get('callContext'), tripId, command))
  return c.json(member, 201, { location: `/v1/trips/${tripId}/members/${member.id}` })
})

members.openapi(get, async (c) => {
  const { tripId, memberId } = c.req.valid('param')
  return c.json(await call(c, 'PROFILE', (profile) => profile.getMember(c.get('callContext'), tripId, memberId)), 200)
})

members.openapi(patch, async (c) => {
  const { tripId, memberId } = c.req.valid('param')
  return c.json(
    await call(c, 'PROFILE', (profile) => profile.updateMember(c.get('callContext'), tripId, memberId, c.req.valid('json'))),
    200,
  )
})

members.openapi(remove, async (c) => {
  const { tripId, memberId } = c.req.valid('param')
  await call(c, 'PROFILE', (profile) => profile.removeMember(c.get('callContext'), tripId, memberId))
  return c.body(null, 204)
})
