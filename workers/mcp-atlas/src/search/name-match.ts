import { LANGUAGES, type Place } from '@yeojeong/domain'

/** Letters and digits only, one case, one width, no diacritics: what stays when spelling habits are taken away. */
export function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** How well a normalised question names the place: 1 exactly, down to 0 not at all. */
export function nameMatch(place: Place, question: string): number {
  if (question === '') return 1
  let best = 0
  for (const name of namesOf(place)) {
    if (name === question) return 1
    if (name.startsWith(question)) best = Math.max(best, 0.8)
    else if (name.includes(question)) best = Math.max(best, 0.6)
    else if (question.includes(name) && name.length > 1) best = Math.max(best, 0.4)
  }
  return best
}

const normalised = new WeakMap<Place, readonly string[]>()

function namesOf(place: Place): readonly string[] {
  let names = normalised.get(place)
  if (names === undefined) {
    names = [...LANGUAGES.map((language) => place.names[language] ?? ''), ...(place.aliases ?? [])].map(normalise).filter((name) => name !== '')
    normalised.set(place, names)
  }
  return names
}
