import { Infeasible, Plan } from '@yeojeong/contracts'
import { ok, type Plan as PlanFound } from '@yeojeong/domain'
import type { StepEffect, StepJob } from '@yeojeong/durable-objects/itinerary-saga'
import { log } from '@yeojeong/worker-kit'
import * as z from 'zod'
import { legsBy } from '../planning/known-ways.ts'
import type { Problem, Solver } from '../planning/solver.ts'
import { dayViews } from '../projections/day-view.ts'
import { curatedOf } from './curate.ts'
import { gatheredOf } from './gather.ts'
import { impossible } from './outcome.ts'
import { verifiedOf } from './verify.ts'

const Solved = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plan'), seed: z.number(), plan: Plan }),
  z.object({ kind: z.literal('infeasible'), seed: z.number(), infeasible: Infeasible }),
])
export type Solved = z.infer<typeof Solved>

/** Without a wish of the caller's: the same trip gives the same plan. */
const DEFAULT_SEED = 1

/** Of the time a traveller waits, what is left for the steps to come. */
const STEPS_TO_COME_MS = 1_500

/**
 * Finds a plan and has it checked by code that shares nothing with whoever found it. What fails the check goes no further.
 * `deadlineMs`: as long as a traveller waits for the whole planning. What had to be cut short is `unfinished`: once the traveller has it, `improveEffect` goes on.
 */
export function solveStep({ solve, check }: Solver, now: () => number, deadlineMs: number): StepEffect {
  return {
    async run(job) {
      const problem = await problemOf(job)
      const { timeZone } = problem.brief.destination
      const placeIds = new Set(problem.places.map((place) => place.id))
      const until = job.acceptedAt + deadlineMs - STEPS_TO_COME_MS
      let cut = false
      const solution = await solve(
        problem,
        (share, draft) => job.report(share, draft === null ? null : dayViews(draft, timeZone, placeIds)),
        () => (cut ||= now() >= until),
      )
      if (!solution.ok)
        return ok({
          output: { kind: 'infeasible', seed: problem.seed, infeasible: solution.error } satisfies Solved,
          verdict: 'infeasible',
        })
      if (!isFit(check, problem, solution.value, job)) return impossible('internal')
      const output = { kind: 'plan', seed: problem.seed, plan: solution.value } satisfies Solved
      return ok({ output, verdict: 'ready', ...(cut ? { unfinished: true } : {}) })
    },
  }
}

/** Whether the checker has nothing against a plan. What it has is an alert: the solver has a fault. */
export function isFit(check: Solver['check'], problem: Problem, plan: PlanFound, { ctx, itineraryId }: StepJob): boolean {
  const violations = check(problem, plan)
  if (violations.length === 0) return true
  const rules = [...new Set(violations.map(({ rule }) => rule))].join(',')
  log('error', 'plan.check_failed', ctx, { alert: true, itineraryId, seed: problem.seed, rules })
  return false
}

export async function solvedOf(job: StepJob): Promise<Solved> {
  return Solved.parse(await job.output('solve'))
}

export async function problemOf(job: StepJob): Promise<Problem> {
  const [brief, { places, ways }, { holidays }] = await Promise.all([curatedOf(job), verifiedOf(job), gatheredOf(job)])
  const legs = ways === null ? {} : { legs: legsBy(brief, ways) }
  return { brief, places, holidays, seed: job.input.request.seed ?? DEFAULT_SEED, ...legs }
}
