/** Languages with a complete catalogue, in the order they are offered; the domain's list (a test compares them). */
export const LANGUAGES = ['ko', 'en', 'ja', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

/** The first wanted language there is a catalogue for, by its primary subtag; Korean where none is. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0]
    const found = LANGUAGES.find((language) => language === primary)
    if (found !== undefined) return found
  }
  return 'ko'
}
