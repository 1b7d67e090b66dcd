import type { Place, Price, Traveller } from '@yeojeong/domain'

/** What a party pays: a range where the price list leaves a member's class open, null where nobody knows it. */
export type PartyCost = { readonly low: number; readonly high: number; readonly currency: string | null } | null

/** Ages up to which somebody may count as a child where a price list has a child price without saying until when. */
const CHILD_UNTIL_AT_MOST = 18
/** The same for seniors: from this age on some lists may. */
const SENIOR_FROM_AT_LEAST = 60

export function partyCost(place: Place, travellers: readonly Traveller[]): PartyCost {
  const { price } = place
  if (price === 'unknown') return null
  if (price === 'free') return { low: 0, high: 0, currency: null }
  const each = travellers.map((traveller) => possiblePrices(price, traveller.age))
  return {
    low: each.reduce((sum, prices) => sum + Math.min(...prices), 0),
    high: each.reduce((sum, prices) => sum + Math.max(...prices), 0),
    currency: price.currency,
  }
}

/** One price where the list is complete; more where it does not say where a class begins or ends. */
function possiblePrices(price: Price, age: number): readonly number[] {
  if (price.child !== undefined) {
    if (price.childMinAge !== undefined && age < price.childMinAge) return [0]
    if (price.childMaxAge !== undefined && age <= price.childMaxAge) return [price.child]
    if (price.childMaxAge === undefined && age <= CHILD_UNTIL_AT_MOST) return [price.child, price.adult]
  } else if (price.childMinAge !== undefined && age < price.childMinAge) return [0, price.adult]
  if (price.senior !== undefined) {
    if (price.seniorAge !== undefined && age >= price.seniorAge) return [price.senior]
    if (price.seniorAge === undefined && age >= SENIOR_FROM_AT_LEAST) return [price.senior, price.adult]
  }
  return [price.adult]
}
