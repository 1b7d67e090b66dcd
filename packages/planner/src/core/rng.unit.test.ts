import { describe, expect, it } from 'vitest'
import { Rng } from './rng.ts'

describe('Rng', () => {
  it('draws the same numbers on every engine: a pinned sequence', () => {
    const rng = new Rng(42)
    expect([rng.next(), rng.next(), rng.next()]).toMatchInlineSnapshot(`
      [
        2887583565,
        2293090523,
        2716497665,
      ]
    `)
  })

  it('draws evenly from 0 .. n - 1', () => {
    const rng = new Rng(7)
    const seen = new Array<number>(6).fill(0)
    for (let i = 0; i < 60_000; i++) seen[rng.below(6)]!++
    for (const count of seen) expect(Math.abs(count - 10_000)).toBeLessThan(400)
  })
})
