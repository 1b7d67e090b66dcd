import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { DEFAULT_TRAVEL, estimateLeg, transitRideMin } from '@yeojeong/domain'
import { rowsOf, type Row } from './csv.ts'

/** Holds the travel-time model against measured times and distances. `node tools/travel-check.ts --dir <folder of the CSVs>` */
const MEDIAN_TRANSIT_MIN = 6
const MAPE = { foot: 0.1, car: 0.16 } as const

const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * q)] ?? Number.NaN
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const ends = (row: Row) => ({
  from: { lat: Number(row['from_lat']), lng: Number(row['from_lng']) },
  to: { lat: Number(row['to_lat']), lng: Number(row['to_lng']) },
})

function line(what: string, value: number, bar: number, unit: string): boolean {
  const passes = value <= bar
  console.log(`${passes ? 'pass' : 'FAIL'}  ${what}: ${value.toFixed(1)} ${unit} (bar ${bar} ${unit})`)
  return passes
}

function checkTransit(dir: string, city: string): boolean {
  const errors = rowsOf(readFileSync(join(dir, `transit-${city}-pairs.csv`), 'utf8')).map((row) =>
    Math.abs(transitRideMin(Number(row['straight_km']), DEFAULT_TRAVEL) - Number(row['in_system_min'])),
  )
  return line(
    `transit in ${city}, ${errors.length} pairs, median error (p90 ${quantile(errors, 0.9).toFixed(1)})`,
    quantile(errors, 0.5),
    MEDIAN_TRANSIT_MIN,
    'min',
  )
}

function checkStreets(rows: readonly Row[], mode: 'foot' | 'car'): boolean {
  const errors = rows
    .filter((row) => row['mode'] === mode)
    .map((row) => {
      const { from, to } = ends(row)
      const ours = estimateLeg(from, to, mode === 'foot' ? 'walk' : 'car', DEFAULT_TRAVEL).distanceM
      return Math.abs(ours - Number(row['route_m'])) / Number(row['route_m'])
    })
  return line(`${mode} distance, ${errors.length} pairs, mean error`, mean(errors) * 100, MAPE[mode] * 100, '%')
}

function main(): number {
  const { values } = parseArgs({ options: { dir: { type: 'string' } } })
  if (values.dir === undefined) throw new Error('usage: node tools/travel-check.ts --dir <folder>')
  const dir = values.dir
  const streets = rowsOf(readFileSync(join(dir, 'street-detour-pairs.csv'), 'utf8'))
  const passes = [checkTransit(dir, 'seoul'), checkTransit(dir, 'tokyo'), checkStreets(streets, 'foot'), checkStreets(streets, 'car')]
  return passes.every(Boolean) ? 0 : 1
}

process.exitCode = main()
