import type { LocationOperations } from '@yeojeong/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from '../../tools/stack/client.ts'
import { operatorOf, startTestStack, type Stack } from '../stack/harness.ts'

let stack: Stack
let operator: Client
beforeAll(async () => {
  stack = await startTestStack()
  operator = await operatorOf(stack)
}, 120_000)
afterAll(() => stack?.close())

const state = (): Promise<LocationOperations> => operator.request('GET', '/ops/location') as Promise<LocationOperations>
const act = (command: object): Promise<LocationOperations> =>
  operator.request('POST', '/ops/location/actions', command) as Promise<LocationOperations>
const breaker = ({ providers }: LocationOperations): string | undefined => providers.find(({ id }) => id === 'atlas')?.breaker.status

test('an operator sees every provider with its breaker, its budget and what is kept warm', async () => {
  const { providers, cache, warming } = await state()
  expect(providers).toMatchObject([{ id: 'atlas', breaker: { status: 'closed' }, budget: { hour: { limit: 1_000_000 } } }])
  expect(cache).toMatchObject({ state: 'ok', forgotten: {} })
  expect(warming.regions).toContain('seoul')
})

test('nobody else sees it, or does anything', async () => {
  const guest = await Client.guest(stack.url)
  const nobody = new Client(stack.url, 'not a token')
  for (const [client, status] of [
    [guest, 403],
    [nobody, 401],
  ] as const) {
    await expect(client.request('GET', '/ops/location')).rejects.toMatchObject({ status })
    await expect(client.request('POST', '/ops/location/actions', { type: 'isolate', provider: 'atlas' })).rejects.toMatchObject({ status })
  }
  expect(breaker(await state())).toBe('closed')
})

test('a provider is shut out and let in again', async () => {
  expect(breaker(await act({ type: 'isolate', provider: 'atlas' }))).toBe('isolated')
  expect(breaker(await state())).toBe('isolated')
  // Let in by way of one probe, as after any outage.
  expect(breaker(await act({ type: 'release', provider: 'atlas' }))).not.toBe('isolated')
})

test('a place, a provider and everything are taken out of the cache; what is not there or not asked well is said', async () => {
  await act({ type: 'forget-place', placeId: 'plc_seoul_gyeongbokgung' })
  expect((await act({ type: 'forget-provider', provider: 'atlas' })).cache.forgotten).toHaveProperty('atlas')
  expect((await act({ type: 'forget-provider', provider: '*' })).cache.forgotten).toHaveProperty('*')
  await expect(act({ type: 'isolate', provider: 'nobody' })).rejects.toMatchObject({ status: 404, problem: { code: 'not_found' } })
  await expect(act({ type: 'burn-it-down' })).rejects.toMatchObject({ status: 422, problem: { code: 'validation_failed' } })
})
