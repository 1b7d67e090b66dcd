import type { Catalogue, MessageKey, Names, Params } from './catalogue.ts'
import en from './en.json' with { type: 'json' }
import ja from './ja.json' with { type: 'json' }
import ko from './ko.json' with { type: 'json' }
import type { Language } from './language.ts'
import { translator, type Translate } from './translate.ts'
import zh from './zh.json' with { type: 'json' }

const TRANSLATORS: { readonly [L in Language]: Translate } = {
  ko: translator('ko', ko as Catalogue),
  en: translator('en', en as Catalogue),
  ja: translator('ja', ja as Catalogue),
  zh: translator('zh', zh as Catalogue),
}

/** All languages at once, for the terminal, exports and Workers; a page loads one with `@yeojeong/i18n/lazy`. */
export function translatorFor(language: Language): Translate {
  return TRANSLATORS[language]
}

export function t(language: Language, key: MessageKey, params: Params = {}, names: Names = {}): string {
  return TRANSLATORS[language](key, params, names)
}

export type { Catalogue, Message, MessageKey, Names, Params } from './catalogue.ts'
export { hoursLines, type HoursLike } from './hours-lines.ts'
export { chooseLanguage, LANGUAGES, type Language } from './language.ts'
export { errorSentence, reasonSentence, type ReasonLike } from './reason.ts'
export { clock, duration, money, type Translate } from './translate.ts'
export { clockOf, formatDate, formatDateRange, formatDistance, formatList, formatNumber, weekdayNames, type DateStyle } from './units.ts'
