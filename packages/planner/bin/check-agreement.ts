/**
 * Plans random trips over the atlas and has the independent checker judge each plan: how often the two disagree.
 * `node packages/planner/bin/check-agreement.ts --trips 2000 --seed 1 [--evaluations 100000] [--verbose]`
 * With `--replan` each plan is planned again around a few of its own stops, locked, and the change is judged too.
 * Prints one line a violation with the seed that repeats it, then the totals; exits 1 if any error was found.
 */
import { parseArgs } from 'node:util'
import { ATLAS, holidaysOf } from '@yeojeong/atlas'
import type { Plan } from '@yeojeong/domain'
import { check, checkChange, type Violation } from '../src/check/index.ts'
import { randomBrief } from '../src/check/fixture/random-trips.ts'
import { planTrip, type PlanInput } from '../src/index.ts'

const { values } = parseArgs({
  options: {
    trips: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    evaluations: { type: 'string', default: '100000' },
    replan: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
})
const [trips, first, evaluations] = [Number(values.trips), Number(values.seed), Number(values.evaluations)]
const tally = new Map<string, { violations: number; trips: Set<number> }>()
let [planned, refused, crashed, replanned, refusedAgain] = [0, 0, 0, 0, 0]

for (let seed = first; seed < first + trips; seed += 1) judge(seed)

function judge(seed: number): void {
  const city = ATLAS[seed % ATLAS.length]
  if (city === undefined) return
  const { places, region } = city
  const holidays = holidaysOf(region.countryCode)
  const brief = randomBrief(city, seed)
  try {
    const answer = planTrip({ brief, places, holidays, seed, evaluations })
    if (!answer.ok) {
      refused += 1
      return
    }
    planned += 1
    for (const violation of check({ brief, places, holidays, plan: answer.value })) note(seed, violation)
    if (values.replan) judgeReplan(seed, { brief, places, holidays }, answer.value)
  } catch (error) {
    crashed += 1
    console.log(
      `seed ${seed}: crashed: ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : error}`,
    )
  }
}

function judgeReplan(seed: number, problem: Pick<PlanInput, 'brief' | 'places' | 'holidays'>, before: Plan): void {
  const visits = before.days.flatMap(({ stops }) => stops.filter(({ kind }) => kind === 'sight' || kind === 'meal'))
  const lockedStopIds = visits.filter((_, index) => (index + seed) % 3 === 0).map(({ id }) => id)
  const again = planTrip({ ...problem, seed: seed + 1, evaluations, previous: { plan: before, lockedStopIds } })
  if (!again.ok) {
    refusedAgain += 1
    return
  }
  replanned += 1
  const changes = checkChange(before, again.value, lockedStopIds)
  for (const violation of [...check({ ...problem, plan: again.value }), ...changes]) {
    note(seed, { ...violation, detail: `replanned: ${violation.detail}` })
  }
}

function note(seed: number, { rule, severity, day, stopId, detail }: Violation): void {
  const entry = tally.get(`${severity} ${rule}`) ?? { violations: 0, trips: new Set<number>() }
  entry.violations += 1
  entry.trips.add(seed)
  tally.set(`${severity} ${rule}`, entry)
  if (severity === 'error' || values.verbose)
    console.log(`seed ${seed}: ${severity} ${rule} (day ${day ?? '-'}, ${stopId ?? '-'}): ${detail}`)
}

for (const [rule, entry] of [...tally].toSorted())
  console.log(`${rule}: ${entry.violations} in ${entry.trips.size} trips, e.g. seed ${[...entry.trips][0]}`)
const wrong = new Set([...tally].filter(([rule]) => rule.startsWith('error')).flatMap(([, entry]) => [...entry.trips])).size
if (values.replan) console.log(`${replanned} planned again around locked stops, ${refusedAgain} refused`)
console.log(`${trips} trips: ${planned} planned, ${refused} refused, ${crashed} crashed; ${wrong} plans the checker rejects`)
process.exitCode = wrong + crashed > 0 ? 1 : 0
