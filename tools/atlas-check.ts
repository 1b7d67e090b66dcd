import { parseArgs } from 'node:util'
import { ATLAS } from '@yeojeong/atlas'
import { census } from './atlas-check/census.ts'
import { coordinateFindings } from './atlas-check/coordinates.ts'
import type { Finding } from './atlas-check/finding.ts'
import { holidayFindings } from './atlas-check/holidays.ts'
import { hoursFindings } from './atlas-check/hours.ts'
import { readReferences } from './atlas-check/references.ts'
import { structureFindings } from './atlas-check/structure.ts'

/**
 * Checks the embedded places: what they say by themselves, and with `--dir <folder of reference CSVs>` against every
 * row of the same name. Exit status 1 on any error; flags and notes are for reading.
 */
function againstReferences(dir: string): readonly Finding[] {
  const references = readReferences(dir)
  const [coordinates, hours, holidays] = [coordinateFindings(ATLAS, references), hoursFindings(ATLAS, references), holidayFindings(dir)]
  const uncovered = ATLAS.map(({ region, places }) => {
    const ids = places.filter((place) => coordinates.uncovered.includes(place)).map(({ names }) => names.ko)
    return `  ${region.id} (${ids.length}): ${ids.join(', ')}`
  })
  console.log(
    [
      ...references.missing.map((file) => `no reference file ${file}`),
      `${references.count} reference rows; coordinates compared for ${coordinates.compared} places, hours for ${hours.compared}, holidays for ${holidays.compared} dates`,
      'no reference covers:',
      ...uncovered,
    ].join('\n'),
  )
  return [...coordinates.findings, ...hours.findings, ...holidays.findings]
}

function main(): number {
  const { values } = parseArgs({ options: { dir: { type: 'string' } } })
  console.log(ATLAS.map(census).join('\n'))
  const findings = [...structureFindings(ATLAS), ...(values.dir === undefined ? [] : againstReferences(values.dir))]
  for (const level of ['note', 'flag', 'error'] as const) {
    for (const { placeId, detail } of findings.filter((one) => one.level === level))
      console.log(`${level.padEnd(5)}  ${placeId}: ${detail}`)
  }
  const errors = findings.filter(({ level }) => level === 'error').length
  console.log(`${errors} errors, ${findings.filter(({ level }) => level === 'flag').length} flags`)
  return errors === 0 ? 0 : 1
}

process.exitCode = main()
