import type { FoundPlace } from '@yeojeong/contracts'
import { DIETS, isFood, type Category, type HoursSpec, type LocalizedText } from '@yeojeong/domain'

export type Tags = { readonly [key: string]: string }

/** OpenStreetMap's tags by what they are for a traveller; the more telling first. `*` = any value. */
const RULES: readonly (readonly [Category, string, readonly string[]])[] = [
  ['palace', 'historic', ['palace']],
  ['palace', 'castle_type', ['palace']],
  ['museum', 'tourism', ['museum']],
  ['gallery', 'tourism', ['gallery']],
  ['zoo-aquarium', 'tourism', ['zoo', 'aquarium']],
  ['theme-park', 'tourism', ['theme_park']],
  ['theme-park', 'leisure', ['water_park']],
  ['viewpoint', 'tourism', ['viewpoint']],
  ['temple', 'religion', ['buddhist', 'shinto', 'taoist', 'hindu', 'confucian']],
  ['historic', 'historic', ['*']],
  ['historic', 'amenity', ['place_of_worship']],
  ['restaurant', 'amenity', ['restaurant']],
  ['food-hall', 'amenity', ['food_court']],
  ['teahouse', 'cuisine', ['tea']],
  ['cafe', 'amenity', ['cafe', 'ice_cream']],
  ['bakery', 'shop', ['bakery', 'pastry']],
  ['market', 'amenity', ['marketplace']],
  ['shopping', 'shop', ['mall', 'department_store']],
  ['performance', 'amenity', ['theatre', 'arts_centre', 'concert_hall']],
  ['spa', 'amenity', ['public_bath', 'spa']],
  ['spa', 'leisure', ['spa', 'sauna']],
  ['garden', 'leisure', ['garden']],
  ['park', 'leisure', ['park']],
  ['nature', 'leisure', ['nature_reserve']],
  ['beach', 'natural', ['beach']],
  ['nature', 'natural', ['peak', 'waterfall', 'volcano', 'cave_entrance', 'gorge']],
  ['nature', 'boundary', ['national_park']],
  ['landmark', 'tourism', ['attraction', 'artwork']],
  ['landmark', 'man_made', ['tower', 'lighthouse', 'bridge']],
]

export function categoryOf(tags: Tags): Category | null {
  return RULES.find(([, key, values]) => tags[key] !== undefined && (values[0] === '*' || values.includes(tags[key])))?.[0] ?? null
}

/** Overpass filters for our categories; sights where none are named. */
export function filtersOf(categories: readonly Category[] | undefined): readonly string[] {
  const wanted =
    categories === undefined || categories.length === 0
      ? (['museum', 'gallery', 'palace', 'viewpoint', 'zoo-aquarium', 'theme-park', 'landmark'] as const)
      : categories
  return RULES.filter(([category]) => (wanted as readonly Category[]).includes(category)).map(([, key, values]) =>
    values[0] === '*' ? `[${key}]` : `[${key}~"^(${values.join('|')})$"]`,
  )
}

/** Names in our languages; the local name stands for the language of `script` where it is in that script, for English where it is in Latin letters. */
export function namesOf(tags: Tags): LocalizedText {
  const local = tags['name']
  const zh = tags['name:zh-Hans'] ?? tags['name:zh']
  return {
    ...(local === undefined ? {} : { [languageOf(local)]: local }),
    ...(tags['name:ko'] === undefined ? {} : { ko: tags['name:ko'] }),
    ...(tags['name:en'] === undefined ? {} : { en: tags['name:en'] }),
    ...(tags['name:ja'] === undefined ? {} : { ja: tags['name:ja'] }),
    ...(zh === undefined ? {} : { zh }),
  }
}

function languageOf(name: string): 'ko' | 'en' | 'ja' | 'zh' {
  if (/\p{Script=Hangul}/u.test(name)) return 'ko'
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)) return 'ja'
  return /\p{Script=Han}/u.test(name) ? 'zh' : 'en'
}

const WHEELCHAIR: { readonly [value: string]: 'yes' | 'partly' | 'no' } = { yes: 'yes', designated: 'yes', limited: 'partly', no: 'no' }

/** What the tags say, and no more: no tag, no fact. */
export function factsOf(tags: Tags, category: Category): Partial<FoundPlace> {
  const hours = hoursOf(tags['opening_hours'])
  const stepFree = WHEELCHAIR[tags['wheelchair'] ?? '']
  const url = tags['website'] ?? tags['contact:website']
  const prominence = prominenceOf(tags)
  const diets = DIETS.filter((diet) => ['yes', 'only'].includes(tags[`diet:${diet.replace('-', '_')}`] ?? ''))
  return {
    ...(prominence === 1 ? {} : { prominence }),
    ...(hours === null ? {} : { hours }),
    ...(stepFree === undefined ? {} : { stepFree }),
    ...(tags['fee'] === 'no' ? { free: true } : {}),
    ...(url === undefined || url.length > 2_000 ? {} : { url }),
    ...(isFood(category)
      ? { food: { cuisine: (tags['cuisine'] ?? 'unknown').replaceAll(';', ', ').replaceAll('_', ' ').slice(0, 100), diets } }
      : {}),
    ...(tags['disused'] === 'yes' || tags['abandoned'] === 'yes' ? { businessStatus: 'closed-permanently' as const } : {}),
  }
}

/** Languages that have a name of their own for a place, at least, for each step of prominence above the second. */
const NAMED_IN = [8, 20, 40] as const

/**
 * How far a place is known: 1 = it is mapped, 2 = it has a Wikidata entry, and more by in how many languages it is named.
 * A measure of note, no rating.
 */
function prominenceOf(tags: Tags): 1 | 2 | 3 | 4 | 5 {
  if (tags['wikidata'] === undefined) return 1
  const languages = Object.keys(tags).filter((key) => /^name:[a-z]{2,3}(-|$)/.test(key)).length
  return (2 + NAMED_IN.filter((least) => languages >= least).length) as 2 | 3 | 4 | 5
}

function hoursOf(text: string | undefined): HoursSpec | null {
  if (text === undefined || text.length > 500) return null
  return text.trim() === '24/7' ? { kind: 'always' } : { kind: 'scheduled', osm: text.trim() }
}
