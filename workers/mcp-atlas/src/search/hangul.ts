import { convertQwertyToHangul, disassemble, getChoseong } from 'es-hangul'
import { INITIALS } from './fold.ts'

const ONLY_INITIALS = /^[ㄱ-ㅎ]+$/
const LETTERS = /^[a-z]+$/
const SYLLABLES = /[가-힣]/

/** A question of initial consonants only (ㄱㅂㄱ), spaces taken out; null for any other. */
export function initialsAsked(text: string): string | null {
  // Half-width and conjoining letters too: what a keyboard sends differs.
  const letters = [...text.normalize('NFKC').replaceAll(/\s+/g, '')].map(asCompatible).join('')
  return letters.length >= 2 && ONLY_INITIALS.test(letters) ? letters : null
}

function asCompatible(letter: string): string {
  return INITIALS[letter.charCodeAt(0) - 0x1100] ?? letter
}

/** The initial consonants of a Korean name, everything else left out; '' where there are none. */
export function initialsOf(name: string): string {
  return SYLLABLES.test(name) ? getChoseong(name).replaceAll(/[^ㄱ-ㅎ]/g, '') : ''
}

/** Letters one by one, so that a syllable half typed (경보) begins the whole one (경복) and a wrong letter is one wrong letter. */
export function spelled(name: string): string {
  return SYLLABLES.test(name) || /[ㄱ-ㅣ]/.test(name) ? disassemble(name) : name
}

/** What was meant when Korean was typed with the keyboard on English (rudqhrrnd); null where that gives no Korean word. */
export function typedInLatin(word: string): string | null {
  if (word.length < 4 || !LETTERS.test(word)) return null
  const hangul = asHangul(word)
  return hangul !== null && /^[가-힣]+$/.test(hangul) ? hangul : null
}

/** es-hangul throws at some vowels in a row that make no syllable (`quittenhof`), where it should leave them as they are. */
function asHangul(word: string): string | null {
  try {
    return convertQwertyToHangul(word)
  } catch {
    return null
  }
}
