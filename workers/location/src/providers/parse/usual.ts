import type { Category, Meal, Place } from '@yeojeong/domain'

type Usual = Pick<Place, 'stay' | 'indoor' | 'effort' | 'insideWalkM' | 'extent'>

const of = (
  min: number,
  ideal: number,
  max: number,
  indoor: Place['indoor'],
  effort: Place['effort'],
  insideWalkM: number,
  extent: Place['extent'] = 'point',
): Usual => ({
  stay: { min, ideal, max },
  indoor,
  effort,
  insideWalkM,
  extent,
})

/** What is usual for a category, where a provider says nothing of the place itself. An estimate of ours, and marked as one in `sources`. */
export const USUAL: { readonly [C in Category]: Usual } = {
  palace: of(60, 90, 150, 'outdoor', 2, 1500, 'area'),
  historic: of(30, 60, 120, 'mixed', 2, 800),
  temple: of(30, 50, 90, 'outdoor', 2, 800),
  museum: of(60, 100, 180, 'indoor', 1, 1000),
  gallery: of(40, 75, 150, 'indoor', 1, 600),
  market: of(40, 75, 150, 'mixed', 1, 800, 'area'),
  shopping: of(40, 90, 180, 'indoor', 1, 1000),
  neighbourhood: of(60, 100, 180, 'outdoor', 2, 2000, 'area'),
  park: of(30, 60, 120, 'outdoor', 1, 1200, 'area'),
  garden: of(30, 60, 120, 'outdoor', 1, 1000, 'area'),
  nature: of(60, 120, 240, 'outdoor', 3, 3000, 'area'),
  beach: of(45, 90, 240, 'outdoor', 1, 800, 'area'),
  viewpoint: of(20, 40, 90, 'outdoor', 2, 500),
  landmark: of(20, 40, 90, 'mixed', 1, 400),
  'theme-park': of(180, 300, 540, 'mixed', 2, 6000, 'area'),
  'zoo-aquarium': of(90, 150, 240, 'mixed', 2, 2500),
  children: of(60, 120, 180, 'indoor', 1, 800),
  performance: of(60, 100, 180, 'indoor', 1, 200),
  spa: of(60, 120, 240, 'indoor', 1, 300),
  restaurant: of(45, 60, 120, 'indoor', 1, 50),
  'food-hall': of(40, 60, 100, 'indoor', 1, 200),
  cafe: of(30, 45, 90, 'indoor', 1, 50),
  teahouse: of(30, 50, 90, 'indoor', 1, 50),
  bakery: of(10, 20, 60, 'indoor', 1, 50),
}

/** Meals a kind of eating place is for. */
export function usualMeals(category: Category): readonly Meal[] {
  return category === 'restaurant' || category === 'food-hall'
    ? ['lunch', 'dinner']
    : category === 'bakery' || category === 'cafe'
      ? ['breakfast']
      : []
}
