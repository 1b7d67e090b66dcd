import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from '../stack/paths.ts'
import { run, type Ran } from '../stack/run.ts'

/** One forbidden line for each wall: where it is planted, and what must catch it. */
type Violation = { readonly file: string; readonly code: string; readonly net: 'lint' | 'tsc'; readonly project?: string }

const VIOLATIONS: readonly Violation[] = [
  { file: 'packages/domain/src/planted.ts', code: "import * as z from 'zod'\nexport const planted = z\n", net: 'lint' },
  { file: 'packages/domain/src/planted.ts', code: 'export const planted = Date.now()\n', net: 'lint' },
  { file: 'packages/domain/src/planted.ts', code: 'export let planted: D1Database\n', net: 'tsc', project: 'packages/domain' },
  { file: 'packages/domain/src/planted.ts', code: "export const planted = fetch('x')\n", net: 'tsc', project: 'packages/domain' },
  { file: 'packages/planner/src/trip/planted.ts', code: 'export const planted = Math.random()\n', net: 'lint' },
  {
    file: 'packages/planner/src/trip/planted.ts',
    code: "import { check } from '../check/index.ts'\nexport const planted = check\n",
    net: 'lint',
  },
  {
    file: 'packages/planner/src/check/planted.ts',
    code: "import * as core from '../core/solve.ts'\nexport const planted = core\n",
    net: 'lint',
  },
  { file: 'packages/contracts/src/planted.ts', code: "import { Hono } from 'hono'\nexport const planted = Hono\n", net: 'lint' },
  { file: 'packages/contracts/src/planted.ts', code: 'export let planted: KVNamespace\n', net: 'tsc', project: 'packages/contracts' },
  {
    file: 'packages/worker-kit/src/planted.ts',
    code: "import { ATLAS } from '@yeojeong/atlas'\nexport const planted = ATLAS\n",
    net: 'lint',
  },
  {
    file: 'packages/exchange/src/planted.ts',
    code: "import { planTrip } from '@yeojeong/planner'\nexport const planted = planTrip\n",
    net: 'lint',
  },
  { file: 'packages/exchange/src/planted.ts', code: 'export const planted = Date.now()\n', net: 'lint' },
  { file: 'packages/exchange/src/planted.ts', code: 'export let planted: KVNamespace\n', net: 'tsc', project: 'packages/exchange' },
  { file: 'durable-objects/planted.ts', code: "import { sql } from 'drizzle-orm'\nexport const planted = sql\n", net: 'lint' },
  {
    file: 'workers/gateway/src/planted.ts',
    code: "import { textIn } from '@yeojeong/domain'\nexport const planted = textIn\n",
    net: 'lint',
  },
  {
    file: 'workers/gateway/src/planted.ts',
    code: "import { createTrip } from '../../profile/src/trips/create-trip.ts'\nexport const planted = createTrip\n",
    net: 'lint',
  },
  {
    file: 'workers/itinerary/src/planted.ts',
    code: "import { ATLAS } from '@yeojeong/atlas'\nexport const planted = ATLAS\n",
    net: 'lint',
  },
  {
    file: 'workers/profile/src/planted.ts',
    code: "import { planTrip } from '@yeojeong/planner'\nexport const planted = planTrip\n",
    net: 'lint',
  },
  { file: 'web/src/planted.ts', code: "import { textIn } from '@yeojeong/domain'\nexport const planted = textIn\n", net: 'lint' },
  {
    file: 'workers/itinerary/src/planted.ts',
    code: "import { solve } from '@yeojeong/planner/src/core/solve.ts'\nexport const planted = solve\n",
    net: 'tsc',
    project: 'workers/itinerary',
  },
]

/** Plants each violation and must see it caught: a wall nobody tests is a drawing of a wall. */
export async function checkWalls(): Promise<Ran> {
  const escaped: string[] = []
  for (const violation of VIOLATIONS) {
    const path = join(ROOT, violation.file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, violation.code)
    try {
      const { code, output } =
        violation.net === 'lint' ? await run('oxlint', [violation.file]) : await run('tsc', ['-p', `${violation.project}/tsconfig.json`])
      // Caught means: the tool failed, and over the planted file.
      if (code === 0 || !output.includes('planted')) escaped.push(`${violation.file} (${violation.net}): ${violation.code.split('\n')[0]}`)
    } finally {
      rmSync(path, { force: true })
    }
  }
  return escaped.length === 0 ? { code: 0, output: '' } : { code: 1, output: `not caught:\n${escaped.join('\n')}` }
}
