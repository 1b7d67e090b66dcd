import type { CallContext, Recommendation, Recommendations, RecommendQuery, ServiceError } from '@yeojeong/contracts'
import { isFood, meets, ok, type Category, type Interest, type Place, type Result } from '@yeojeong/domain'
import type { Deps } from '../deps.ts'
import { climateOf, type Climate } from './climate.ts'
import { region } from './regions.ts'
import { candidates } from './candidates.ts'

type Reason = Recommendation['reasons'][number]
type Judged = { readonly place: Place; readonly score: number; readonly reasons: Reason[] }

/** Points, in steps of prominence (1 … 5). */
const WORTH = { season: 1, seasonBeach: 2, shelter: 0.75, knownFor: 0.4, interest: 1.2, need: 0.3, outOfSeason: -1.5 } as const
/** Of one category, and of places to eat, this share of the list at most. */
const PER_CATEGORY = 0.25
const FOOD_SHARE = 0.3
/** Categories a region is known for: this many. */
const KNOWN_FOR = 3

/** What a category is good for where a place does not say itself. */
const USUAL: { readonly [C in Category]?: readonly Interest[] } = {
  palace: ['history', 'culture', 'architecture'],
  historic: ['history'],
  temple: ['history', 'culture'],
  museum: ['culture', 'history'],
  gallery: ['art'],
  market: ['food', 'local-life', 'shopping'],
  shopping: ['shopping'],
  neighbourhood: ['local-life'],
  park: ['nature', 'relaxation'],
  garden: ['nature', 'relaxation'],
  nature: ['nature', 'views', 'activity'],
  beach: ['nature', 'relaxation'],
  viewpoint: ['views'],
  landmark: ['views', 'architecture'],
  'theme-park': ['kids', 'activity'],
  'zoo-aquarium': ['kids', 'nature'],
  children: ['kids'],
  performance: ['culture', 'art'],
  spa: ['relaxation'],
  restaurant: ['food'],
  'food-hall': ['food'],
  cafe: ['food', 'relaxation'],
  teahouse: ['culture', 'relaxation'],
  bakery: ['food'],
}

/** The places of a region worth telling a traveller of, best first, each with its reasons. */
export async function recommend(deps: Deps, ctx: CallContext, query: RecommendQuery): Promise<Result<Recommendations, ServiceError>> {
  const about = await region(deps, ctx, query.regionId)
  if (!about.ok) return about
  const found = await candidates(deps, ctx, query.regionId)
  if (!found.ok) return found
  const { places, ...provenance } = found.value
  const knownFor = characterOf(places)
  const climate = climateOf(about.value, query.month ?? null)
  const judged = places.filter((place) => suits(place, query)).map((place) => judge(place, query, climate, knownFor))
  return ok({
    ...provenance,
    regionId: query.regionId,
    season: climate.season,
    knownFor,
    items: varied(judged, query.limit).map(({ place, reasons }) => ({ place, reasons })),
  })
}

/** Needs are conditions, not wishes. What children need concerns sights here, diets where one eats. */
function suits(place: Place, { stepFree, childFriendly, diet }: RecommendQuery): boolean {
  if (place.businessStatus !== undefined && place.businessStatus !== 'operational') return false
  return meets(place, isFood(place.category) ? { stepFree, diet } : { stepFree, childFriendly })
}

function judge(place: Place, query: RecommendQuery, climate: Climate, knownFor: readonly Category[]): Judged {
  const reasons: Reason[] = []
  let score: number = place.prominence
  const add = (points: number, code: Reason['code'], params: Reason['params'] = {}): void => {
    score += points
    reasons.push({ code, params })
  }
  if (place.prominence === 5) add(0, 'icon')
  if (knownFor.includes(place.category)) add(WORTH.knownFor, 'known-for', { category: place.category })
  const outOfSeason = bySeason(place, climate, add)
  score += outOfSeason
  for (const interest of query.interests) {
    const share = place.traits?.[interest] ?? (USUAL[place.category]?.includes(interest) === true ? 0.6 : 0)
    if (share >= 0.5) add(WORTH.interest * share, 'interest', { interest })
  }
  if (query.stepFree === true) add(0, 'step-free')
  if (query.childFriendly === true && place.childFriendly === true) add(WORTH.need, 'for-children')
  if (query.diet !== undefined && isFood(place.category)) add(WORTH.need, 'diet', { diet: query.diet })
  return { place, score, reasons }
}

type Add = (points: number, code: Reason['code'], params?: Reason['params']) => void

/** Adds what the season gives a place, and answers what it takes from it. */
function bySeason({ category, indoor }: Place, { season, month, rainy, hot, cold }: Climate, add: Add): number {
  if (month === null) return 0
  const outside = indoor === 'outdoor'
  if (category === 'beach') {
    if (hot || season === 'tropical') add(WORTH.seasonBeach, 'season-beach', { month })
    return cold ? WORTH.outOfSeason : 0
  }
  if (season === 'spring' && ['garden', 'park', 'palace'].includes(category) && outside) add(WORTH.season, 'season-blossom', { month })
  if (season === 'autumn' && ['nature', 'temple', 'palace', 'garden', 'park'].includes(category) && indoor !== 'indoor')
    add(WORTH.season, 'season-foliage', { month })
  if (cold && ['spa', 'teahouse'].includes(category)) add(WORTH.season, 'season-warmth', { month })
  if (indoor === 'indoor' && !isFood(category)) {
    if (rainy) add(WORTH.shelter, 'rain-proof', { month })
    else if (hot) add(WORTH.shelter, 'heat-proof', { month })
    else if (cold) add(WORTH.shelter, 'cold-proof', { month })
  }
  return outside && (rainy || cold) ? WORTH.outOfSeason / 2 : 0
}

/** The categories a region has most to show of. */
function characterOf(places: readonly Place[]): Category[] {
  const weight = new Map<Category, number>()
  for (const { category, prominence } of places)
    if (!isFood(category) && prominence >= 3) weight.set(category, (weight.get(category) ?? 0) + (prominence - 2) ** 2)
  return [...weight]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, KNOWN_FOR)
    .map(([category]) => category)
}

/** The best of them, without ten of a kind. */
function varied(judged: readonly Judged[], limit: number): readonly Judged[] {
  const most = Math.max(1, Math.ceil(limit * PER_CATEGORY))
  const mostFood = Math.max(1, Math.ceil(limit * FOOD_SHARE))
  const counts = new Map<string, number>()
  const take = (name: string, atMost: number): boolean => (counts.get(name) ?? 0) < atMost
  const count = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1)
  const chosen: Judged[] = []
  for (const one of judged.toSorted((a, b) => b.score - a.score || (a.place.id < b.place.id ? -1 : 1))) {
    if (chosen.length === limit) break
    const { category } = one.place
    const kind = isFood(category) ? 'food' : category
    if (!take(kind, isFood(category) ? mostFood : most)) continue
    count(kind)
    chosen.push(one)
  }
  return chosen
}
