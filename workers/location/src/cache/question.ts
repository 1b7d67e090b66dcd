import type { PlaceQuery } from '@yeojeong/contracts'

/** About 110 m: near enough to be the same question. */
const SNAP_DEGREES = 0.001

/** One text for all ways of asking the same: neighbours and reordered filters share an entry. */
export function questionKey(query: PlaceQuery): string {
  const { near, categories, query: text, openAt, language: _answersAreInAllLanguages, ...rest } = query
  const normal = {
    ...rest,
    ...(text === undefined ? {} : { query: text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ') }),
    ...(near === undefined ? {} : { near: [snap(near.lat), snap(near.lng)] }),
    ...(categories === undefined ? {} : { categories: [...categories].toSorted() }),
    ...(openAt === undefined ? {} : { openAt: Math.floor(Date.parse(openAt) / 600_000) }),
  }
  return JSON.stringify(Object.entries(normal).filter(([, value]) => value !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function snap(degrees: number): number {
  return Math.round(degrees / SNAP_DEGREES)
}
