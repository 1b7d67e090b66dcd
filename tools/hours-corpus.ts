import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { addDays, openIntervals, parseHours, type HolidayCalendar } from '@yeojeong/domain'
import { rowsOf } from './csv.ts'

/**
 * Runs our opening-hours evaluator over real strings and compares the open hours of one week with those of an
 * independent implementation. `node tools/hours-corpus.ts --dir <folder with osm-opening-hours-corpus.csv>`
 */
const MONDAY = '2026-09-07'
const TOLERANCE_H = 0.01
const WANTED_SHARE = 0.85

/** The oracle's week holds no holiday. */
const NO_HOLIDAYS: HolidayCalendar = {
  countryCode: 'ZZ',
  knownFrom: '2026-01-01',
  knownUntil: '2026-12-31',
  days: {},
  source: 'none in the week compared',
  asOf: '2026-09-07',
}

/** Open hours from Monday 00:00 to the Monday after, spans out of the Sunday before included; NaN when not known. */
function weekHours(osm: string): number {
  const open = new Set<number>()
  for (let day = -1; day < 7; day += 1) {
    const intervals = openIntervals({ kind: 'scheduled', osm }, addDays(MONDAY, day), NO_HOLIDAYS)
    if (intervals === 'unknown') return Number.NaN
    for (const { open: from, close: to } of intervals) {
      for (let minute = day * 1440 + from; minute < day * 1440 + to; minute += 1) open.add(minute)
    }
  }
  return [...open].filter((minute) => minute >= 0 && minute < 7 * 1440).length / 60
}

function main(): number {
  const { values } = parseArgs({ options: { dir: { type: 'string' }, verbose: { type: 'boolean' } } })
  if (values.dir === undefined) throw new Error('usage: node tools/hours-corpus.ts --dir <folder> [--verbose]')
  const rows = rowsOf(readFileSync(join(values.dir, 'osm-opening-hours-corpus.csv'), 'utf8'))
  const counts = { accepted: 0, rejected: 0, mismatched: 0, misread: 0 }
  const invalid = rows.filter((row) => row['opening_hours_js'] !== 'ok').length
  for (const row of rows) {
    const osm = row['opening_hours']!
    const parsed = parseHours(osm)
    if (!parsed.ok) {
      counts.rejected += 1
      console.log(`rejected    ${osm}\n            ${parsed.error.code} at ${parsed.error.at}: ${parsed.error.detail}`)
      continue
    }
    counts.accepted += 1
    if (row['opening_hours_js'] !== 'ok') {
      counts.misread += 1
      console.log(`misread     ${osm}`)
      continue
    }
    const [ours, theirs] = [weekHours(osm), Number(row['open_hours_week_2026_09_07'])]
    if (!(Math.abs(ours - theirs) <= TOLERANCE_H)) {
      counts.mismatched += 1
      console.log(`mismatched  ${osm}\n            ours ${ours.toFixed(2)} h, oracle ${theirs.toFixed(2)} h`)
    }
  }
  const share = counts.accepted / (rows.length - invalid)
  console.log(
    `${rows.length} strings: ${counts.accepted} accepted (${(share * 100).toFixed(1)} % of the valid), ${counts.rejected} rejected, ` +
      `${counts.mismatched} mismatched, ${counts.misread} of ${invalid} invalid ones accepted`,
  )
  return counts.mismatched === 0 && counts.misread === 0 && share >= WANTED_SHARE ? 0 : 1
}

process.exitCode = main()
