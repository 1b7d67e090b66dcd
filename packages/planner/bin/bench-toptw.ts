/**
 * Measures the solver on TOPTW instances: `bench-toptw.ts --dir DIR --time MS [--jobs N] [--seeds K] [--clock cpu|wall] [--only REGEX] [--brief]`.
 * Each run is a fresh process of toptw.ts, as an outsider would call it, so that warm-up counts; every answer is checked independently.
 * DIR holds instances and best-known.json. Pairs in which all points fit in m - 1 tours are left out.
 */
import { spawn } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { checkToptw } from '../src/toptw/instance.ts'
import type { ToptwInstance } from '../src/toptw/instance.ts'

type Instance = ToptwInstance & { id: string; toursForAll?: number; totalProfit: number }
type Run = { id: string; family: string; m: number; seed: number; score: number; best: number; gap: number; note: string }

const { values: args } = parseArgs({
  options: {
    dir: { type: 'string' },
    time: { type: 'string', default: '1000' },
    jobs: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    clock: { type: 'string', default: 'cpu' },
    only: { type: 'string', default: '.' },
    brief: { type: 'boolean', default: false },
  },
})
if (args.dir === undefined) throw new Error('--dir DIR is missing')
const adapter = fileURLToPath(new URL('toptw.ts', import.meta.url))
const bestKnown = JSON.parse(readFileSync(join(args.dir, 'best-known.json'), 'utf8')) as Record<string, number[]>
const instances = readdirSync(args.dir)
  .filter((name) => name.endsWith('.json') && name !== 'best-known.json' && new RegExp(args.only).test(name))
  .map((name) => JSON.parse(readFileSync(join(args.dir!, name), 'utf8')) as Instance)

function familyOf(id: string): string {
  if (id.startsWith('pr')) return Number(id.slice(2)) > 10 ? 'pr11-20' : 'pr01-10'
  return id.replace(/\d+$/, '') + id.replace(/\D+/, '').charAt(0)
}

/** All points fit in m - 1 tours: the best known score for m - 1 is the total already. */
function isTrivial(instance: Instance, m: number): boolean {
  const fit = instance.toursForAll
  return (fit !== undefined && fit < m) || (m > 1 && bestKnown[instance.id]![m - 2]! >= instance.totalProfit)
}

function ask(instance: Instance, m: number, seed: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [adapter, '--clock', args.clock!, '--seed', String(seed)], { stdio: ['pipe', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.on('error', reject)
    child.on('close', () => resolve(out))
    child.stdin.end(JSON.stringify({ instance, m, timeMs: Number(args.time) }))
  })
}

async function measure(instance: Instance, m: number, seed: number): Promise<Run> {
  const { tours } = JSON.parse(await ask(instance, m, seed)) as { tours: number[][] }
  const checked = checkToptw(instance, m, tours)
  const score = typeof checked === 'number' ? checked : 0
  const best = bestKnown[instance.id]![m - 1]!
  const note = typeof checked === 'string' ? `INFEASIBLE: ${checked}` : score > best ? 'above best known' : ''
  return { id: instance.id, family: familyOf(instance.id), m, seed, score, best, gap: 100 * (1 - score / best), note }
}

function mean(runs: readonly Run[]): string {
  return runs.length === 0 ? '-' : (runs.reduce((sum, run) => sum + run.gap, 0) / runs.length).toFixed(3)
}

function table(runs: readonly Run[]): void {
  const families = [...new Set(runs.map((run) => run.family))]
  const print = (name: string, some: readonly Run[]): void => {
    const cells = [1, 2, 3, 4].map((m) => mean(some.filter((run) => run.m === m)).padStart(8))
    console.log(`${name.padEnd(8)} ${cells.join(' ')} ${mean(some).padStart(8)}`)
  }
  console.log(`\nmean gap %, ${args.time} ms ${args.clock}, ${args.seeds} seed(s)\nfamily        m=1      m=2      m=3      m=4      all`)
  for (const family of families)
    print(
      family,
      runs.filter((run) => run.family === family),
    )
  print('all', runs)
}

const queue = instances.flatMap((instance) =>
  [1, 2, 3, 4]
    .filter((m) => !isTrivial(instance, m))
    .flatMap((m) => Array.from({ length: Number(args.seeds) }, (_, i) => ({ instance, m, seed: i + 1 }))),
)
const runs: Run[] = []
async function work(): Promise<void> {
  for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
    const run = await measure(job.instance, job.m, job.seed)
    runs.push(run)
    if (args.brief && run.note === '') continue
    const { id, m, seed, score, best, gap, note } = run
    console.log(`${id.padEnd(7)} m=${m} seed=${seed} score ${score} best ${best} gap ${gap.toFixed(2)} % ${note}`)
  }
}
console.log(
  `load ${loadavg()
    .map((load) => load.toFixed(2))
    .join(' ')}, ${args.jobs} job(s), ${queue.length} runs`,
)
await Promise.all(Array.from({ length: Number(args.jobs) }, work))
table(runs)
