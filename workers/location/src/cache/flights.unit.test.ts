import { FlightBoard } from '@yeojeong/durable-objects/flight-board'
import { expect, test } from 'vitest'
import { leased, shared, type FlightMemory, type RemoteFlight } from './flights.ts'

const nothing = (): void => {}

test('a hundred callers in an isolate make one load', async () => {
  const memory: FlightMemory = new Map()
  let loads = 0
  const load = async (): Promise<number> => {
    await new Promise((resolve) => setTimeout(resolve, 1))
    return (loads += 1)
  }
  const values = await Promise.all(Array.from({ length: 100 }, () => shared(memory, 'k', 1_000, nothing, load)))
  expect(new Set(values)).toEqual(new Set([1]))
  expect(memory.size).toBe(0)
})

test('no follower hangs when the leader never comes back: after its patience it loads for itself, and others follow it', async () => {
  const memory: FlightMemory = new Map()
  void shared(memory, 'k', 5, nothing, () => new Promise<never>(() => {}))
  let loads = 0
  const values = await Promise.all(Array.from({ length: 5 }, () => shared(memory, 'k', 5, nothing, async () => (loads += 1))))
  expect(values.every((value) => value >= 1)).toBe(true)
  expect(loads).toBeGreaterThan(0)
})

test('the load goes on after the leader has left, and what fails fails for everybody once', async () => {
  const held: Promise<unknown>[] = []
  const memory: FlightMemory = new Map()
  const failing = shared(
    memory,
    'k',
    1_000,
    (work) => held.push(work),
    async () => {
      throw new Error('no')
    },
  )
  await expect(failing).rejects.toThrow('no')
  await expect(held[0]).resolves.toBeUndefined()
  expect(memory.size).toBe(0)
})

function board() {
  const clock = { now: 0 }
  const flights = new FlightBoard(() => clock.now)
  const flight: RemoteFlight = {
    join: (holder, leaseMs, patienceMs) => flights.join(holder, leaseMs, patienceMs),
    land: async (holder, value, keepMs) => flights.land(holder, value, keepMs),
  }
  const caller = (holder: string, load: () => Promise<string>, over: RemoteFlight = flight) =>
    leased({
      flight: over,
      holder,
      loadMs: 50,
      background: nothing,
      load,
      write: (value) => value,
      read: (text) => text,
      keepMs: () => 1_000,
    })
  return { clock, flights, caller }
}

test('over all isolates the first comer loads and the others are handed what it brought', async () => {
  const { caller } = board()
  const landed = await Promise.all(['a', 'b', 'c', 'd'].map((name) => caller(name, async () => name)))
  expect(landed).toEqual(['a', 'a', 'a', 'a'])
})

test('a leader that died is replaced when its lease ends', async () => {
  const { clock, flights } = board()
  expect(await flights.join('a', 10, 100)).toEqual({ kind: 'lead' })
  const next = flights.join('b', 10, 100)
  clock.now = 11
  expect(await next).toEqual({ kind: 'lead' })
  const third = flights.join('c', 10, 1)
  clock.now = 13
  expect(await third).toEqual({ kind: 'late' })
})

test('where the lease cannot be had, or nothing readable landed, the caller loads for itself', async () => {
  const { caller } = board()
  expect(await caller('a', async () => 'own', { join: () => Promise.reject(new Error('overloaded')), land: async () => {} })).toBe('own')
})
