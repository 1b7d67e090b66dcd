import { RULES, type RuleId } from '@yeojeong/planner/check'
import { expect, test } from 'vitest'
import { failureFor, isImpersonal } from './answer.ts'

/** Rules about people, their needs, their meals, their walking, their money: a new one belongs here, or is told to guests. */
const NOT_FOR_GUESTS =
  `leg-missing leg-first leg-times leg-too-fast leg-too-short leg-walk leg-mode leg-taxi leg-slow walk-leg walk-day moving-day
  day-totals meal-window meal-duration meal-gap meal-missing meal-claim meal-place meal-diet step-free stroller stroller-unknown
  lodging-access min-age effort rest-missing rest-place child-late budget currency cost-total cost-unknown cost-mismatch avoid-present
  dropped-present dropped-unknown dropped-wished reason-missing reason-reference reason-untrue hours-unwarned member-report`.split(/\s+/)

test('guests are told which rule their edit breaks where it says nothing of a person', () => {
  const kept = (Object.keys(RULES) as RuleId[]).filter((rule) => !isImpersonal(rule))
  expect(kept.sort()).toEqual(NOT_FOR_GUESTS.sort())
})

test('why there is no plan is told to guests without whom it is about', () => {
  const infeasible = {
    conflict: [
      { code: 'conflict-hours', params: { placeId: 'plc_a' } },
      { code: 'conflict-step-free', params: { placeId: 'plc_a', travellerIds: ['mbr_grandma'] } },
    ],
    relaxations: [{ code: 'relax-walking', params: { limitM: 400 } }],
  }
  const error = { code: 'plan_impossible', detail: 'It cannot be.', infeasible } as const
  expect(failureFor(error, true)).toBe(error)
  expect(failureFor(error, false)).toEqual({ ...error, infeasible: { conflict: [infeasible.conflict[0]], relaxations: [] } })
})
