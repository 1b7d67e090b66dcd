import type { Place } from '@yeojeong/domain'

const GENERIC = /(palace|temple|shrine|museum|market|park)$/
const NATIVE = /(gung|sa|ji|jinja|jingu)$/

/** Letters and digits only, without accents, case, spaces and what stands in brackets. */
function bare(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFKC')
    .replaceAll(/[(（[【].*?[)）\]】]/g, '')
    .toLowerCase()
    .replace(/^the /, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** `Gyeongbokgung Palace` is `Gyeongbokgung`: the generic word repeats what the native suffix says. */
function keysOf(name: string): readonly string[] {
  const key = bare(name)
  const stem = key.replace(GENERIC, '')
  return stem !== key && NATIVE.test(stem) ? [key, stem] : [key]
}

/** Every form under which a name may be the same as another. */
export function nameKeys(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap(keysOf).filter((key) => key.length >= 2))
}

export function placeKeys(place: Pick<Place, 'names' | 'aliases'>): ReadonlySet<string> {
  return nameKeys([...Object.values(place.names), ...(place.aliases ?? [])])
}
