/** `error` fails the run, `flag` asks somebody to look, `note` only tells. */
export type Finding = { readonly level: 'error' | 'flag' | 'note'; readonly placeId: string; readonly detail: string }

export const error = (placeId: string, detail: string): Finding => ({ level: 'error', placeId, detail })
export const flag = (placeId: string, detail: string): Finding => ({ level: 'flag', placeId, detail })
export const note = (placeId: string, detail: string): Finding => ({ level: 'note', placeId, detail })
