import { ATLAS, holidaysOf } from '@yeojeong/atlas'
import type { Plan } from '@yeojeong/domain'
import { check } from '../src/check/index.ts'
import { applyRelaxation, planTrip, type PlanInput } from '../src/index.ts'
import { randomBrief } from '../src/trip/fixture/random-brief.ts'

/**
 * Plans random realistic trips over all atlas cities and holds each against the independent checker; where there is no plan, each relaxation
 * offered is applied, planned and checked. Usage: fuzz-plan [--trips 200] [--seed 1] [--evaluations 300000] [--verbose].
 * Exit code 1 when a plan is rejected, a refusal offers nothing or something that does not help, or anything throws.
 */
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const [trips, seed, evaluations] = [option('trips', 200), option('seed', 1), option('evaluations', 300_000)]
const verbose = process.argv.includes('--verbose')
const counts = { plans: 0, infeasible: 0, relaxations: 0, unrelaxed: 0, unconfirmed: 0, rejected: 0, crashed: 0 }
const rules = new Map<string, number>()
const from = performance.now()

for (let n = 0; n < trips; n++) {
  const city = ATLAS[n % ATLAS.length]!
  const brief = randomBrief(seed * 100_000 + n, city.region, city.places)
  const holidays = holidaysOf(city.region.countryCode)
  const label = `${n} ${brief.tripId}`
  const input: PlanInput = { brief, places: city.places, holidays, seed: seed + n, evaluations }
  try {
    const result = planTrip(input)
    if (result.ok) {
      counts.plans++
      if (!isSound(input, result.value, label)) counts.rejected++
      continue
    }
    const { relaxations } = result.error
    counts.infeasible++
    counts.relaxations += relaxations.length
    if (relaxations.length === 0) counts.unrelaxed++
    if (verbose) console.log(label, 'infeasible', JSON.stringify(result.error))
    for (const relaxation of relaxations) {
      const relaxed = applyRelaxation(input, relaxation)
      const again = planTrip(relaxed)
      if (again.ok && isSound(relaxed, again.value, label)) continue
      counts.unconfirmed++
      console.log(label, 'unconfirmed', JSON.stringify(relaxation), again.ok ? '' : JSON.stringify(again.error.conflict))
    }
  } catch (error) {
    counts.crashed++
    console.log(label, error instanceof Error ? error.stack?.split('\n').slice(0, 4).join(' ') : error)
  }
}

console.log(JSON.stringify(counts), `${Math.round((performance.now() - from) / trips)} ms a trip`)
for (const [rule, count] of rules) console.log(`  ${rule}: ${count}`)
process.exitCode = counts.rejected + counts.crashed + counts.unrelaxed + counts.unconfirmed > 0 ? 1 : 0

function isSound({ brief, places, holidays }: PlanInput, plan: Plan, label: string): boolean {
  const violations = check({ brief, places, holidays, plan })
  for (const v of violations) rules.set(`${v.severity} ${v.rule}`, (rules.get(`${v.severity} ${v.rule}`) ?? 0) + 1)
  const errors = violations.filter((v) => v.severity === 'error')
  if (errors.length > 0) console.log(label, errors.map((v) => `${v.rule} day ${v.day}: ${v.detail}`).join(' | '))
  return errors.length === 0
}
