import { ATLAS, holidaysOf } from '@yeojeong/atlas'
import { check } from '../src/check/index.ts'
import { planTrip } from '../src/index.ts'
import { randomBrief } from '../src/trip/fixture/random-brief.ts'

/**
 * Plans random realistic trips over all atlas cities and holds each against the independent checker.
 * Usage: fuzz-plan [--trips 200] [--seed 1] [--evaluations 300000] [--verbose]. Exit code 1 when a plan is rejected or anything throws.
 */
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const [trips, seed, evaluations] = [option('trips', 200), option('seed', 1), option('evaluations', 300_000)]
const verbose = process.argv.includes('--verbose')
const counts = { plans: 0, infeasible: 0, unrelaxed: 0, rejected: 0, crashed: 0 }
const rules = new Map<string, number>()
const from = performance.now()

for (let n = 0; n < trips; n++) {
  const city = ATLAS[n % ATLAS.length]!
  const brief = randomBrief(seed * 100_000 + n, city.region, city.places)
  const holidays = holidaysOf(city.region.countryCode)
  const label = `${n} ${brief.tripId}`
  try {
    const result = planTrip({ brief, places: city.places, holidays, seed: seed + n, evaluations })
    if (!result.ok) {
      counts.infeasible++
      if (result.error.relaxations.length === 0) counts.unrelaxed++
      if (verbose) console.log(label, 'infeasible', JSON.stringify(result.error))
      continue
    }
    counts.plans++
    const violations = check({ brief, places: city.places, holidays, plan: result.value })
    for (const v of violations) rules.set(`${v.severity} ${v.rule}`, (rules.get(`${v.severity} ${v.rule}`) ?? 0) + 1)
    const errors = violations.filter((v) => v.severity === 'error')
    if (errors.length === 0) continue
    counts.rejected++
    console.log(label, errors.map((v) => `${v.rule} day ${v.day}: ${v.detail}`).join(' | '))
  } catch (error) {
    counts.crashed++
    console.log(label, error instanceof Error ? error.stack?.split('\n').slice(0, 4).join(' ') : error)
  }
}

console.log(JSON.stringify(counts), `${Math.round((performance.now() - from) / trips)} ms a trip`)
for (const [rule, count] of rules) console.log(`  ${rule}: ${count}`)
process.exitCode = counts.rejected + counts.crashed > 0 ? 1 : 0
