import { isFood, type Place, type TripBrief } from '@yeojeong/domain'

/** Places looked at more closely, by kind and day of the trip: several times what fits, so that the planner keeps a choice. */
const SIGHTS = { base: 24, perDay: 10, most: 140 } as const
const FOOD = { base: 12, perDay: 6, most: 80 } as const

type Choice = { readonly base: number; readonly perDay: number; readonly most: number }

/**
 * The ids worth verifying, the wished-for first: must-sees (known here or not), then sights and places to eat each by
 * prominence and by how much the party likes their kind. What is to be avoided is left out unless it is a must-see.
 */
export function shortlist(
  places: readonly Place[],
  brief: TripBrief,
  wished: { mustSee: readonly string[]; avoid: readonly string[] },
  days: number,
): string[] {
  const mustSee = [...brief.wishes.mustSee, ...wished.mustSee]
  const avoid = new Set([...brief.wishes.avoid, ...wished.avoid])
  const open = places.filter((place) => !avoid.has(place.id))
  const best = (food: boolean, choice: Choice): string[] =>
    open
      .filter((place) => isFood(place.category) === food)
      .map((place) => ({ id: place.id, appeal: appeal(place, brief) }))
      .sort((a, b) => b.appeal - a.appeal || (a.id < b.id ? -1 : 1))
      .slice(0, Math.min(choice.most, choice.base + choice.perDay * days))
      .map(({ id }) => id)
  return [...new Set([...mustSee, ...best(false, SIGHTS), ...best(true, FOOD)])]
}

/** Prominence 1 … 5, and up to 3 more for what the party says it likes of this place's traits. */
function appeal(place: Place, brief: TripBrief): number {
  const liked = brief.travellers.map(({ tastes }) =>
    Object.entries(place.traits ?? {}).reduce(
      (most, [interest, share]) => Math.max(most, (tastes[interest as keyof typeof tastes] ?? 1) * share),
      0,
    ),
  )
  return place.prominence + liked.reduce((sum, taste) => sum + taste, 0) / Math.max(1, liked.length)
}
