import type { City } from '@yeojeong/atlas'
import { distanceM, type Place } from '@yeojeong/domain'
import { error, note, type Finding } from './finding.ts'
import { SETTLED } from './known.ts'
import { placeKeys } from './names.ts'
import type { Reference, References } from './references.ts'

export const TOLERANCE_M = { point: 300, area: 1000 } as const
/** A row of the same name farther out than this beyond the region is another thing of that name. */
const MARGIN_M = 20_000

type Named = Pick<Place, 'id' | 'names' | 'aliases' | 'position' | 'extent'>

/** Rows that bear one of the place's names and lie in or about its region. */
export function sameNameRows(place: Named, city: City, references: References): readonly Reference[] {
  const rows = new Set([...placeKeys(place)].flatMap((key) => references.byName.get(key) ?? []))
  return [...rows].filter((row) => distanceM(row.position, city.region.center) <= city.region.radiusM + MARGIN_M)
}

/** Where travellers arrive; an airport's reference point may lie a runway away from its doors. */
function gatewayFindings(cities: readonly City[], references: References): Finding[] {
  return cities.flatMap((city) =>
    city.region.gateways.flatMap((gateway) => {
      const named: Named = { ...gateway, id: `${city.region.id} gateway ${gateway.names.en}`, extent: 'area' }
      const rows = sameNameRows(named, city, references)
      return rows.length === 0
        ? [note(named.id, 'no reference covers it')]
        : compare(named, rows, rows[0]!.file === 'airports.csv' ? 3000 : TOLERANCE_M.area)
    }),
  )
}

function compare(place: Named, rows: readonly Reference[], allowed: number = TOLERANCE_M[place.extent]): Finding[] {
  const away = (row: Reference): number => distanceM(row.position, place.position)
  const nearest = rows.toSorted((a, b) => away(a) - away(b))[0]!
  if (away(nearest) <= allowed) return []
  const detail = `${Math.round(away(nearest))} m from "${nearest.name}" (${nearest.position.lat}, ${nearest.position.lng}) in ${nearest.file}, allowed ${allowed} m`
  const settled = SETTLED[place.id]?.[nearest.file]
  return [settled === undefined ? error(place.id, detail) : note(place.id, `${detail}; settled: ${settled}`)]
}

export type Coverage = { readonly findings: readonly Finding[]; readonly compared: number; readonly uncovered: readonly Place[] }

/** Every place against the nearest row of the same name. */
export function coordinateFindings(cities: readonly City[], references: References): Coverage {
  const all = cities.flatMap((city) => city.places.map((place) => ({ place, rows: sameNameRows(place, city, references) })))
  const covered = all.filter(({ rows }) => rows.length > 0)
  return {
    findings: [...gatewayFindings(cities, references), ...covered.flatMap(({ place, rows }) => compare(place, rows))],
    compared: covered.length,
    uncovered: all.filter(({ rows }) => rows.length === 0).map(({ place }) => place),
  }
}
