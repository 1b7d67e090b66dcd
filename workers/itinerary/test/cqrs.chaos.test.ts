import { expect, test, vi } from 'vitest'
import { runHistories } from './cqrs/histories.ts'

/** `npm run chaos:cqrs` takes 2,000. */
const SEEDS = 200

test('through lost, doubled and late messages, stale and refusing KV, lagging reads and dying writers: nobody who names a version sees an older one, nobody sees what never was, and all converge, also on who may read', async () => {
  for (const level of ['log', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {})
  const { reads, writes, ...wrong } = await runHistories(SEEDS)
  expect(wrong).toEqual({ older: 0, neverExisted: 0, notConverged: 0, accessNotConverged: 0, tooFast: 0 })
  expect([reads > SEEDS * 10, writes > SEEDS * 3]).toEqual([true, true])
})
