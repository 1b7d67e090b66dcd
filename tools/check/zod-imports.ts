import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../stack/paths.ts'
import type { Ran } from '../stack/run.ts'

const WRONG = /import\s+(?:z\b|\{[^}]*\bz\b[^}]*\})\s*(?:,[^'"]*)?from\s+['"]zod['"]/

/** A named import of `z` keeps the whole library in a bundle: three times the size of `import * as z`. */
export async function checkZodImports(files: readonly string[] = sources()): Promise<Ran> {
  const wrong = files.filter((file) => WRONG.test(readFileSync(join(ROOT, file), 'utf8')))
  return wrong.length === 0 ? { code: 0, output: '' } : { code: 1, output: `write import * as z from 'zod' in\n${wrong.join('\n')}` }
}

function sources(): string[] {
  return globSync(['packages/*/src/**/*.ts', 'workers/*/src/**/*.ts', 'durable-objects/*.ts', 'web/src/**/*.{ts,tsx}', 'tools/**/*.ts'], {
    cwd: ROOT,
  })
}
