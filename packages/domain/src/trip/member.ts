/** What somebody may like; a taste is 0 (not at all) … 3 (what I came for), 1 where nothing was said. */
export const INTERESTS = [
  'history',
  'culture',
  'art',
  'nature',
  'views',
  'food',
  'shopping',
  'kids',
  'relaxation',
  'activity',
  'local-life',
  'architecture',
] as const
export type Interest = (typeof INTERESTS)[number]
export type Tastes = { readonly [I in Interest]?: 0 | 1 | 2 | 3 }

export const DIETS = [
  'vegetarian',
  'vegan',
  'pescatarian',
  'halal',
  'kosher',
  'no-pork',
  'no-beef',
  'gluten-free',
  'lactose-free',
  'no-nuts',
  'no-shellfish',
] as const
export type Diet = (typeof DIETS)[number]

/** How somebody gets about on foot. `slow`: walks, but little and with rests. */
export const MOBILITIES = ['full', 'slow', 'stroller', 'wheelchair'] as const
export type Mobility = (typeof MOBILITIES)[number]

/**
 * One traveller as the planner sees them: what follows from health, never the health data itself.
 * `label` is what the family calls them ("Grandma"); plans name people by id only.
 */
export type Traveller = {
  readonly id: string
  readonly age: number
  readonly mobility: Mobility
  readonly diets: readonly Diet[]
  readonly tastes: Tastes
  /** Longest single walk and most walking in a day, metres, where said; else the defaults of age and mobility. */
  readonly maxWalkLegM?: number
  readonly maxWalkDayM?: number
  /** Needs to sit down in the afternoon. */
  readonly needsRest?: boolean
}
