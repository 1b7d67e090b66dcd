import { Infeasible, Plan } from '@yeojeong/contracts'
import { ok } from '@yeojeong/domain'
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

/** Finds a plan and has it checked by code that shares nothing with whoever found it. What fails the check goes no further. */
/** A traveller waits for the whole planning no longer than this; what there is by then is kept. The rest is for the steps to come. */
export const PLAN_DEADLINE_MS = 10_000
const STEPS_TO_COME_MS = 1_500

export function solveStep({ solve, check }: Solver, now: () => number): StepEffect {
  return {
    async run(job) {
      const problem = await problemOf(job)
      const { timeZone } = problem.brief.destination
      const placeIds = new Set(problem.places.map((place) => place.id))
      const until = job.acceptedAt + PLAN_DEADLINE_MS - STEPS_TO_COME_MS
      const solution = await solve(
        problem,
        (share, draft) => job.report(share, draft === null ? null : dayViews(draft, timeZone, placeIds)),
        () => now() >= until,
      )
      if (!solution.ok)
        return ok({
          output: { kind: 'infeasible', seed: problem.seed, infeasible: solution.error } satisfies Solved,
          verdict: 'infeasible',
        })
      const violations = check(problem, solution.value)
      if (violations.length > 0) {
        const rules = [...new Set(violations.map(({ rule }) => rule))].join(',')
        log('error', 'plan.check_failed', job.ctx, { alert: true, itineraryId: job.itineraryId, seed: problem.seed, rules })
        return impossible('internal')
      }
      return ok({ output: { kind: 'plan', seed: problem.seed, plan: solution.value } satisfies Solved, verdict: 'ready' })
    },
  }
}

export async function solvedOf(job: StepJob): Promise<Solved> {
  return Solved.parse(await job.output('solve'))
}

async function problemOf(job: StepJob): Promise<Problem> {
  const [brief, { places, ways }, { holidays }] = await Promise.all([curatedOf(job), verifiedOf(job), gatheredOf(job)])
  const legs = ways === null ? {} : { legs: legsBy(brief, ways) }
  return { brief, places, holidays, seed: job.input.request.seed ?? DEFAULT_SEED, ...legs }
}
