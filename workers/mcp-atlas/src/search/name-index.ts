import { LANGUAGES, type Place } from '@yeojeong/domain'
import { foldWords } from './fold.ts'
import { initialsOf, spelled } from './hangul.ts'
import { romanised, sound } from './sound.ts'

/** One name of a place in the forms it is looked for by. */
export type Name = {
  readonly folded: string
  /** Where its words begin, each with all that follows: what a reader may begin to type. */
  readonly tails: readonly string[]
  readonly words: readonly string[]
  readonly spelled: string
  readonly initials: string
  /** By ear, for Latin names; a Korean one is romanised first. '' for others. */
  readonly sound: string
  readonly soundWords: readonly string[]
}

const known = new WeakMap<Place, readonly Name[]>()

/** Every name and alias of a place, in all languages. */
export function namesOf(place: Place): readonly Name[] {
  let names = known.get(place)
  if (names === undefined) {
    const texts = [...LANGUAGES.map((language) => place.names[language] ?? ''), ...(place.aliases ?? [])]
    names = [...new Set(texts)].map(nameOf).filter(({ folded }) => folded !== '')
    known.set(place, names)
  }
  return names
}

export function nameOf(text: string): Name {
  const words = foldWords(text)
  const folded = words.join('')
  const korean = /[가-힣]/.test(folded)
  let heard: string | undefined
  let heardWords: readonly string[] | undefined
  return {
    folded,
    words,
    tails: words.slice(1).map((_, at) => words.slice(at + 1).join('')),
    spelled: spelled(folded),
    initials: initialsOf(folded),
    // Romanising every name of the atlas takes longer than most questions need it.
    get sound() {
      return (heard ??= sound(korean ? romanised(folded) : /^[a-z0-9]+$/.test(folded) ? folded : ''))
    },
    get soundWords() {
      return (heardWords ??= korean ? [] : words.filter((word) => /^[a-z]{4,}$/.test(word)).map(sound))
    },
  }
}
