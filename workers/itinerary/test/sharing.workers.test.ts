import { EXPORT_FORMATS, ItineraryView, type CallContext } from '@yeojeong/contracts'
import { beforeAll, describe, expect, test } from 'vitest'
import { depsOf } from '../src/deps.ts'
import { sweepOutbox } from '../src/projections/sweep-outbox.ts'
import { removeCollaborator } from '../src/sharing/guests.ts'
import { contextOf, SECRETS } from './fixture.ts'
import { env, planToTheEnd, rows, service, someone, storedView, type Someone } from './planning.ts'

const deps = depsOf(env)
let owner: Someone
const guest = (name: string): CallContext => contextOf(`usr_${name}-${crypto.randomUUID().slice(0, 8)}`)
const stranger = guest('stranger')
let keys = 0

beforeAll(async () => {
  owner = await someone()
  expect(await planToTheEnd(owner)).toMatchObject({ status: 'ready' })
})

type Request = Parameters<typeof service.createShare>[1]['request']
async function share(request: Request, key = `share-key-${++keys}`) {
  const made = await service.createShare(contextOf(owner.userId), { itineraryId: owner.itineraryId, key, request })
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}
const code = (answer: { ok: true } | { ok: false; error: { code: string } }): string => (answer.ok ? 'ok' : answer.error.code)
const soon = (ms: number): string => new Date(Date.now() + ms).toISOString()
/** Lets a link's time run out without waiting for it. */
async function expire(shareId: string): Promise<void> {
  for (const [table, column] of [
    ['share_links', 'id'],
    ['collaborators', 'share_id'],
  ])
    await env.ITINERARY_DB.prepare(`UPDATE ${table} SET expires_at = 1 WHERE ${column} = ?`).bind(shareId).run()
}

describe('a share link', () => {
  test('opens the itinerary for anybody who holds it, as others may see it', async () => {
    const { token } = await share({ role: 'viewer' })
    const opened = await service.readShared(stranger, token)
    expect(opened).toMatchObject({
      ok: true,
      value: { role: 'viewer', expiresAt: null, itinerary: { id: owner.itineraryId, status: 'ready' } },
    })
    const text = JSON.stringify(opened)
    for (const secret of [SECRETS.name, 'mbr_halmoni', '"diets":["halal"]', 'satisfaction']) expect(text).not.toContain(secret)
    expect(text).toContain('fixture')
  })
  test('is not kept: the store has the hash of its secret only', async () => {
    const { token } = await share({ role: 'viewer' })
    const stored = JSON.stringify(await rows('SELECT * FROM share_links'))
    expect(stored).not.toContain(token.split('.')[1])
  })
  test('is made once for a key, with the same token; the key is not good for another', async () => {
    const first = await share({ role: 'viewer' }, 'the-same-key')
    expect((await share({ role: 'viewer' }, 'the-same-key')).token).toBe(first.token)
    const other = await service.createShare(contextOf(owner.userId), {
      itineraryId: owner.itineraryId,
      key: 'the-same-key',
      request: { role: 'editor' },
    })
    expect(code(other)).toBe('idempotency_key_reused')
    expect((await share({ role: 'viewer' }, 'another-key')).token).not.toBe(first.token)
  })
  test('stops at once when it is taken back or its time is over; a forged one never worked', async () => {
    const [taken, late] = [await share({ role: 'viewer' }), await share({ role: 'viewer', expiresAt: soon(60_000) })]
    expect(code(await service.readShared(stranger, late.token))).toBe('ok')
    await service.revokeShare(contextOf(owner.userId), { itineraryId: owner.itineraryId, shareId: taken.id })
    await expire(late.id)
    const forged = `${late.token.split('.')[0]}.${'0'.repeat(26)}`
    for (const token of [taken.token, late.token, forged]) {
      expect(code(await service.readShared(stranger, token))).toBe('not_found')
      expect(code(await service.exportShared(stranger, { token, format: 'ics' }))).toBe('not_found')
      expect(code(await service.acceptShare(stranger, { token }))).toBe('not_found')
    }
    expect(code(await service.readShared(stranger, 'not a token'))).toBe('validation_failed')
  })
  test('cannot be made to end before it begins', async () => {
    const made = await service.createShare(contextOf(owner.userId), {
      itineraryId: owner.itineraryId,
      key: 'too-late-key',
      request: { role: 'viewer', expiresAt: soon(-1_000) },
    })
    expect(made).toMatchObject({ ok: false, error: { code: 'validation_failed', errors: [{ pointer: '/expiresAt' }] } })
  })
  test('is the owner’s to make, see and take back: for anybody else there is nothing here', async () => {
    const { id, token } = await share({ role: 'editor' })
    const editor = guest('editor')
    await service.acceptShare(editor, { token })
    for (const ctx of [stranger, editor]) {
      expect(
        code(await service.createShare(ctx, { itineraryId: owner.itineraryId, key: 'a-key-of-mine', request: { role: 'viewer' } })),
      ).toBe('not_found')
      expect(code(await service.sharing(ctx, owner.itineraryId))).toBe('not_found')
      expect(code(await service.revokeShare(ctx, { itineraryId: owner.itineraryId, shareId: id }))).toBe('not_found')
    }
    expect(
      code(await service.revokeShare(contextOf(owner.userId), { itineraryId: owner.itineraryId, shareId: 'shr_00000000000000000000' })),
    ).toBe('not_found')
  })
})

