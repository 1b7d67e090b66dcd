import type { Names, Params } from './catalogue.ts'
import type { Translate } from './translate.ts'

/** The planner's grounds as it hands them over: a code of its closed list and that code's parameters. */
export type ReasonLike = { readonly code: string; readonly params: Params }

/** One sentence for any reason, warning, refusal or relaxation; a code newer than the catalogue is named, never hidden. */
export function reasonSentence(t: Translate, reason: ReasonLike, names: Names = {}): string {
  const key = `reason.${reason.code}`
  if (t.has(key)) return t(key, reason.params, names)
  return t('reason.unknown-code', { code: reason.code })
}

/** A problem's code in words; codes without a sentence fall back to the general one. */
export function errorSentence(t: Translate, code: string): string {
  const key = `error.${code}`
  return t.has(key) ? t(key) : t('error.internal')
}
