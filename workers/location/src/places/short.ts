import type { Place, PlaceQuery } from '@yeojeong/contracts'
import { isCalled } from '../merge/names.ts'

/** Places to choose from: with as many as this nobody needs to be paid for more. */
const ENOUGH = 10

/** Is this less than was asked for? With words: nobody's name answers to them. Without: fewer than a page of places. */
export function isShort(places: readonly Place[], { query, limit }: Pick<PlaceQuery, 'query' | 'limit'>): boolean {
  if (query === undefined || query.trim() === '') return places.length < Math.min(limit, ENOUGH)
  return !places.some((place) => isCalled(place, query))
}