describe('joining by a link', () => {
  const othersInKv = async (): Promise<unknown> => ((await storedView(owner.itineraryId)).metadata as { others?: unknown }).others ?? []

  test('adds the user to the access list beside the view and opens it with their own session, without health or names', async () => {
    const { token, id } = await share({ role: 'editor' })
    const friend = guest('friend')
    expect(code(await service.read(friend, owner.itineraryId))).toBe('not_found')
    expect(await service.acceptShare(friend, { token, name: 'Min' })).toEqual({
      ok: true,
      value: { itineraryId: owner.itineraryId, role: 'editor' },
    })
    expect(await service.acceptShare(friend, { token, name: 'Min' })).toMatchObject({ ok: true })
    const read = await service.read(friend, owner.itineraryId)
    expect(read.ok && read.value.role).toBe('editor')
    expect(read.ok && ItineraryView.parse(read.value.view)).toMatchObject({ travellers: {}, members: [] })
    await expect.poll(othersInKv, { timeout: 5_000 }).toContainEqual([friend.principal.userId, 'e', 0])
    const seen = await service.sharing(contextOf(owner.userId), owner.itineraryId)
    expect(seen).toMatchObject({
      ok: true,
      value: { collaborators: expect.arrayContaining([expect.objectContaining({ name: 'Min', role: 'editor', shareId: id })]) },
    })
    expect(JSON.stringify(await rows('SELECT * FROM collaborators'))).not.toContain('Min"')
  })
  test('ends for all who joined by it when the link is taken back', async () => {
    const { token, id } = await share({ role: 'editor' })
    const friend = guest('friend')
    await service.acceptShare(friend, { token })
    await service.revokeShare(contextOf(owner.userId), { itineraryId: owner.itineraryId, shareId: id })
    expect(code(await service.read(friend, owner.itineraryId))).toBe('not_found')
    await expect.poll(async () => JSON.stringify(await othersInKv()), { timeout: 5_000 }).not.toContain(friend.principal.userId)
  })
  test('ends at once for writing, and for reading by the next sweep, when the view cannot be told', async () => {
    const { token } = await share({ role: 'editor' })
    const friend = guest('friend')
    await service.acceptShare(friend, { token })
    await expect.poll(async () => JSON.stringify(await othersInKv()), { timeout: 5_000 }).toContain(friend.principal.userId)
    const lost = () => Promise.reject(new Error('the object does not answer'))
    const unheard = { ...deps, sagaOf: () => ({ republish: lost }), roomOf: () => ({ admit: lost }) } as unknown as typeof deps
    const about = { itineraryId: owner.itineraryId, userId: friend.principal.userId }
    expect(code(await removeCollaborator(unheard, contextOf(owner.userId), about))).toBe('ok')
    const edit = { itineraryId: owner.itineraryId, key: 'after-the-end', baseVersion: 1, command: { type: 'Archive' } as const }
    expect(code(await service.edit(friend, { ...edit, force: false, dryRun: false }))).toBe('not_found')
    expect(JSON.stringify(await othersInKv())).toContain(friend.principal.userId)
    expect(await sweepOutbox({ ...deps, now: () => Date.now() + 60_000 })).toBeGreaterThan(0)
    await expect.poll(async () => JSON.stringify(await othersInKv()), { timeout: 10_000 }).not.toContain(friend.principal.userId)
  })
  test('of a stranger who says they leave, nothing is owed', async () => {
    await env.ITINERARY_DB.prepare('DELETE FROM outbox').run()
    const about = { itineraryId: owner.itineraryId, userId: stranger.principal.userId }
    expect(code(await service.removeCollaborator(stranger, about))).toBe('not_found')
    expect(await rows('SELECT * FROM outbox')).toEqual([])
  })
  test('ends when the link does', async () => {
    const { token, id } = await share({ role: 'viewer', expiresAt: soon(60_000) })
    const friend = guest('friend')
    await service.acceptShare(friend, { token })
    expect(code(await service.read(friend, owner.itineraryId))).toBe('ok')
    await expire(id)
    expect(code(await service.read(friend, owner.itineraryId))).toBe('not_found')
  })
  test('never takes an editor’s rights away, and gives an owner none they lack', async () => {
    const [editors, viewers] = [await share({ role: 'editor' }), await share({ role: 'viewer' })]
    const friend = guest('friend')
    await service.acceptShare(friend, { token: editors.token })
    expect(await service.acceptShare(friend, { token: viewers.token })).toMatchObject({ value: { role: 'editor' } })
    expect(await service.acceptShare(contextOf(owner.userId), { token: viewers.token })).toMatchObject({ value: { role: 'owner' } })
  })
  test('can be left, and be ended by the owner, by nobody else', async () => {
    const { token } = await share({ role: 'viewer' })
    const [leaving, shownOut] = [guest('leaving'), guest('out')]
    for (const ctx of [leaving, shownOut]) await service.acceptShare(ctx, { token })
    const about = (ctx: CallContext) => ({ itineraryId: owner.itineraryId, userId: ctx.principal.userId })
    expect(code(await service.removeCollaborator(stranger, about(shownOut)))).toBe('not_found')
    expect(code(await service.removeCollaborator(leaving, about(shownOut)))).toBe('not_found')
    expect(code(await service.removeCollaborator(leaving, about(leaving)))).toBe('ok')
    expect(code(await service.removeCollaborator(contextOf(owner.userId), about(shownOut)))).toBe('ok')
    for (const ctx of [leaving, shownOut]) expect(code(await service.read(ctx, owner.itineraryId))).toBe('not_found')
  })
})

