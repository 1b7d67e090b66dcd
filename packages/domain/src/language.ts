/** Languages the product speaks, in the order they are offered. */
export const LANGUAGES = ['ko', 'en', 'ja', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

/** A name in the languages somebody vouches for; a missing one is unknown, never machine-made. */
export type LocalizedText = { readonly [L in Language]?: string }

/** The text in the wanted language, else English, else Korean, else whatever there is. */
export function textIn(text: LocalizedText, language: Language): string {
  return text[language] ?? text.en ?? text.ko ?? text.ja ?? text.zh ?? ''
}
