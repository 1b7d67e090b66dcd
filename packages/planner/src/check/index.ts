import { bookingViolations } from './bookings.ts'
import { contextOf, type CheckInput } from './context.ts'
import { groundingViolations } from './grounding.ts'
import { honestyViolations } from './honesty.ts'
import { mealViolations } from './meals.ts'
import { moneyViolations } from './money.ts'
import { movementViolations } from './movement.ts'
import { paceViolations } from './pace.ts'
import { peopleViolations } from './people.ts'
import { structureViolations } from './structure.ts'
import { timeViolations } from './time.ts'
import type { Violation } from './violation.ts'
import { wishViolations } from './wishes.ts'

export { checkChange } from './change.ts'
export type { CheckInput } from './context.ts'
export { RULES, type Rule, type RuleGroup, type RuleId, type Severity } from './rules.ts'
export type { Violation } from './violation.ts'

const GROUPS = [
  structureViolations,
  groundingViolations,
  timeViolations,
  movementViolations,
  mealViolations,
  bookingViolations,
  peopleViolations,
  paceViolations,
  moneyViolations,
  wishViolations,
  honestyViolations,
]

/**
 * Everything wrong with a plan for a brief, by rules of its own: it shares the words and the limits of the domain with
 * the planner, and no code. A plan may be shown when nothing of severity `error` is returned.
 */
export function check(input: CheckInput): readonly Violation[] {
  const context = contextOf(input)
  return GROUPS.flatMap((violations) => [...violations(context)])
}
