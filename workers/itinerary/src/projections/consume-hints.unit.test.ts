import { expect, test, vi } from 'vitest'
import type { Deps } from '../deps.ts'
import { consumeHints } from './consume-hints.ts'
import { sweepOutbox } from './sweep-outbox.ts'

function message(id: string, body: unknown) {
  return { id, body, attempts: 1, timestamp: new Date(0), ack: vi.fn(), retry: vi.fn() }
}
const hint = (itineraryId: string) => ({ type: 'ItineraryChanged', itineraryId, version: 2 })

test("one itinerary's trouble is retried alone", async () => {
  const quiet = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const sagaOf = ((id: string) => ({
    project: async () => (id === 'itn_bad' ? Promise.reject(new Error('overloaded')) : undefined),
  })) as unknown as Deps['sagaOf']
  const messages = [message('a', hint('itn_good')), message('b', hint('itn_bad')), message('c', hint('itn_fine'))]
  await consumeHints({ sagaOf }, { messages } as unknown as MessageBatch)
  expect(messages.map(({ ack }) => ack.mock.calls.length)).toEqual([1, 0, 1])
  expect(messages.map(({ retry }) => retry.mock.calls.length)).toEqual([0, 1, 0])
  quiet.mockRestore()
})

test('a sweep goes on until nothing stale is left, and stops where the queue does not take it', async () => {
  const quiet = [vi.spyOn(console, 'warn').mockImplementation(() => {}), vi.spyOn(console, 'error').mockImplementation(() => {})]
  const pages = [[hint('itn_a1'), hint('itn_b1')], [hint('itn_c1')], []]
  const outbox = (left: unknown[][]) => ({ lease: async () => left.shift() ?? [] }) as unknown as Deps['outbox']
  const sent: unknown[] = []
  const taking = { sendBatch: async (batch: unknown[]) => void sent.push(...batch) } as unknown as Deps['hints']
  expect(await sweepOutbox({ outbox: outbox([...pages]), hints: taking, now: () => 0 })).toBe(3)
  expect(sent).toEqual([hint('itn_a1'), hint('itn_b1'), hint('itn_c1')].map((body) => ({ body })))
  const down = { sendBatch: () => Promise.reject(new Error('down')) } as unknown as Deps['hints']
  expect(await sweepOutbox({ outbox: outbox([...pages]), hints: down, now: () => 0 })).toBe(0)
  for (const spy of quiet) spy.mockRestore()
})
