import { expect, test, vi } from 'vitest'
import { ViewWriter } from './view-writer.ts'

/** A writer over storage that survives it, a store with a newest version, and a clock of the test's own. */
function world() {
  const kept = new Map<string, unknown>()
  const storage = {
    kv: {
      get: (key: string) => structuredClone(kept.get(key)),
      put: (key: string, value: unknown) => void kept.set(key, structuredClone(value)),
    },
  }
  const store = { newest: 0 as number | null, puts: [] as (number | null)[], failing: false, during: () => {} }
  const clock = { now: 1_000_000 }
  const write = async (): Promise<number | null> => {
    if (store.failing) throw new Error('429')
    const version = store.newest
    store.during()
    await Promise.resolve()
    store.puts.push(version)
    return version
  }
  const writer = () => new ViewWriter(storage as unknown as DurableObjectStorage, write, () => clock.now)
  return { store, clock, writer }
}

test('what is wanted is written at once, and only once', async () => {
  const { store, writer } = world()
  store.newest = 3
  const views = writer()
  views.want(3)
  expect(await views.flush()).toBe(true)
  views.want(3)
  views.want(2)
  await views.flush()
  expect(store.puts).toEqual([3])
  expect(views.dueAt).toBeNull()
})

test('a burst of hints costs one write a second at most, and the last one shows the newest', async () => {
  const { store, clock, writer } = world()
  const views = writer()
  const times: number[] = []
  store.during = () => void times.push(clock.now)
  for (let version = 1; version <= 50; version++) {
    store.newest = version
    views.want(version)
    await views.flush()
    clock.now += 100
  }
  clock.now = views.dueAt!
  await views.flush()
  expect(store.puts.at(-1)).toBe(50)
  expect(times.every((time, i) => i === 0 || time - times[i - 1]! >= 1_000)).toBe(true)
  expect(store.puts).toEqual([...store.puts].sort((a, b) => a! - b!))
})

test('a version that comes while another is being written is not lost', async () => {
  const { store, clock, writer } = world()
  const views = writer()
  store.newest = 1
  views.want(1)
  store.during = () => {
    store.newest = 2
    views.want(2)
    store.during = () => {}
  }
  await views.flush()
  expect(store.puts).toEqual([1])
  clock.now = views.dueAt!
  await views.flush()
  expect(store.puts).toEqual([1, 2])
  expect(views.dueAt).toBeNull()
})

test('a write that fails is tried again, later each time, by whoever wakes up next', async () => {
  const { store, clock, writer } = world()
  store.newest = 1
  store.failing = true
  writer().want(1)
  const waits: number[] = []
  for (let round = 0; round < 8; round++) {
    expect(await writer().flush()).toBe(false)
    waits.push(writer().dueAt! - clock.now)
    clock.now = writer().dueAt!
  }
  expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000])
  store.failing = false
  expect(await writer().flush()).toBe(true)
  expect(store.puts).toEqual([1])
  expect(writer().dueAt).toBeNull()
})

test('a reader that lags behind what was heard of does not count as the newest', async () => {
  const { store, clock, writer } = world()
  const views = writer()
  store.newest = 1
  views.want(2)
  await views.flush()
  expect(views.dueAt).not.toBeNull()
  store.newest = 2
  clock.now = views.dueAt!
  await views.flush()
  expect(store.puts).toEqual([1, 2])
  expect(views.dueAt).toBeNull()
})

test('a version that is written is written again when asked, once, also when asked while it is being written', async () => {
  const { store, clock, writer } = world()
  store.newest = 3
  writer().want(3)
  await writer().flush()
  expect(writer().dueAt).toBeNull()
  writer().again()
  clock.now = writer().dueAt!
  store.during = () => {
    writer().again()
    store.during = () => {}
  }
  await writer().flush()
  expect(store.puts).toEqual([3, 3])
  clock.now = writer().dueAt!
  await writer().flush()
  expect(store.puts).toEqual([3, 3, 3])
  expect(writer().dueAt).toBeNull()
})

test('hints for an itinerary that is gone come to rest', async () => {
  const { store, writer } = world()
  store.newest = null
  const views = writer()
  views.want(4)
  await views.flush()
  expect(views.dueAt).toBeNull()
})

test('writes and removals happen one after another, in the order they were asked for', async () => {
  const { store, clock, writer } = world()
  store.newest = 1
  const views = writer()
  const order: string[] = []
  store.during = () => {
    order.push('put')
    clock.now += 1_000
  }
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const all = Promise.all([
    views.publish(),
    views.remove(async () => {
      order.push('remove begins')
      await Promise.resolve()
      order.push('remove ends')
      clock.now += 1_000
    }),
    views.publish(),
  ])
  await vi.runAllTimersAsync()
  await all
  vi.useRealTimers()
  expect(order).toEqual(['put', 'remove begins', 'remove ends', 'put'])
})
