/** A Korean particle by its form after a consonant; the form after a vowel is looked up. */
export type Particle = '은' | '이' | '을' | '과' | '으로' | '이에요'

const AFTER_VOWEL: { readonly [P in Particle]: string } = { 은: '는', 이: '가', 을: '를', 과: '와', 으로: '로', 이에요: '예요' }
const RIEUL = 8
/** Final consonants of the Sino-Korean digit names 영 일 이 삼 사 오 육 칠 팔 구, as Hangul jongseong indices. */
const DIGIT_FINALS = [21, 8, 0, 16, 0, 0, 1, 8, 8, 0]
/** Latin letters whose Korean names or usual endings close with a consonant: l, m, n, r. */
const LATIN_FINALS: { readonly [letter: string]: number } = { l: RIEUL, m: 16, n: 4, r: RIEUL }

/** Index of the final consonant of the last letter read aloud (0 = none); quotes, brackets and spaces are not read. */
function finalConsonant(text: string): number {
  // Units are read out: 900m = 미터, 2.5km = 킬로미터.
  if (/\d\s?k?m$/.test(text)) return 0
  const letter = /([\p{L}\p{N}])[^\p{L}\p{N}]*$/u.exec(text)?.[1]
  if (letter === undefined) return 0
  const code = letter.codePointAt(0) ?? 0
  if (code >= 0xac00 && code <= 0xd7a3) return (code - 0xac00) % 28
  if (letter >= '0' && letter <= '9') return DIGIT_FINALS[Number(letter)] ?? 0
  return LATIN_FINALS[letter.toLowerCase()] ?? 0
}

/** The particle as it follows `text`: 경복궁 + 을 → 을, 창덕궁과 … , 서울 + 으로 → 로. */
export function particleAfter(text: string, particle: Particle): string {
  const final = finalConsonant(text)
  const asVowel = final === 0 || (particle === '으로' && final === RIEUL)
  return asVowel ? AFTER_VOWEL[particle] : particle
}

export function isParticle(text: string): text is Particle {
  return Object.hasOwn(AFTER_VOWEL, text)
}
