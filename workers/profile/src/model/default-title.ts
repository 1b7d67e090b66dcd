import { textIn, type Language, type LocalizedText } from '@yeojeong/domain'

const TITLE: { readonly [L in Language]: (place: string) => string } = {
  ko: (place) => `${place} 여행`,
  en: (place) => `${place} trip`,
  ja: (place) => `${place}の旅`,
  zh: (place) => `${place}之旅`,
}

/** What a trip is called until somebody names it. */
export function defaultTitle(names: LocalizedText, language: Language): string {
  return TITLE[language](textIn(names, language))
}
