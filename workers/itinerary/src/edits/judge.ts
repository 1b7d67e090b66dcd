import type { Content, Plan, Warning } from '@yeojeong/domain'
import { check, type Violation } from '@yeojeong/planner/check'
import type { Workshop } from './workshop.ts'

/** `content`: with a warning for every rule it now breaks. `caused`: what it breaks that it did not break before. */
export type Judgement = { readonly content: Content; readonly caused: readonly Violation[]; readonly warnings: readonly Warning[] }

const BROKEN = 'rule-broken'

/** The independent checker's word on a change. A plan that was broken before may stay so: only what the change adds is laid to it. */
export function judge(before: Content, after: Content, workshop: Workshop): Judgement {
  const found = violationsOf(after.plan, workshop)
  const old = new Set(violationsOf(before.plan, workshop).map(keyOf))
  const broken = found.filter(({ severity }) => severity === 'error').map(asWarning)
  const plan = { ...after.plan, warnings: [...after.plan.warnings.filter(({ code }) => code !== BROKEN), ...broken] }
  const said = new Set(before.plan.warnings.map(warningKey))
  return {
    content: { ...after, plan },
    caused: found.filter((one) => !old.has(keyOf(one))),
    warnings: plan.warnings.filter((one) => !said.has(warningKey(one))),
  }
}

function violationsOf(plan: Plan, { brief, places, holidays }: Workshop): readonly Violation[] {
  return check({ brief, places, holidays, plan })
}

/** The same rule at the same stop is the same fault, though its numbers may differ. */
function keyOf({ rule, stopId, day }: Violation): string {
  return `${rule}|${stopId ?? ''}|${stopId === null ? day : ''}`
}

function warningKey({ code, stopId, day, params }: Warning): string {
  return `${code}|${stopId ?? ''}|${day ?? ''}|${code === BROKEN ? String(params['rule']) : ''}`
}

function asWarning({ rule, stopId, day, detail }: Violation): Warning {
  return { code: BROKEN, params: { rule, detail }, stopId, day }
}
