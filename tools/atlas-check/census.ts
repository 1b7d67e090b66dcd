import type { City } from '@yeojeong/atlas'
import { CATEGORIES, DIETS, isFood } from '@yeojeong/domain'

function counted(keys: readonly string[], of: (key: string) => number): string {
  return keys.flatMap((key) => (of(key) === 0 ? [`no ${key}`] : [`${key} ${of(key)}`])).join(', ')
}

/** How many of what a city has, and how much of it is honestly unknown. */
export function census({ region, places }: City): string {
  const food = places.filter(({ category }) => isFood(category))
  const unknown = (['price', 'stepFree', 'stroller'] as const).map(
    (fact) => `${fact} ${places.filter((place) => place[fact] === 'unknown').length}`,
  )
  return [
    `${region.id}: ${places.length} places, ${places.length - food.length} sights, ${food.length} to eat or rest, ${places.filter(({ restSpot }) => restSpot === true).length} rest spots`,
    `  by category: ${counted(CATEGORIES, (key) => places.filter(({ category }) => category === key).length)}`,
    `  by diet: ${counted(DIETS, (key) => food.filter((place) => (place.food?.diets as readonly string[] | undefined)?.includes(key)).length)}`,
    `  unknown: hours ${places.filter(({ hours }) => hours.kind === 'unknown').length}, ${unknown.join(', ')}`,
  ].join('\n')
}
