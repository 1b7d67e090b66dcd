/**
 * TOPTW adapter: stdin {"instance": ..., "m": 2, "timeMs": 1000} -> stdout {"tours": [[3, 17], [5]]}.
 * timeMs is counted from when the input has been read; the answer is there a few per cent earlier. `--clock cpu` counts CPU time of the process
 * instead (fair measurements on a busy machine), `--seed N` sets the seed.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { additiveObjective } from '../src/core/objective.ts'
import { Solver } from '../src/core/solve.ts'
import { deadline } from '../src/core/stop.ts'
import { toptwModel, toptwProfits } from '../src/toptw/instance.ts'
import type { ToptwInstance } from '../src/toptw/instance.ts'

// A fresh process interprets at first. Baseline code at once is worth a tenth of a point of gap at 200 ms.
setFlagsFromString('--always-sparkplug')

const { values } = parseArgs({
  options: { clock: { type: 'string', default: 'wall' }, seed: { type: 'string', default: '1' }, verbose: { type: 'boolean' } },
})

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const nowMs = values.clock === 'cpu' ? cpuMs : () => performance.now()
const text = readFileSync(0, 'utf8')
const begun = nowMs()
const input = JSON.parse(text) as { instance: ToptwInstance; m: number; timeMs: number }
// Printing and the last iteration need a little: 4 %, at least 5 ms.
const stop = deadline(nowMs, input.timeMs - (nowMs() - begun), Math.max(5, 0.04 * input.timeMs))
const solver = new Solver(toptwModel(input.instance, input.m), additiveObjective(toptwProfits(input.instance)), {
  seed: Number(values.seed),
  stop,
})
let progress = solver.step(1 << 30)
while (!progress.done) progress = solver.step(1 << 30)
const tours = solver.best.tours.map((tour) => tour.map((visit) => visit + 1))
process.stdout.write(`${JSON.stringify({ tours })}\n`)
if (values.verbose) process.stderr.write(`${JSON.stringify({ ...progress, ms: Math.round(nowMs() - begun) })}\n`)
