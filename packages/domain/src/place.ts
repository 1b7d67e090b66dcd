import type { LatLng } from './geo.ts'
import type { HoursSpec } from './hours/spec.ts'
import type { LocalizedText } from './language.ts'
import type { Diet, Interest } from './trip/member.ts'

/** What a place is for a traveller. Sights first, then where one eats, then where one sits down. */
export const SIGHT_CATEGORIES = [
  'palace',
  'historic',
  'temple',
  'museum',
  'gallery',
  'market',
  'shopping',
  'neighbourhood',
  'park',
  'garden',
  'nature',
  'beach',
  'viewpoint',
  'landmark',
  'theme-park',
  'zoo-aquarium',
  'children',
  'performance',
  'spa',
] as const
export const FOOD_CATEGORIES = ['restaurant', 'food-hall', 'cafe', 'teahouse', 'bakery'] as const
export const CATEGORIES = [...SIGHT_CATEGORIES, ...FOOD_CATEGORIES] as const
export type SightCategory = (typeof SIGHT_CATEGORIES)[number]
export type FoodCategory = (typeof FOOD_CATEGORIES)[number]
export type Category = (typeof CATEGORIES)[number]

/** Nobody told us: shown as unknown, and never good enough for somebody who needs it to be yes. */
export type Known<T> = T | 'unknown'

/** Where a fact is from and the day it was true. */
export type Sourced = { readonly source: string; readonly asOf: string }

/** How hard the place is on the body: 1 = flat and short, 2 = a fair walk or some slopes, 3 = a climb. */
export type Effort = 1 | 2 | 3

export type Meal = 'breakfast' | 'lunch' | 'dinner'

export const BUSINESS_STATUSES = ['operational', 'closed-temporarily', 'closed-permanently'] as const
export type BusinessStatus = (typeof BUSINESS_STATUSES)[number]

/** One price per person in the place's currency; `free` is a fact, `unknown` is the absence of one. */
export type Price = {
  readonly currency: string
  readonly adult: number
  /** From `childMinAge` to `childMaxAge`; below the minimum free. Absent: children pay as adults. */
  readonly child?: number
  readonly childMinAge?: number
  readonly childMaxAge?: number
  /** From `seniorAge` on. */
  readonly senior?: number
  readonly seniorAge?: number
}

/** Everything the product may know of a place. One shape for every provider; what a provider does not say is unknown. */
export type Place = {
  /** `plc_…`, stable over time. */
  readonly id: string
  readonly regionId: string
  readonly names: LocalizedText
  /** Other spellings people search by. */
  readonly aliases?: readonly string[]
  readonly position: LatLng
  /** `area`: the coordinate stands for something larger than a building; checked to 1,000 m instead of 300 m. */
  readonly extent: 'point' | 'area'
  readonly category: Category
  /** 0 … 1 by interest, where it differs from the category's usual traits. */
  readonly traits?: { readonly [I in Interest]?: number }
  /** 1 … 5: how much a visitor who has one day would regret missing it. Our editors' judgement, not a rating. */
  readonly prominence: 1 | 2 | 3 | 4 | 5
  readonly hours: HoursSpec
  /** Minutes people stay: the shortest that makes sense, the usual, the longest. */
  readonly stay: { readonly min: number; readonly ideal: number; readonly max: number }
  readonly price: Known<Price | 'free'>
  /** Can a wheelchair get in and see the main thing without a step? `partly` is not yes. */
  readonly stepFree: Known<'yes' | 'partly' | 'no'>
  readonly stroller: Known<'yes' | 'partly' | 'no'>
  readonly indoor: 'indoor' | 'outdoor' | 'mixed'
  readonly effort: Effort
  /** Metres walked inside on an ideal stay. */
  readonly insideWalkM: number
  /** Youngest age admitted or sensible; absent = any. */
  readonly minAge?: number
  /** Made for children up to about this age. */
  readonly childFriendly?: boolean
  /** Where one eats: what it serves and for which diets there is a real choice. Diets not listed are unknown. */
  readonly food?: {
    readonly cuisine: string
    readonly serves: LocalizedText
    readonly diets: readonly Diet[]
    readonly meals: readonly Meal[]
  }
  /** Somewhere to sit down for half an hour with something to drink, or a bench in the shade. */
  readonly restSpot?: boolean
  readonly address?: LocalizedText
  readonly url?: string
  /** What visitors gave it, as its source says: 1 … 5, and by how many. Never ours, never averaged over sources. */
  readonly rating?: { readonly value: number; readonly count?: number } & Sourced
  /** Absent: nobody told us. */
  readonly businessStatus?: BusinessStatus
  /** Ids of the same place at other providers. */
  readonly sameAs?: readonly string[]
  /** Facts the sources disagree about (names as in `sources`); what is shown is the newer word. */
  readonly conflicts?: readonly string[]
  /** By fact: `position`, `hours`, `price`, `access`, `food`; `*` stands for all others. */
  readonly sources: { readonly [fact: string]: Sourced }
}

export function isFood(category: Category): category is FoodCategory {
  return (FOOD_CATEGORIES as readonly string[]).includes(category)
}
