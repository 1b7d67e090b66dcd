import { expect, test } from 'vitest'
import { evolveSagaAll } from './decide.ts'
import type { SagaEvent } from './event.ts'
import { judge, run, WORLDS } from './fixture/simulation.ts'
import { newSaga } from './state.ts'

/** `npm run chaos:saga` takes more. */
const SEEDS = 500

for (const [name, faults] of Object.entries(WORLDS)) {
  test(`in a ${name} world no planning is lost, doubled or left half done`, () => {
    const ends: Record<string, number> = {}
    for (let seed = 1; seed <= SEEDS; seed++) {
      const process = run(seed, faults)
      ends[process.state.status] = (ends[process.state.status] ?? 0) + 1
      expect(judge(process), `seed ${seed}`).toEqual({ lost: false, duplicated: false, halfBuilt: false })
    }
    expect(ends['completed'], JSON.stringify(ends)).toBeGreaterThan(0)
    if (name === 'calm') expect(ends['completed']).toBe(SEEDS)
    if (name === 'hostile') expect(Object.keys(ends).sort()).toEqual(['completed', 'failed', 'needs_attention'])
  })
}

test('the state is the same whether it was lived through or read back from the journal', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const { state, journal } = run(seed, WORLDS['hostile']!)
    expect(evolveSagaAll(newSaga, JSON.parse(JSON.stringify(journal)) as SagaEvent[])).toEqual(state)
  }
})
