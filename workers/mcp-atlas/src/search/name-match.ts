import type { Place } from '@yeojeong/domain'
import { editsWithin, tolerance } from './distance.ts'
import { foldWords } from './fold.ts'
import { initialsAsked, spelled, typedInLatin } from './hangul.ts'
import { namesOf, type Name } from './name-index.ts'
import { sound } from './sound.ts'

/** A question for a name, in the forms it is compared by. `none`: nothing was asked, so every place fits; `unreadable`: no letter in it. */
export type NameQuestion =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'initials'; readonly initials: string }
  | { readonly kind: 'words'; readonly whole: Word; readonly words: readonly Word[]; readonly meant: Word | null }
type Word = { readonly folded: string; readonly spelled: string; readonly sound: string }

export function nameQuestion(text: string): NameQuestion {
  const initials = initialsAsked(text)
  if (initials !== null) return { kind: 'initials', initials }
  const words = foldWords(text)
  if (words.length === 0) return { kind: text.trim() === '' ? 'none' : 'unreadable' }
  const whole = words.join('')
  const meant = typedInLatin(whole)
  return {
    kind: 'words',
    whole: wordOf(whole),
    words: words.length > 1 ? words.map(wordOf) : [],
    meant: meant === null ? null : wordOf(meant),
  }
}

function wordOf(folded: string): Word {
  return { folded, spelled: spelled(folded), sound: /^[a-z0-9]+$/.test(folded) ? sound(folded) : '' }
}

/** How well a question names the place as it is written or sounds: 1 exactly, down to 0 not at all. */
export function nameMatch(place: Place, question: NameQuestion): number {
  if (question.kind === 'none') return 1
  if (question.kind === 'unreadable') return 0
  const names = namesOf(place)
  return best(names, (name) => (question.kind === 'initials' ? byInitials(name, question.initials) : byName(name, question.whole)))
}

/**
 * The same where no place is written or sounds like the question: with a few wrong letters, in several words, typed on
 * the wrong keyboard. `around`: names of the place's region, which may be said along.
 */
export function guessMatch(place: Place, question: NameQuestion, around: readonly Name[]): number {
  if (question.kind !== 'words') return 0
  const names = namesOf(place)
  const { whole, words, meant } = question
  const guess = Math.max(
    best(names, (name) => byTypos(name, whole)),
    byParts(names, words, around),
  )
  return guess > 0 || meant === null ? guess : 0.9 * best(names, (name) => (name.initials === '' ? 0 : byName(name, meant)))
}

function best(names: readonly Name[], match: (name: Name) => number): number {
  let most = 0
  for (const name of names) most = Math.max(most, match(name))
  return most
}

function byInitials({ initials }: Name, asked: string): number {
  if (initials === '') return 0
  if (initials === asked) return 0.9
  if (initials.startsWith(asked)) return 0.75
  return asked.length >= 3 && initials.includes(asked) ? 0.55 : 0
}

function byName(name: Name, asked: Word): number {
  if (name.folded === asked.folded) return 1
  return Math.max(byBeginning(name, asked), bySound(name, asked))
}

/** Written as asked, in whole or in part. The more of the name was said, the better. */
function byBeginning(name: Name, { folded, spelled: letters }: Word): number {
  const share = Math.min(1, folded.length / name.folded.length)
  if (name.folded.startsWith(folded) || name.spelled.startsWith(letters)) return 0.75 + 0.1 * share
  if (name.tails.some((tail) => tail.startsWith(folded))) return 0.65 + 0.1 * share
  // A syllable or a letter somewhere inside says nothing.
  if (folded.length >= 2 && (folded.length >= 4 || !/^[a-z0-9]+$/.test(folded)) && name.folded.includes(folded)) return 0.5 + 0.1 * share
  return name.folded.length >= 3 && folded.includes(name.folded) ? 0.35 : 0
}

/** Romanised in another way. */
function bySound(name: Name, asked: Word): number {
  if (asked.sound.length < 4 || name.sound === '') return 0
  if (name.sound === asked.sound) return 0.7
  if (name.sound.startsWith(asked.sound)) return 0.55
  return asked.sound.length >= 5 && name.soundWords.includes(asked.sound) ? 0.5 : 0
}

/** With a few wrong letters, in the whole name or one of its words. */
function byTypos(name: Name, { spelled: asked }: Word): number {
  const most = tolerance(asked.length)
  if (most === 0) return 0
  let edits = Math.min(editsWithin(asked, name.spelled, most), soundEdits(name, asked))
  for (const word of name.words) if (word.length >= 5) edits = Math.min(edits, editsWithin(asked, word, most))
  return edits > most ? 0 : 0.45 - 0.08 * edits
}

/** A wrong letter on top of another romanisation. */
function soundEdits(name: Name, asked: string): number {
  if (name.sound.length < 7 || !/^[a-z]+$/.test(asked)) return Number.POSITIVE_INFINITY
  const heard = sound(asked)
  return heard.length < 7 ? Number.POSITIVE_INFINITY : 1 + editsWithin(heard, name.sound, 1)
}

/** Several words, each naming the place or where it is; at least one the place itself. */
function byParts(names: readonly Name[], words: readonly Word[], around: readonly Name[]): number {
  let most = 0
  for (const word of words) {
    const own = word.folded.length < 2 ? 0 : best(names, (name) => byName(name, word) || byTypos(name, word))
    if (own === 0 && best(around, (name) => (byName(name, word) >= 0.75 ? 1 : 0)) === 0) return 0
    most = Math.max(most, own)
  }
  return most * 0.6
}