describe('an export', () => {
  test.each(EXPORT_FORMATS)('as %s is for whoever may read, and for nobody else', async (format) => {
    const query = { itineraryId: owner.itineraryId, format }
    const made = await service.exportItinerary(contextOf(owner.userId), query)
    expect(made).toMatchObject({ ok: true, value: { format, version: 1, title: SECRETS.title } })
    const text = made.ok ? made.value.text.replaceAll('\r\n ', '') : ''
    for (const secret of [SECRETS.name, 'mbr_halmoni']) expect(text).not.toContain(secret)
    expect(code(await service.exportItinerary(stranger, query))).toBe('not_found')
    const { token } = await share({ role: 'viewer' }, 'one-link-for-exports')
    expect(await service.exportShared(stranger, { token, format })).toMatchObject({ ok: true, value: { version: 1 } })
  })
  test('of an itinerary without days does not exist', async () => {
    const who = await someone()
    expect(code(await service.exportItinerary(contextOf(who.userId), { itineraryId: who.itineraryId, format: 'md' }))).toBe('not_found')
  })
})

test('there are only so many links at once, and taking one back makes room', async () => {
  const who = await someone()
  await planToTheEnd(who)
  const make = (n: number) =>
    service.createShare(contextOf(who.userId), { itineraryId: who.itineraryId, key: `many-links-${n}`, request: { role: 'viewer' } })
  const made = []
  for (let n = 0; n < 20; n++) made.push(await make(n))
  expect(made.map(code)).toEqual(made.map(() => 'ok'))
  expect(code(await make(20))).toBe('limit_reached')
  const [first] = made
  if (first?.ok) await service.revokeShare(contextOf(who.userId), { itineraryId: who.itineraryId, shareId: first.value.id })
  expect(code(await make(20))).toBe('ok')
})
