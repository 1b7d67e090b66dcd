import type { Stop } from '@yeojeong/domain'
import { RULES, type RuleId, type Severity } from './rules.ts'

/**
 * One rule broken at one place of the plan. `day` is the position of the day in the plan (0 = first), null where no
 * single day is meant. `detail` says it in words with its numbers; `numbers` carries the same for programs.
 */
export type Violation = {
  readonly rule: RuleId
  readonly severity: Severity
  readonly day: number | null
  readonly stopId: string | null
  readonly detail: string
  readonly numbers: { readonly [name: string]: number }
}

export type Where = { readonly day?: number; readonly stop?: Stop }

export function violation(rule: RuleId, where: Where, detail: string, numbers: { readonly [name: string]: number } = {}): Violation {
  return { rule, severity: RULES[rule].severity, day: where.day ?? null, stopId: where.stop?.id ?? null, detail, numbers }
}

/** `16:05`; minutes past midnight read on as 24:30. */
export function clock(minute: number): string {
  const pad = (n: number): string => String(n).padStart(2, '0')
  return `${pad(Math.floor(minute / 60))}:${pad(Math.round(minute % 60))}`
}
