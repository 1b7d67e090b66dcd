import { expect, test } from 'vitest'
import { killAtEach } from './saga/kills.ts'
import { CASES, someOf } from './saga/points.ts'

test('there are at least forty points to be killed at', () => {
  expect(new Set(CASES.map((one) => JSON.stringify(one))).size).toBe(CASES.length)
  expect(CASES.length).toBeGreaterThanOrEqual(40)
})

/** A dozen of them; `npm run chaos:saga` takes all. */
test('kill -9 before and after effects and compensations: nothing is lost, doubled or half built', async () => {
  const report = await killAtEach(someOf(CASES, 12), 6)
  expect(report).toMatchObject({ points: 12, kills: 2, lost: [], duplicated: [], halfBuilt: [] })
})
