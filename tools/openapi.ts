import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './stack/paths.ts'

/** The gateway is written for Workers; its types are not this program's, so it is reached by address. */
const gateway = join(ROOT, 'workers', 'gateway', 'src')
const { createApp } = (await import(join(gateway, 'app.ts'))) as { createApp: () => { getOpenAPI31Document(info: unknown): unknown } }
const { PROBLEMS } = (await import(join(gateway, 'problem.ts'))) as {
  PROBLEMS: Record<string, { status: number; title: string; remedy: string }>
}
const { OPENAPI_INFO } = (await import(join(gateway, 'routes', 'reference.ts'))) as { OPENAPI_INFO: unknown }

/**
 * Writes openapi.json and docs/errors/ from the gateway's own routes and problem table. `--check` writes nothing and
 * fails where what is committed differs.
 */
const files = new Map<string, string>([['openapi.json', `${JSON.stringify(createApp().getOpenAPI31Document(OPENAPI_INFO), null, 2)}\n`]])
for (const [code, { status, title, remedy }] of Object.entries(PROBLEMS)) {
  files.set(`docs/errors/${code}.md`, `# ${code}\n\nHTTP ${status}: ${title}.\n\n${remedy}\n`)
}

const checking = process.argv.includes('--check')
const stale: string[] = []
for (const [name, text] of files) {
  const path = join(ROOT, name)
  if (!checking) writeFileSync(path, text)
  else if (read(path) !== text) stale.push(name)
}
if (stale.length > 0) {
  console.error(`stale, run \`npm run openapi\`: ${stale.join(', ')}`)
  process.exit(1)
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
