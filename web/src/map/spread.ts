type Pixel = { readonly x: number; readonly y: number }

const ROUNDS = 24
const GOLDEN_ANGLE = 2.399963

/**
 * Moves for pins that lie on each other, in pixels: each pair ends at least `apart` from one another where there is
 * room, as near to its place as that allows. Same input, same answer; points that coincide leave in different directions.
 */
export function spread(points: readonly Pixel[], apart: number): readonly Pixel[] {
  const at = points.map(({ x, y }) => ({ x, y }))
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false
    for (const [i, a] of at.entries()) {
      for (const b of at.slice(i + 1)) moved = pushApart(a, b, apart, i) || moved
    }
    if (!moved) break
  }
  return at.map((point, index) => ({ x: point.x - (points[index]?.x ?? 0), y: point.y - (points[index]?.y ?? 0) }))
}

function pushApart(a: { x: number; y: number }, b: { x: number; y: number }, apart: number, seed: number): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const distance = Math.hypot(dx, dy)
  if (distance >= apart) return false
  const angle = distance === 0 ? seed * GOLDEN_ANGLE : Math.atan2(dy, dx)
  const push = (apart - distance) / 2 + 0.01
  a.x -= Math.cos(angle) * push
  a.y -= Math.sin(angle) * push
  b.x += Math.cos(angle) * push
  b.y += Math.sin(angle) * push
  return true
}
