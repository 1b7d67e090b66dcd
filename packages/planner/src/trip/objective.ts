import { INTERESTS, type Interest, type Place, type Traveller, type Wishes } from '@yeojeong/domain'
import { CHILD_UNTIL_AGE, type Party } from './party.ts'
import { traitShares } from './traits.ts'
import type { Visit } from './visit.ts'
import { ADULT_KIDS_TASTE, CHILD_TASTE, WEIGHTS } from './weights.ts'

/** What the objective needs to know of a possible stop. */
export type Worth = {
  /** Null for rests at the lodging and for bookings: nothing to like or dislike. */
  readonly place: Place | null
  readonly role: 'sight' | 'meal' | 'rest' | 'fixed'
  /** 0 … 1 of what a full stay gives. */
  readonly share: number
  readonly hoursKnown: boolean
  /** Points of its own, outside anybody's taste. */
  readonly points: number
}

/** The first half of a stay gives more than the second: a stay's return goes with the square root of its length. */
export function worthOf({ place, role, short, stay, hoursKnown, points }: Visit): Worth {
  return { place, role, share: short ? Math.sqrt(stay.min / Math.max(stay.min, stay.ideal)) : 1, hoursKnown, points }
}

/** How much each interest counts for a traveller, by INTERESTS. */
export function tasteWeights(traveller: Traveller, wishes: Pick<Wishes, 'interests'>, party: Pick<Party, 'childIds'>): Float64Array {
  return Float64Array.from(INTERESTS, (interest) => {
    const said = traveller.tastes[interest]
    const own = said === undefined ? unsaidTaste(traveller, interest, party) : WEIGHTS.taste[said]
    return own + (wishes.interests.includes(interest) && said !== 0 ? WEIGHTS.partyInterest : 0)
  })
}

function unsaidTaste(traveller: Traveller, interest: Interest, party: Pick<Party, 'childIds'>): number {
  if (traveller.age <= CHILD_UNTIL_AGE) return CHILD_TASTE[interest]
  if (interest !== 'kids') return 1
  return party.childIds.length > 0 ? ADULT_KIDS_TASTE.withChild : ADULT_KIDS_TASTE.without
}

/** 0 … 1: what is left of a place's worth for somebody by how hard it is on the body. */
function bodyFactor(place: Place, traveller: Traveller): number {
  if (traveller.age <= 6) return WEIGHTS.effortChild[place.effort - 1]!
  const tired = traveller.mobility === 'slow' || traveller.mobility === 'wheelchair' || traveller.age >= 70
  return (tired ? WEIGHTS.effortTired : WEIGHTS.effortOthers)[place.effort - 1]!
}

/** Units a stop adds to each interest of one traveller before saturation, by INTERESTS. */
export function unitsFor(worth: Worth, traveller: Traveller): Float64Array {
  const units = new Float64Array(INTERESTS.length)
  const { place } = worth
  if (place === null || worth.role === 'rest' || worth.role === 'fixed') return units
  const base = WEIGHTS.prominence[place.prominence - 1]! * worth.share * (worth.hoursKnown ? 1 : WEIGHTS.unknownHours)
  if (worth.role === 'meal') {
    units[INTERESTS.indexOf('food')] = base * WEIGHTS.meal
    return units
  }
  return traitShares(place).map((share) => share * base * bodyFactor(place, traveller))
}

/** A traveller's satisfaction in units, from what they had of each interest: saturating, weighted by taste. */
export function satisfactionUnits(had: Float64Array, weights: Float64Array, saturation: number): number {
  let sum = 0
  for (let i = 0; i < had.length; i++) sum += (weights[i]! * saturation * had[i]!) / (saturation + had[i]!)
  return sum
}

/** Units at which half of an interest's return is had, in a trip of so many days. */
export function saturationFor(days: number): number {
  return WEIGHTS.saturationPerDay * days
}

/** 0 … 1 group welfare from each traveller's share of their own best. 0 = mean only, 1 = worst-off only. */
export function blended(shares: Float64Array, fairness: number): number {
  let sum = 0
  let least = Infinity
  for (let m = 0; m < shares.length; m++) {
    sum += shares[m]!
    if (shares[m]! < least) least = shares[m]!
  }
  return (1 - fairness) * (sum / shares.length) + fairness * least
}

/** Units the best `stops` sights give a traveller, chosen for them alone and without regard to ways: greedy by marginal value. */
export function referenceUnits(
  worths: readonly Worth[],
  traveller: Traveller,
  weights: Float64Array,
  saturation: number,
  stops: number,
): number {
  const sights = worths.filter((w) => w.role === 'sight' && w.share === 1 && w.place !== null).map((w) => unitsFor(w, traveller))
  const had = new Float64Array(INTERESTS.length)
  let value = 0
  const left = new Set(sights)
  for (let k = 0; k < stops && left.size > 0; k++) {
    let best: Float64Array | null = null
    let most = -1
    for (const units of left) {
      const next = satisfactionUnits(
        had.map((h, i) => h + units[i]!),
        weights,
        saturation,
      )
      if (next > most) [best, most] = [units, next]
    }
    left.delete(best!)
    had.forEach((h, i) => (had[i] = h + best![i]!))
    value = most
  }
  return Math.max(value, 1e-6)
}
