import * as z from 'zod'

/** One rule of the independent checker broken at one place of a plan. `rule` as in docs/checks.md; `day` counts from 0. */
export const Violation = z
  .object({
    rule: z.string(),
    severity: z.enum(['error', 'warning']),
    day: z.number().int().nullable(),
    stopId: z.string().nullable(),
    /** In words, with its numbers; for programs and logs, in English. */
    detail: z.string(),
    numbers: z.record(z.string(), z.number()),
  })
  .meta({ id: 'Violation' })
export type Violation = z.infer<typeof Violation>
