import type { Place } from '@yeojeong/domain'

const GENERIC = /(palace|temple|shrine|museum|market|park)$/
const BRACKETS = /[(（[【](.*?)[)）\]】]/g
const NATIVE = /(gung|sa|ji|jinja|jingu)$/

/** Letters and digits only, without accents, case and spaces. */
function bare(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^the /, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** `Gyeongbokgung Palace` is `Gyeongbokgung`: the generic word repeats what the native suffix says. What stands in brackets may be part of the name, another name, or neither. */
function keysOf(name: string): readonly string[] {
  const inside = [...name.matchAll(BRACKETS)].map((match) => bare(match[1]!)).filter((key) => key.length >= 4)
  const keys = [bare(name), bare(name.replaceAll(BRACKETS, '')), ...inside]
  const stems = keys.map((key) => key.replace(GENERIC, '')).filter((stem) => NATIVE.test(stem))
  return [...keys, ...stems]
}

/** Every form under which a name may be the same as another. */
export function nameKeys(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap(keysOf).filter((key) => key.length >= 2))
}

export function placeKeys(place: Pick<Place, 'names' | 'aliases'>): ReadonlySet<string> {
  return nameKeys([...Object.values(place.names), ...(place.aliases ?? [])])
}
