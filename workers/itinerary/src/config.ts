import * as z from 'zod'

const Config = z.object({
  DAILY_PLAN_LIMIT: z.coerce.number().int().min(1).max(100_000),
  PLAN_DEADLINE_MS: z.coerce.number().int().min(2_000).max(600_000),
})

export type Config = { readonly dailyPlanLimit: number; readonly planDeadlineMs: number }

/** The Worker's variables; a wrong one is named at start-up. */
export function configOf(env: { readonly [V in keyof z.input<typeof Config>]: string }): Config {
  const { DAILY_PLAN_LIMIT, PLAN_DEADLINE_MS } = Config.parse(env)
  return { dailyPlanLimit: DAILY_PLAN_LIMIT, planDeadlineMs: PLAN_DEADLINE_MS }
}
