import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spread } from './spread.ts'

const pixel = fc.record({ x: fc.integer({ min: 0, max: 2000 }), y: fc.integer({ min: 0, max: 2000 }) })

describe('spread', () => {
  it('leaves pins that have room where they are', () => {
    expect(
      spread(
        [
          { x: 0, y: 0 },
          { x: 100, y: 0 },
        ],
        34,
      ),
    ).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: 0 },
    ])
  })

  it('parts any two pins, the same place included', () => {
    fc.assert(
      fc.property(pixel, pixel, (a, b) => {
        const [m, n] = spread([a, b], 34)
        const distance = Math.hypot(a.x + (m?.x ?? 0) - b.x - (n?.x ?? 0), a.y + (m?.y ?? 0) - b.y - (n?.y ?? 0))
        expect(distance).toBeGreaterThanOrEqual(Math.min(34, Math.hypot(a.x - b.x, a.y - b.y) + 33.9))
      }),
    )
  })

  it('parts a cluster of five', () => {
    const points = [0, 1, 2, 3, 4].map((i) => ({ x: 500 + i, y: 500 }))
    const moved = spread(points, 34).map((move, i) => ({ x: (points[i]?.x ?? 0) + move.x, y: (points[i]?.y ?? 0) + move.y }))
    const distances = moved.flatMap((a, i) => moved.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)))
    expect(Math.min(...distances)).toBeGreaterThan(28)
  })
})
