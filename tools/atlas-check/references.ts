import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LatLng } from '@yeojeong/domain'
import { rowsOf, type Row } from '../csv.ts'
import { nameKeys } from './names.ts'

/** A row of somebody else's list. */
export type Reference = { readonly file: string; readonly name: string; readonly position: LatLng; readonly row: Row }
export type References = {
  readonly byName: ReadonlyMap<string, readonly Reference[]>
  readonly count: number
  readonly missing: readonly string[]
}

/** File → the columns that name the row, and a suffix where the name alone would be taken for something else. */
const FILES: { readonly [file: string]: { readonly columns: readonly string[]; readonly suffix?: string } } = {
  'kr-museums-hours.csv': { columns: ['name'] },
  'seoul-destinations-100.csv': { columns: ['name_ko'] },
  'seoul-jongno-sites.csv': { columns: ['name_ko'] },
  'seoul-korean-restaurants.csv': { columns: ['name_ko', 'name_en', 'name_zh'] },
  'seoul-stations.csv': { columns: ['name_ko'], suffix: '역' },
  'taipei-attractions-58.csv': { columns: ['name_zh'] },
  'singapore-stb-106.csv': { columns: ['name'] },
  'paris-museums.csv': { columns: ['name'] },
  'wikidata-attractions.csv': { columns: ['label_en'] },
  'japan-wikidata.csv': { columns: ['name'] },
  'japan-osm-hours.csv': { columns: ['name', 'name_en', 'name_ja', 'name_ko'] },
  'flickr-visit-durations.csv': { columns: ['name'] },
  'airports.csv': { columns: ['name'] },
}

function positionOf(row: Row): LatLng | null {
  const [lat, lng] = [row['lat'] ?? '', row['lng'] ?? '']
  return lat === '' || lng === '' ? null : { lat: Number(lat), lng: Number(lng) }
}

/** All reference rows that have a name and a coordinate, by every form of their names. */
export function readReferences(dir: string): References {
  const byName = new Map<string, Reference[]>()
  const missing = Object.keys(FILES).filter((file) => !existsSync(join(dir, file)))
  let count = 0
  for (const [file, { columns, suffix }] of Object.entries(FILES)) {
    if (missing.includes(file)) continue
    for (const row of rowsOf(readFileSync(join(dir, file), 'utf8'))) {
      const position = positionOf(row)
      const names = columns
        .map((column) => row[column] ?? '')
        .filter((name) => name !== '')
        .map((name) => name + (suffix ?? ''))
      if (position === null || names.length === 0) continue
      count += 1
      for (const key of nameKeys(names)) byName.set(key, [...(byName.get(key) ?? []), { file, name: names[0]!, position, row }])
    }
  }
  return { byName, count, missing }
}
