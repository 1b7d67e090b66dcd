import { prepare } from './prepare.ts'
import type { PlanInput } from './problem.ts'
import { skeleton } from './skeleton.ts'
import { staticConflicts } from './static-conflicts.ts'

/** True when everything that must be in the plan fits. */
export function isFeasible(input: PlanInput): boolean {
  return staticConflicts(input).length === 0 && skeleton(prepare(input, { needsOnly: true })) !== null
}
