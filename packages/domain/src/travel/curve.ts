/** Measured points joined by straight lines, from the origin on; both coordinates only grow. Beyond the last point its slope goes on. */
export type Curve = readonly (readonly [x: number, y: number])[]

export function along(curve: Curve, x: number): number {
  let [from, to] = [curve[0]!, curve[1]!]
  for (let i = 2; i < curve.length && x > to[0]; i += 1) [from, to] = [to, curve[i]!]
  return from[1] + ((x - from[0]) * (to[1] - from[1])) / (to[0] - from[0])
}
