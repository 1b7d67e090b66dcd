import { LANGUAGES, type LocalizedText, type Place } from '@yeojeong/domain'

/** Names that have this much in common may be of one place. */
export const ALIKE = 0.75

/** Letters and digits only, one case, one width, no diacritics. */
function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** Every name a place goes by, in any language, normalised. */
export function namesOf(place: Place): readonly string[] {
  const all = [...LANGUAGES.map((language) => place.names[language] ?? ''), ...(place.aliases ?? [])]
  return [...new Set(all.map(normalise).filter((name) => name.length > 1))]
}

/** How alike two sets of names are, by their best pair: 1 = the same name, 0 = nothing in common. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  let best = 0
  for (const one of a) {
    for (const other of b) {
      if (one === other) return 1
      best = Math.max(best, contained(one, other), dice(one, other))
    }
  }
  return best
}

/** Does one of its names answer to these words? */
export function isCalled(place: Place, words: string): boolean {
  return likeness(namesOf(place), [normalise(words)]) >= ALIKE
}

/** A destination by one of its names, or by how one begins. */
export function isNamed(names: LocalizedText, words: string): boolean {
  const wanted = normalise(words)
  const all = Object.values(names).map(normalise)
  return wanted !== '' && (all.some((name) => name.startsWith(wanted)) || likeness(all, [wanted]) >= ALIKE)
}

/** `경복궁` in `경복궁 (Gyeongbokgung)`: alike where the shorter is at least half of the longer. */
function contained(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.length >= 3 && short.length * 2 >= long.length && long.includes(short) ? 0.8 : 0
}

/** Shared pairs of letters (Dice): Gyeongbokgung and Gyeongbukgung have most in common. */
function dice(a: string, b: string): number {
  if (a.length < 4 || b.length < 4) return 0
  const pairs = new Map<string, number>()
  for (let i = 0; i + 1 < a.length; i++) pairs.set(a.slice(i, i + 2), (pairs.get(a.slice(i, i + 2)) ?? 0) + 1)
  let shared = 0
  for (let i = 0; i + 1 < b.length; i++) {
    const pair = b.slice(i, i + 2)
    const left = pairs.get(pair) ?? 0
    if (left > 0) shared += 1
    pairs.set(pair, left - 1)
  }
  return (2 * shared) / (a.length + b.length - 2)
}
