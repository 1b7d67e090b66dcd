import { isFood, type Category, type Diet, type Meal, type Place, type TripBrief } from '@yeojeong/domain'
import { reason } from '../explain/codes.ts'
import type { Reason } from '@yeojeong/domain'
import type { Party } from './party.ts'

/** Why the party can never go to a place, whatever the day: a `DroppedReasons` code, or null. */
export function exclusion(place: Place, brief: TripBrief, party: Party): Reason | null {
  if (brief.wishes.avoid.includes(place.id)) return reason('avoided', { category: place.category })
  const wished = brief.wishes.mustSee.includes(place.id)
  if (!wished && brief.wishes.avoidCategories.includes(place.category)) return reason('avoided', { category: place.category })
  if (place.regionId !== brief.destination.regionId) return reason('too-far', { wayMin: 0 })
  return accessExclusion(place, party) ?? bodyExclusion(place, party) ?? (wished ? null : strenuous(place, party))
}

/** Unknown is not yes for a wheelchair; a stroller can be lifted over what nobody warned of. */
export function accessExclusion(place: Place, party: Party): Reason | null {
  if (party.wheelchairIds.length > 0 && place.stepFree !== 'yes') {
    const travellerIds = party.wheelchairIds
    return place.stepFree === 'unknown' ? reason('step-free-unknown', { travellerIds }) : reason('not-step-free', { travellerIds })
  }
  if (party.strollerIds.length > 0 && place.stroller === 'no') return reason('not-step-free', { travellerIds: party.strollerIds })
  return null
}

function bodyExclusion(place: Place, party: Party): Reason | null {
  const minAge = place.minAge
  if (minAge !== undefined && party.youngest < minAge) {
    return reason('too-young', { travellerIds: party.travellers.filter((t) => t.age < minAge).map((t) => t.id), minAge })
  }
  if (place.insideWalkM > party.walkDayM) return reason('too-much-walking', { insideM: place.insideWalkM, limitM: party.walkDayM })
  return null
}

/** A climb is not proposed to who cannot be expected to climb; asked for by name, it is their own choice. */
function strenuous(place: Place, party: Party): Reason | null {
  if (place.effort < 3) return null
  const travellerIds = party.travellers.filter((t) => t.mobility !== 'full' || t.age >= 75 || t.age <= 4).map((t) => t.id)
  return travellerIds.length > 0 ? reason('too-strenuous', { travellerIds }) : null
}

/** Made for children and little else: nothing to propose where there are none and nobody asked for it. */
export function isForOthers(place: Place, party: Party): boolean {
  const playful = party.childIds.length > 0 || party.travellers.some((t) => (t.tastes.kids ?? 0) >= 2)
  return place.category === 'children' && !playful
}

/** Seen for its own sake. Where one only eats or sits down is no sight. */
export function isSight(place: Place): boolean {
  return !isFood(place.category)
}

export function servesMeal(place: Place, meal: Meal): boolean {
  return place.food !== undefined && place.food.meals.includes(meal)
}

/** Whoever cooks for the first can feed the others: a vegan dish has no meat, fish, milk or shellfish in it. */
const DIET_IMPLIES: { readonly [D in Diet]?: readonly Diet[] } = {
  vegan: ['vegetarian', 'pescatarian', 'lactose-free', 'no-pork', 'no-beef', 'no-shellfish'],
  vegetarian: ['pescatarian', 'no-pork', 'no-beef', 'no-shellfish'],
  pescatarian: ['no-pork', 'no-beef'],
  halal: ['no-pork'],
  kosher: ['no-pork', 'no-shellfish'],
}

/** Every traveller who has diets finds something: each diet of theirs is served, and said to be. */
export function feedsEverybody(place: Place, party: Party): boolean {
  const served = new Set((place.food?.diets ?? []).flatMap((diet) => [diet, ...(DIET_IMPLIES[diet] ?? [])]))
  return party.diets.every(({ diets }) => diets.every((diet) => served.has(diet)))
}

/** Where one goes to sit down, and nothing else has to be paid for. */
const SITTING: ReadonlySet<Category> = new Set<Category>(['cafe', 'teahouse', 'bakery', 'park', 'garden', 'beach'])

/** Somewhere the party can sit down for half an hour. `needed`: then a food hall or a free bench indoors will do as well. */
export function isRestSpot(place: Place, needed: boolean): boolean {
  if (place.restSpot !== true) return false
  if (SITTING.has(place.category)) return isFood(place.category) || place.price === 'free'
  return needed && (isFood(place.category) || place.price === 'free')
}
