import type { Objective } from '../objective.ts'

/** A small objective that is no sum: the n-th visit of a category (visit modulo 3) earns worth / n, whatever the tour. */
export function diminishingObjective(worth: Float64Array): Objective {
  const inPlan = new Set<number>()
  const value = (): number => {
    const sorted = [...inPlan].toSorted((a, b) => worth[b]! - worth[a]! || a - b)
    const seen = [0, 0, 0]
    return sorted.reduce((sum, v) => sum + worth[v]! / ++seen[v % 3]!, 0)
  }
  return {
    worth,
    additive: false,
    value,
    gain: (visit) => {
      const before = value()
      inPlan.add(visit)
      const gain = value() - before
      inPlan.delete(visit)
      return gain
    },
    add: (visit) => {
      if (inPlan.has(visit)) throw new Error(`${visit} added twice`)
      inPlan.add(visit)
    },
    remove: (visit) => {
      if (!inPlan.delete(visit)) throw new Error(`${visit} removed but not there`)
    },
    clear: () => inPlan.clear(),
  }
}
