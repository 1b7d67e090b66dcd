import { randomBytes } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './paths.ts'

const NEEDED = [
  { file: '.dev.vars', secrets: ['SESSION_SECRET'], plain: { ENVIRONMENT: 'development' } },
  { file: 'workers/profile/.dev.vars', secrets: ['FIELD_SECRET'], plain: {} },
  { file: 'workers/itinerary/.dev.vars', secrets: ['JOURNAL_SECRET'], plain: {} },
] as const

/** Secrets of this machine only, made once: losing them makes the local data unreadable, as it should. */
export function ensureDevSecrets(): void {
  for (const { file, secrets, plain } of NEEDED) {
    const path = join(ROOT, file)
    if (existsSync(path)) continue
    const lines = [
      ...secrets.map((name) => `${name}="${randomBytes(32).toString('base64url')}"`),
      ...Object.entries(plain).map(([name, value]) => `${name}="${value}"`),
    ]
    writeFileSync(path, `${lines.join('\n')}\n`, { mode: 0o600 })
  }
}
