import type { Infeasible, Place, Plan } from '@yeojeong/domain'
import { err, ok } from '@yeojeong/domain'
import type { StepJob } from '@yeojeong/durable-objects/itinerary-saga'
import { expect, test, vi } from 'vitest'
import { briefOf, contextOf, HOLIDAYS, PLACES } from '../../test/fixture.ts'
import type { Problem, Solver } from '../planning/solver.ts'
import { solveStep } from './solve.ts'

const plan: Plan = { days: [], dropped: [], members: [], cost: { known: null, unknownStops: 0 }, warnings: [], score: 1 }
const infeasible: Infeasible = { conflict: [{ code: 'conflict-days', params: { days: 1 } }], relaxations: [] }

function jobFor(request: { seed?: number }): StepJob {
  const left: { readonly [step: string]: unknown } = {
    curate: briefOf('trp_a-1'),
    verify: { places: PLACES, degraded: [], attribution: [] },
    gather: { places: [] as Place[], holidays: HOLIDAYS, degraded: [], attribution: [] },
  }
  return {
    itineraryId: 'itn_a',
    acceptedAt: 1_000,
    ctx: contextOf('usr_a'),
    input: { request: { mustSee: [], avoid: [], avoidCategories: [], interests: [], fairness: 0.5, ...request } },
    output: async (step: string) => left[step],
    report: vi.fn(),
  } as unknown as StepJob
}
const now = (): number => 1_000
const solver = (solve: Solver['solve'], check: Solver['check'] = () => []): Solver => ({ solve, check })

test('a plan that breaks a rule of the checker is not handed on, and somebody is told', async () => {
  const alarm = vi.spyOn(console, 'error').mockImplementation(() => {})
  const broken = await solveStep(
    solver(
      async () => ok(plan),
      () => [{ rule: 'closed' as never }, { rule: 'closed' as never }],
    ),
    now,
    10_000,
  ).run(jobFor({}))
  expect(broken).toEqual({ ok: false, error: { code: 'internal', retryable: false } })
  expect(JSON.parse(alarm.mock.calls[0]![0] as string)).toMatchObject({
    level: 'error',
    event: 'plan.check_failed',
    alert: true,
    itineraryId: 'itn_a',
    rules: 'closed',
  })
  alarm.mockRestore()
})

test('the checker judges the very plan and problem the solver was given', async () => {
  const seen: [Problem, Plan][] = []
  await solveStep(
    solver(
      async () => ok(plan),
      (...args) => (seen.push(args), []),
    ),
    now,
    10_000,
  ).run(jobFor({}))
  expect(seen).toEqual([[{ brief: briefOf('trp_a-1'), places: PLACES, holidays: HOLIDAYS, seed: 1 }, plan]])
})

test('a fit plan is handed on with the seed it was made by', async () => {
  expect(
    await solveStep(
      solver(async () => ok(plan)),
      now,
      10_000,
    ).run(jobFor({ seed: 7 })),
  ).toEqual({
    ok: true,
    value: { output: { kind: 'plan', seed: 7, plan }, verdict: 'ready' },
  })
})

test('a request that cannot be is handed on as such, unchecked', async () => {
  const never = () => {
    throw new Error('nothing to check')
  }
  expect(
    await solveStep(
      solver(async () => err(infeasible), never),
      now,
      10_000,
    ).run(jobFor({})),
  ).toEqual({
    ok: true,
    value: { output: { kind: 'infeasible', seed: 1, infeasible }, verdict: 'infeasible' },
  })
})

test('whoever has waited ten seconds for the whole planning gets what there is, in time for the steps to come', async () => {
  const late: boolean[] = []
  for (const at of [1_000, 9_000, 9_500, 60_000]) {
    const patient = solver(async (_problem, _told, isLate) => {
      late.push(isLate!())
      return ok(plan)
    })
    await solveStep(patient, () => at, 10_000).run(jobFor({}))
  }
  expect(late).toEqual([false, false, true, true])
})
