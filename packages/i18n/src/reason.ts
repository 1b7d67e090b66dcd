import type { Names, Params } from './catalogue.ts'
import type { Translate } from './translate.ts'

/** The planner's grounds as it hands them over: a code of its closed list and that code's parameters. */
export type ReasonLike = { readonly code: string; readonly params: Params }

/** One sentence for any reason, warning, refusal or relaxation; a code newer than the catalogue is named, never hidden. */
export function reasonSentence(t: Translate, reason: ReasonLike, names: Names = {}): string {
  const key = `reason.${reason.code}`
  if (reason.code === 'relax-several') return severalSentence(t, reason.params, names)
  if (t.has(key)) return t(key, reason.params, names)
  return t('reason.unknown-code', { code: reason.code })
}

/** Changes that only work together: what is left out, where something is, then how one would travel. */
function severalSentence(t: Translate, params: Params, names: Names): string {
  const has = (name: string): boolean => (params[name] as readonly string[] | undefined)?.length !== 0
  const parts = [
    ...(has('placeIds') ? [t('reason.relax-drop-must-see', params, names)] : []),
    ...(has('bookingIds') ? [t('reason.relax-drop-booking', params, names)] : []),
  ]
  return t('reason.relax-several', { ...params, parts: parts.join(' ') }, names).replaceAll(/ {2,}/g, ' ')
}

/** A problem's code in words; codes without a sentence fall back to the general one. */
export function errorSentence(t: Translate, code: string): string {
  const key = `error.${code}`
  return t.has(key) ? t(key) : t('error.internal')
}
