import { judge, run, WORLDS } from '../../packages/domain/src/saga/fixture/simulation.ts'
import { killAtEach } from './saga/kills.ts'
import { CASES, someOf } from './saga/points.ts'

/** `npm run chaos:saga [-- --points N --runs N]`: all points and 2,000 runs where nothing is said. Fails unless all figures are 0. */
const argument = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}

const runs = argument('runs', 2_000)
const totals = { lost: 0, duplicated: 0, halfBuilt: 0 }
for (const [name, faults] of Object.entries(WORLDS)) {
  const ends: Record<string, number> = {}
  for (let seed = 1; seed <= runs; seed++) {
    const planning = run(seed, faults)
    ends[planning.state.status] = (ends[planning.state.status] ?? 0) + 1
    const found = judge(planning)
    totals.lost += Number(found.lost)
    totals.duplicated += Number(found.duplicated)
    totals.halfBuilt += Number(found.halfBuilt)
  }
  console.log(`in process, ${name} world, ${runs} runs: ${JSON.stringify(ends)}`)
}
console.log(`in process: ${totals.lost} lost, ${totals.duplicated} duplicated, ${totals.halfBuilt} half-built`)

const report = await killAtEach(someOf(CASES, argument('points', CASES.length)), 4, (line) => console.log(line))
for (const line of [...report.lost, ...report.duplicated, ...report.halfBuilt]) console.log(`! ${line}`)
console.log(
  `kill -9, ${report.points} points, ${report.kills} kills: ${report.lost.length} lost, ${report.duplicated.length} duplicated, ${report.halfBuilt.length} half-built`,
)
const sum = Object.values(totals).reduce((a, b) => a + b, 0) + report.lost.length + report.duplicated.length + report.halfBuilt.length
process.exit(sum === 0 ? 0 : 1)
