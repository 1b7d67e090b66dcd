import { expect, test } from 'vitest'
import { Improvement } from './improvement.ts'

/** Storage that outlives whoever keeps something in it. */
function world(): () => Improvement {
  const kept = new Map<string, unknown>()
  const kv = {
    get: (key: string) => structuredClone(kept.get(key)),
    put: (key: string, value: unknown) => void kept.set(key, structuredClone(value)),
    delete: (key: string) => void kept.delete(key),
  }
  return () => new Improvement({ kv } as unknown as DurableObjectStorage)
}

test('nothing is due until it is wanted, and then at once', () => {
  const improvement = world()
  expect(improvement().dueAt).toBeNull()
  improvement().want(1_000)
  expect(improvement().dueAt).toBe(1_000)
})

test('an attempt that dies is made again later, and not for ever', () => {
  const improvement = world()
  improvement().want(1_000)
  const begun: number[] = []
  for (let turn = 0; turn < 10; turn++) {
    const { dueAt } = improvement()
    if (dueAt === null) break
    if (improvement().begin(dueAt)) begun.push(dueAt)
  }
  expect(begun).toEqual([1_000, 31_000, 61_000])
  expect(improvement().dueAt).toBeNull()
})

test('one that ends is not made again', () => {
  const improvement = world()
  improvement().want(1_000)
  improvement().begin(1_000)
  improvement().end()
  expect(improvement().dueAt).toBeNull()
  expect(improvement().begin(2_000)).toBe(false)
})
