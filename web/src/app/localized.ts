import type { Language } from '@yeojeong/i18n/lazy'

type Names = { readonly [language in Language]?: string | undefined } | { readonly [language: string]: string }

/** A name in the reader's language, else English, else Korean, else whatever there is. */
export function nameIn(names: Names, language: Language): string {
  const all: { readonly [language: string]: string | undefined } = names
  return all[language] ?? all['en'] ?? all['ko'] ?? Object.values(all)[0] ?? ''
}
