import type { Place, PlaceAnswer } from '@yeojeong/contracts'
import type { Asked } from './ask.ts'

export function answerOf({ value, asOf, degraded, provider }: Asked<Place[]>): PlaceAnswer {
  return { places: value, asOf, degraded: [...degraded], sources: [provider.id], attribution: [provider.attribution] }
}
