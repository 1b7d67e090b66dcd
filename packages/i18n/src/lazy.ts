import type { Catalogue } from './catalogue.ts'
import type { Language } from './language.ts'
import { translator, type Translate } from './translate.ts'

const LOADERS: { readonly [L in Language]: () => Promise<{ default: unknown }> } = {
  ko: () => import('./ko.json', { with: { type: 'json' } }),
  en: () => import('./en.json', { with: { type: 'json' } }),
  ja: () => import('./ja.json', { with: { type: 'json' } }),
  zh: () => import('./zh.json', { with: { type: 'json' } }),
}

/** For a page that should not carry four languages: fetches one. Same keys in each; a test says so. */
export async function loadTranslator(language: Language): Promise<Translate> {
  const module = await LOADERS[language]()
  return translator(language, module.default as Catalogue)
}

export type { Catalogue, Message, MessageKey, Names, Params } from './catalogue.ts'
export { hoursLines, type HoursLike } from './hours-lines.ts'
export { chooseLanguage, LANGUAGES, type Language } from './language.ts'
export { errorSentence, reasonSentence, type ReasonLike } from './reason.ts'
export { clock, duration, money, type Translate } from './translate.ts'
export { clockOf, formatDate, formatDateRange, formatDistance, formatList, formatNumber, weekdayNames, type DateStyle } from './units.ts'
