/**
 * Numbers in [0, 1) for simulations and benches: mulberry32 (Tommy Ettinger), integer arithmetic, so equal seeds give equal numbers everywhere.
 * Not for production: nothing there draws lots but the planner, which has a longer generator of its own.
 */
export function seeded(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
