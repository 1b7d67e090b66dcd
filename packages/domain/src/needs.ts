import type { Place } from './place.ts'
import type { Diet } from './trip/member.ts'

/** What a place has to be for somebody; what is not named is not needed. */
export type Needs = {
  readonly stepFree?: boolean | undefined
  readonly childFriendly?: boolean | undefined
  readonly diet?: Diet | undefined
}

/** Is the place known to be all that is needed? Unknown is not yes, and neither is partly. */
export function meets(place: Pick<Place, 'stepFree' | 'childFriendly' | 'food'>, { stepFree, childFriendly, diet }: Needs): boolean {
  if (stepFree === true && place.stepFree !== 'yes') return false
  if (childFriendly === true && place.childFriendly !== true) return false
  return diet === undefined || place.food?.diets.includes(diet) === true
}
