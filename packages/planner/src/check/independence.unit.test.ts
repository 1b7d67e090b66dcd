import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RULES } from './rules.ts'

const FOLDER = import.meta.dirname
const sources = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
  .map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }))

/** The tables of trip/limits.ts: numbers both sides read. */
const LIMIT_TABLES = new Set([
  'MEAL_LIMITS',
  'MEAL_MIN',
  'MEAL_OWED',
  'PACE_LIMITS',
  'CHILD_DAY_END',
  'WALK_LIMITS',
  'AGE_WALK_LIMITS',
  'REST',
  'BOOKING_BUFFER',
  'DAY_MOVING_MAX_MIN',
  'IDLE_GAP_EXPLAINED_FROM_MIN',
  'TAXI_RELIEF',
])

/** What a file takes at run time from elsewhere: `import type` and `type` names are gone by then. */
function valuesImported(text: string): { readonly from: string; readonly names: readonly string[] }[] {
  return [...text.matchAll(/^(?:import|export)\s+(?!type\b)\{([^}]*)\}\s+from\s+'([^']+)'/gms)].map(([, names = '', from = '']) => ({
    from,
    names: names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type ')),
  }))
}

describe('the checker', () => {
  it('takes from outside its folder only the tables of limits', () => {
    const imports = sources.flatMap(({ text }) => valuesImported(text))
    const outside = imports.filter(({ from }) => !/^\.\/[a-z-]+\.ts$/.test(from))
    expect(imports.length).toBeGreaterThan(20)
    expect(outside.map(({ from }) => from).filter((from) => from !== '@yeojeong/domain')).toEqual([])
    expect(outside.flatMap(({ names }) => names).filter((name) => !LIMIT_TABLES.has(name))).toEqual([])
  })

  it('imports in one form only, which the test above reads', () => {
    for (const { name, text } of sources) expect(text, name).not.toMatch(/import\(|import \*|require\(|^import \w+ from/m)
  })

  it('has every rule in docs/checks.md, word for word, and no other', () => {
    const page = readFileSync(join(FOLDER, '../../../../docs/checks.md'), 'utf8')
    const rows = page.split('\n').filter((line) => line.startsWith('| `'))
    const wanted = Object.entries(RULES).map(
      ([id, rule]) => `| \`${id}\` | ${rule.group} | ${rule.severity} | ${rule.what} | ${rule.threshold} | ${rule.source} |`,
    )
    expect(rows).toEqual(wanted)
  })
})
