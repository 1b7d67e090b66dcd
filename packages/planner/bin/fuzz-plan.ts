import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { ATLAS, holidaysOf } from '@yeojeong/atlas'
import type { Plan, Reason } from '@yeojeong/domain'
import { check } from '../src/check/index.ts'
import { applyRelaxation, planTrip, type PlanInput } from '../src/index.ts'
import { randomBrief } from '../src/trip/fixture/random-brief.ts'

/**
 * Plans random realistic trips over all atlas cities and holds each against the independent checker; where there is no plan, each relaxation
 * offered is applied, planned and checked. Usage: fuzz-plan [--trips 200] [--seed 1] [--evaluations 300000] [--jobs 1] [--verbose].
 * Exit code 1 when a plan is rejected, a refusal offers nothing or something that does not help, or anything throws.
 */
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const [trips, seed, evaluations, jobs] = [option('trips', 200), option('seed', 1), option('evaluations', 300_000), option('jobs', 1)]
const verbose = process.argv.includes('--verbose')

type Tally = { [what: string]: number }
const counts: Tally = { plans: 0, infeasible: 0, relaxations: 0, unrelaxed: 0, unconfirmed: 0, rejected: 0, crashed: 0 }
const rules: Tally = {}

if (isMainThread) await all()
else {
  for (let n = workerData as number; n < trips; n += jobs) judge(n)
  parentPort!.postMessage({ counts, rules }, [])
}

async function all(): Promise<void> {
  const from = performance.now()
  await Promise.all(Array.from({ length: jobs }, (_, job) => share(job)))
  console.log(JSON.stringify(counts), `${Math.round((performance.now() - from) / trips)} ms a trip`)
  for (const [rule, count] of Object.entries(rules)) console.log(`  ${rule}: ${count}`)
  process.exitCode = ['rejected', 'crashed', 'unrelaxed', 'unconfirmed'].some((wrong) => counts[wrong]! > 0) ? 1 : 0
}

/** Every so many-th trip, in a thread of its own. */
function share(job: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: job, argv: process.argv.slice(2) })
    worker.on('message', (part: { readonly counts: Tally; readonly rules: Tally }) => {
      for (const [total, more] of [[counts, part.counts] as const, [rules, part.rules] as const]) {
        for (const [name, count] of Object.entries(more)) total[name] = (total[name] ?? 0) + count
      }
    })
    worker.on('error', reject)
    worker.on('exit', () => resolve())
  })
}

function judge(n: number): void {
  const city = ATLAS[n % ATLAS.length]!
  const brief = randomBrief(seed * 100_000 + n, city.region, city.places)
  const label = `${n} ${brief.tripId}`
  const input: PlanInput = { brief, places: city.places, holidays: holidaysOf(city.region.countryCode), seed: seed + n, evaluations }
  try {
    const result = planTrip(input)
    if (!result.ok) {
      count('infeasible')
      if (verbose) console.log(label, 'infeasible', JSON.stringify(result.error))
      judgeRelaxations(input, result.error.relaxations, label)
      return
    }
    count('plans')
    if (!isSound(input, result.value, label)) count('rejected')
  } catch (error) {
    count('crashed')
    console.log(label, error instanceof Error ? error.stack?.split('\n').slice(0, 4).join(' ') : error)
  }
}

function judgeRelaxations(input: PlanInput, relaxations: readonly Reason[], label: string): void {
  if (relaxations.length === 0) count('unrelaxed')
  for (const relaxation of relaxations) {
    count('relaxations')
    const relaxed = applyRelaxation(input, relaxation)
    const again = planTrip(relaxed)
    if (again.ok && isSound(relaxed, again.value, label)) continue
    count('unconfirmed')
    console.log(label, 'unconfirmed', JSON.stringify(relaxation), again.ok ? '' : JSON.stringify(again.error.conflict))
  }
}

function isSound({ brief, places, holidays }: PlanInput, plan: Plan, label: string): boolean {
  const violations = check({ brief, places, holidays, plan })
  for (const { severity, rule } of violations) rules[`${severity} ${rule}`] = (rules[`${severity} ${rule}`] ?? 0) + 1
  const errors = violations.filter((v) => v.severity === 'error')
  if (errors.length > 0) console.log(label, errors.map((v) => `${v.rule} day ${v.day}: ${v.detail}`).join(' | '))
  return errors.length === 0
}

function count(what: string): void {
  counts[what]! += 1
}
