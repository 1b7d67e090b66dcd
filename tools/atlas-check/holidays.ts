import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { holidaysOf } from '@yeojeong/atlas'
import { error, type Finding } from './finding.ts'

const FILE = 'kr-public-holidays.json'

/** Korea's holidays date by date against the list of the gazette, over the years both have. */
export function holidayFindings(dir: string): { readonly findings: readonly Finding[]; readonly compared: number } {
  const calendar = holidaysOf('KR')
  if (calendar === null || !existsSync(join(dir, FILE))) return { findings: [], compared: 0 }
  const theirs = Object.keys(JSON.parse(readFileSync(join(dir, FILE), 'utf8')) as object)
  const years = new Set(theirs.map((date) => date.slice(0, 4)))
  const ours = Object.keys(calendar.days).filter((date) => years.has(date.slice(0, 4)))
  const covered = theirs.filter((date) => date >= calendar.knownFrom && date <= calendar.knownUntil)
  return {
    compared: covered.length,
    findings: [
      ...covered.filter((date) => !ours.includes(date)).map((date) => error('KR', `${date} is a holiday in ${FILE}, not in ours`)),
      ...ours.filter((date) => !theirs.includes(date)).map((date) => error('KR', `${date} is a holiday of ours, not in ${FILE}`)),
    ],
  }
}
