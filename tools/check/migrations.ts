import { existsSync, globSync } from 'node:fs'
import { basename } from 'node:path'
import { ROOT } from '../stack/paths.ts'
import { run, type Ran } from '../stack/run.ts'

/** Each schema has its migration, numbers are unique, and nothing is left to generate. A missing one is written, to be looked at and committed. */
export async function checkMigrations(): Promise<Ran> {
  const twice = duplicateNumbers()
  if (twice.length > 0) return { code: 1, output: `two migrations share a number: ${twice.join(', ')}` }
  for (const config of globSync('workers/*/drizzle.config.ts', { cwd: ROOT })) {
    const { code, output } = await run('drizzle-kit', ['generate', '--config', config])
    if (code !== 0 || !output.includes('No schema changes'))
      return { code: 1, output: `${config}: the schema is ahead of its migrations\n${output}` }
  }
  return { code: 0, output: '' }
}

function duplicateNumbers(): string[] {
  if (!existsSync(`${ROOT}/migrations`)) return []
  const seen = new Set<string>()
  return globSync('migrations/*/*.sql', { cwd: ROOT }).filter((path) => {
    const key = `${path.split('/')[1]}/${basename(path).slice(0, 4)}`
    if (seen.has(key)) return true
    seen.add(key)
    return false
  })
}
