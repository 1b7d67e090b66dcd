/** Disagreements somebody has looked at and settled against the reference: place → file of the row → why. */
export const SETTLED: { readonly [placeId: string]: { readonly [file: string]: string } } = {}
