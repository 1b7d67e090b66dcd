import type { CallContext } from '@yeojeong/contracts'
import { expect, test } from 'vitest'
import { adapter, contextAt, FAILS, ownAdapter, placeOf, SEOUL, testWorld } from '../../test/world.ts'
import { details } from '../places/details.ts'
import { search } from '../places/search.ts'
import { warm } from '../warming/warm.ts'
import { operate, operations } from './operations.ts'

const A = placeOf('plc_other_a')
function operated(vars: Parameters<typeof testWorld>[2] = {}) {
  const state: { answer: unknown } = { answer: [A] }
  const world = testWorld(
    [adapter('other'), ownAdapter()],
    {
      other: () => state.answer,
      atlas: (tool) => (tool === 'list_regions' ? [SEOUL] : tool === 'public_holidays' ? null : [placeOf('plc_seoul_a')]),
    },
    vars,
  )
  const ctx = (role: CallContext['principal']['role']): CallContext => ({
    ...contextAt(world),
    principal: { userId: 'usr_operator', role },
  })
  return { world, state, ctx }
}

test('nobody but an operator sees or does anything here', async () => {
  const { world, ctx } = operated()
  for (const role of ['guest', 'user'] as const) {
    expect(await operations(world.isolate(), ctx(role))).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(await operate(world.isolate(), ctx(role), { type: 'forget-provider', provider: '*' })).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    })
  }
})

test('breakers, budgets and hit ratios are there to see', async () => {
  const { world, state, ctx } = operated()
  const deps = world.isolate()
  for (let n = 0; n < 401; n++) await search(deps, contextAt(world), { query: 'same', language: 'ko', limit: 20 })
  state.answer = FAILS
  for (let n = 0; n < 5; n++) await search(deps, contextAt(world), { query: `${n}`, language: 'ko', limit: 20 })
  await world.settle()
  const seen = await operations(deps, ctx('operator'))
  const other = seen.ok ? seen.value.providers.find(({ id }) => id === 'other') : undefined
  expect(other?.breaker).toMatchObject({ status: 'open', cause: 'failures', until: new Date(world.now + 60_000).toISOString() })
  expect(other?.budget?.hour).toEqual({ spent: 20, limit: 1_000_000 })
  expect(other?.cache?.hitRatio).toBeGreaterThan(0.99)
})

test('an operator isolates and releases a provider, and is told of one that is not there', async () => {
  const { world, ctx } = operated()
  const deps = world.isolate()
  const status = async (command: Parameters<typeof operate>[2]) => {
    const answer = await operate(deps, ctx('operator'), command)
    return answer.ok ? answer.value.providers.find(({ id }) => id === 'other')?.breaker.status : answer.error.code
  }
  expect(await status({ type: 'isolate', provider: 'other' })).toBe('isolated')
  expect(await status({ type: 'release', provider: 'other' })).toBe('open')
  expect(await status({ type: 'isolate', provider: 'nobody' })).toBe('not_found')
  expect(world.alerts.map(({ event }) => event)).toEqual(['breaker.isolated', 'breaker.released'])
})

test('a place taken out of the cache is fetched anew; the others are not', async () => {
  const { world, state, ctx } = operated()
  const deps = world.isolate()
  state.answer = [A, placeOf('plc_other_b')]
  await details(deps, contextAt(world), ['plc_other_a', 'plc_other_b'])
  await world.settle()
  expect(await operate(deps, ctx('operator'), { type: 'forget-place', placeId: 'plc_other_a' })).toMatchObject({ ok: true })
  world.calls.length = 0
  // The object that led the first call hands its answer out for half a minute more.
  world.now += 31_000
  await details(deps, contextAt(world), ['plc_other_a', 'plc_other_b'])
  expect(world.calls).toMatchObject([{ provider: 'other', question: ['plc_other_a'] }])
})

test('what was taken out of the cache, and what was kept warm, is there to see from every isolate', async () => {
  const { world, ctx } = operated({ WARM: { regions: ['seoul', 'nowhere'] } })
  const at = new Date(world.now).toISOString()
  expect(await operations(world.isolate(), ctx('operator'))).toMatchObject({
    value: { cache: { forgotten: {} }, warming: { regions: ['seoul', 'nowhere'], at: null, failed: [] } },
  })
  await operate(world.isolate(), ctx('operator'), { type: 'forget-provider', provider: 'other' })
  await operate(world.isolate(), ctx('operator'), { type: 'forget-provider', provider: '*' })
  await operate(world.isolate(), ctx('operator'), { type: 'warm' })
  await world.settle()
  world.now += 3_600_000
  expect(await operations(world.isolate(), ctx('operator'))).toMatchObject({
    value: { cache: { forgotten: { other: at, '*': at } }, warming: { at, failed: ['nowhere'] } },
  })
})

test('warming asks for popular destinations once, and nothing while it is fresh', async () => {
  const { world } = operated({ WARM: { regions: ['seoul', 'nowhere'] } })
  await warm(world.isolate())
  await world.settle()
  const first = world.calls.length
  expect(first).toBeGreaterThan(5)
  world.now += 60_000
  await warm(world.isolate())
  await world.settle()
  expect(world.calls.length).toBe(first)
  await search(world.isolate(), contextAt(world), { regionId: 'seoul', categories: ['cafe'], language: 'ko', limit: 20 })
  expect(world.calls.length).toBe(first)
})
