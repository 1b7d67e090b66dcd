import type {
  Category,
  ClosedDate,
  Diet,
  Effort,
  HoursSpec,
  Interest,
  Known,
  Language,
  LatLng,
  LocalizedText,
  Meal,
  Place,
  Price,
  Sourced,
  Weekday,
} from '@yeojeong/domain'

/** A city or island the atlas covers: where it is, and what its places have in common. */
export type Region = {
  readonly id: string
  readonly names: LocalizedText
  readonly center: LatLng
  /** Everything the atlas lists lies within this distance of the centre. */
  readonly radiusM: number
  readonly countryCode: string
  readonly timeZone: string
  readonly currency: string
  /** Where most travellers arrive, for a form's first suggestion. */
  readonly gateways: readonly { readonly names: LocalizedText; readonly position: LatLng }[]
  /** How travellers usually get about. */
  readonly usualTransport: 'transit' | 'car'
  /** One sentence on what the place is like, by language. */
  readonly character: LocalizedText
}

/** The short form an editor writes; `city` expands it to a whole `Place`. */
export type Entry = {
  /** Kebab-case, unique in the city. */
  readonly id: string
  /** ko, en, ja, zh (simplified). */
  readonly names: readonly [ko: string, en: string, ja: string, zh: string]
  readonly aliases?: readonly string[]
  readonly at: readonly [lat: number, lng: number]
  /** The coordinate stands for an area (park, district, beach, palace ground). */
  readonly area?: true
  readonly category: Category
  readonly traits?: { readonly [I in Interest]?: number }
  readonly prominence: 1 | 2 | 3 | 4 | 5
  readonly hours: HoursSpec
  readonly stay: readonly [min: number, ideal: number, max: number]
  readonly price: Known<Price | 'free'>
  readonly stepFree: Known<'yes' | 'partly' | 'no'>
  readonly stroller: Known<'yes' | 'partly' | 'no'>
  readonly indoor: 'indoor' | 'outdoor' | 'mixed'
  readonly effort?: Effort
  readonly insideWalkM?: number
  readonly minAge?: number
  readonly childFriendly?: true
  readonly restSpot?: true
  readonly food?: {
    readonly cuisine: string
    readonly serves: readonly [ko: string, en: string, ja: string, zh: string]
    readonly diets: readonly Diet[]
    readonly meals: readonly Meal[]
  }
  readonly address?: string
  readonly url?: string
  /** Facts whose source differs from the city's default. */
  readonly sources?: { readonly [fact: string]: Sourced }
}

export type City = { readonly region: Region; readonly places: readonly Place[] }

const byLanguage = ([ko, en, ja, zh]: readonly [string, string, string, string]): LocalizedText => ({ ko, en, ja, zh })

/** The language of a country's addresses; `en` stands for any written in Latin letters. */
const WRITTEN_IN: { readonly [countryCode: string]: Language } = { KR: 'ko', JP: 'ja', TW: 'zh' }

/** Expands a city's entries; `source` is where its facts are from unless an entry says otherwise. */
export function city(region: Region, source: Sourced, entries: readonly Entry[]): City {
  return { region, places: entries.map((entry) => toPlace(region, source, entry)) }
}

function toPlace(region: Region, source: Sourced, entry: Entry): Place {
  const { id, names, at, area, effort, insideWalkM, stay, food, address, sources, ...rest } = entry
  return {
    ...rest,
    id: `plc_${region.id}_${id}`,
    regionId: region.id,
    names: byLanguage(names),
    position: { lat: at[0], lng: at[1] },
    extent: area === true ? 'area' : 'point',
    stay: { min: stay[0], ideal: stay[1], max: stay[2] },
    effort: effort ?? 1,
    insideWalkM: insideWalkM ?? (entry.indoor === 'indoor' ? 300 : 800),
    ...(food === undefined ? {} : { food: { ...food, serves: byLanguage(food.serves) } }),
    ...(address === undefined ? {} : { address: { [WRITTEN_IN[region.countryCode] ?? 'en']: address } }),
    sources: { '*': source, ...sources },
  }
}

/** Hours in OSM grammar, with what the grammar cannot say beside it. */
export function open(osm: string, more: Omit<Extract<HoursSpec, { kind: 'scheduled' }>, 'kind' | 'osm'> = {}): HoursSpec {
  return { kind: 'scheduled', osm, ...more }
}

/** No gate: a street, a beach, a park that never shuts. */
export const ALWAYS: HoursSpec = { kind: 'always' }
export const UNKNOWN_HOURS: HoursSpec = { kind: 'unknown' }

/** Closed every `day`; on a public holiday open, and closed the next day that is no holiday. */
export function closedMovesFrom(...days: readonly Weekday[]): { closedWeekly: { days: readonly Weekday[]; onHoliday: 'next-weekday' } } {
  return { closedWeekly: { days, onHoliday: 'next-weekday' } }
}

/** Closed every `day`, except on public holidays. */
export function closedUnlessHoliday(...days: readonly Weekday[]): { closedWeekly: { days: readonly Weekday[]; onHoliday: 'open' } } {
  return { closedWeekly: { days, onHoliday: 'open' } }
}

/** Closed every `day`, holiday or not. */
export function closedOn(...days: readonly Weekday[]): { closedWeekly: { days: readonly Weekday[]; onHoliday: 'closed' } } {
  return { closedWeekly: { days, onHoliday: 'closed' } }
}

export const MON = 0,
  TUE = 1,
  WED = 2,
  THU = 3,
  FRI = 4,
  SAT = 5,
  SUN = 6

export function won(adult: number, more: Omit<Price, 'currency' | 'adult'> = {}): Price {
  return { currency: 'KRW', adult, ...more }
}

export function yen(adult: number, more: Omit<Price, 'currency' | 'adult'> = {}): Price {
  return { currency: 'JPY', adult, ...more }
}
export function twd(adult: number, more: Omit<Price, 'currency' | 'adult'> = {}): Price {
  return { currency: 'TWD', adult, ...more }
}
export function sgd(adult: number, more: Omit<Price, 'currency' | 'adult'> = {}): Price {
  return { currency: 'SGD', adult, ...more }
}
export function eur(adult: number, more: Omit<Price, 'currency' | 'adult'> = {}): Price {
  return { currency: 'EUR', adult, ...more }
}
export type { ClosedDate }
