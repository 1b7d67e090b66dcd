import * as z from 'zod'

const Config = z.object({ DAILY_PLAN_LIMIT: z.coerce.number().int().min(1).max(100_000) })

export type Config = { readonly dailyPlanLimit: number }

/** The Worker's variables; a wrong one is named at start-up. */
export function configOf(env: { readonly DAILY_PLAN_LIMIT: string }): Config {
  return { dailyPlanLimit: Config.parse(env).DAILY_PLAN_LIMIT }
}
