import { romanize } from 'es-hangul'

/**
 * A rough sound of a word in Latin letters, the same for the ways Korean and Japanese names are romanised: Revised
 * (Gyeongbokgung), McCune–Reischauer (Kyŏngbokkung), passports' (Kyungbokgoong); Tōkyō, Toukyou, Tokyo.
 */
export function sound(word: string): string {
  return word
    .replaceAll(/tch|ch|ts|j|t|d/g, 'd')
    .replaceAll(/sh|s|z/g, 's')
    .replaceAll(/ph|p|b|f|v/g, 'b')
    .replaceAll(/ck|kh|k|c|q|g/g, 'g')
    .replaceAll(/l|r/g, 'l')
    .replaceAll(/yeo|you|yu|yo/g, 'yo')
    .replaceAll(/eo|eu|oo|ou|oh|wo|u|o/g, 'o')
    .replaceAll(/ae|ai|ay|ey|e/g, 'e')
    .replaceAll(/ee|ie|ui|wi|i/g, 'i')
    .replaceAll(/(.)\1+/g, '$1')
    .replaceAll(/m(?=b)/g, 'n')
}

/** A Korean name as it sounds in Latin letters. */
export function romanised(name: string): string {
  return romanize(name)
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
}
