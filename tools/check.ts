import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { checkBundles } from './check/bundles.ts'
import { checkMigrations } from './check/migrations.ts'
import { checkResources } from './check/resources.ts'
import { checkWalls } from './check/walls.ts'
import { checkZodImports } from './check/zod-imports.ts'
import { ROOT } from './stack/paths.ts'
import { run, type Ran } from './stack/run.ts'

/** `npm run check`: everything that can be wrong without running the product. Prints what failed, and how. */
type Check = { readonly name: string; readonly run: () => Promise<Ran> }

const projects = globSync(
  [
    'packages/*/tsconfig.json',
    'workers/*/tsconfig.json',
    'durable-objects/tsconfig.json',
    'web/tsconfig.json',
    'tools/tsconfig.json',
    'tests/tsconfig*.json',
    'workers/*/tsconfig.test.json',
  ],
  { cwd: ROOT },
)

const checks: readonly Check[] = [
  { name: 'types fresh', run: () => run('node', ['tools/types.ts', '--check']) },
  ...projects.map((project) => ({ name: `tsc ${project}`, run: () => run('tsc', ['-p', project]) })),
  { name: 'lint', run: () => run('oxlint', ['--deny-warnings']) },
  { name: 'format', run: () => run('oxfmt', ['--check']) },
  { name: 'zod imports', run: checkZodImports },
  { name: 'openapi and error pages fresh', run: () => run('node', ['tools/openapi.ts', '--check']) },
  { name: 'atlas', run: () => run('node', ['tools/atlas-check.ts']) },
  { name: 'migrations fresh', run: checkMigrations },
  { name: 'the README makes every resource', run: checkResources },
  { name: 'every Worker bundles, and small enough', run: checkBundles },
]

const queue = [...checks]
let failures = 0
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker))
// Last and alone: it plants files that every other check would trip over.
queue.push({ name: 'walls hold', run: checkWalls })
await worker()
console.log(failures === 0 ? `\n${checks.length + 1} checks, all well` : `\n${failures} of ${checks.length + 1} checks failed`)
process.exit(failures === 0 ? 0 : 1)

async function worker(): Promise<void> {
  for (let check = queue.shift(); check !== undefined; check = queue.shift()) {
    const started = Date.now()
    const { code, output } = await check.run().catch((error: unknown): Ran => ({ code: 1, output: String(error) }))
    const took = `${((Date.now() - started) / 1000).toFixed(1)} s`
    if (code === 0) console.log(`✓ ${check.name} (${took})`)
    else {
      failures += 1
      console.log(`✗ ${check.name} (${took})\n${output}`)
    }
  }
}
