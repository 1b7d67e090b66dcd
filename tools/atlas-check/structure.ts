import { holidaysOf, type City } from '@yeojeong/atlas'
import {
  addDays,
  CATEGORIES,
  DIETS,
  distanceM,
  isFood,
  isPlainDate,
  LANGUAGES,
  openIntervals,
  parseHours,
  type HoursSpec,
  type Place,
  type Price,
} from '@yeojeong/domain'
import { error, flag, type Finding } from './finding.ts'

const WANTED = { places: 70, sights: 40, food: 20 }
const HIGHEST_PRICE: { readonly [currency: string]: number } = { KRW: 200_000 }
const YEAR = { from: '2027-01-01', days: 365 }
const LONGEST_STAY_MIN = 720
const SCRIPT: { readonly [language: string]: RegExp } = {
  ko: /[\p{Script=Hangul}\d]/u,
  en: /^[\p{Script=Latin}\p{N}\p{P}\p{S}\s]+$/u,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  zh: /\p{Script=Han}/u,
}

type Scheduled = Extract<HoursSpec, { kind: 'scheduled' }>
/** Says what is wrong; nothing where all is well. */
type Check = (place: Place, city: City) => readonly (string | false)[]

const names: Check = ({ names }) =>
  LANGUAGES.flatMap((language) => {
    const text = names[language]
    if (text === undefined || text.trim() === '') return [`no name in ${language}`]
    // A brand may be written in Latin letters in every language.
    const isBrand = language !== 'en' && text === names.en
    return [
      !SCRIPT[language]!.test(text) && !isBrand && `the ${language} name is in another script: ${text}`,
      text !== text.trim() && `stray space around ${text}`,
    ]
  })

const identity: Check = (place, { region }) => [
  !new RegExp(`^plc_${region.id}_[a-z0-9]+(-[a-z0-9]+)*$`).test(place.id) && 'the id is not plc_<region>_<kebab-case>',
  place.regionId !== region.id && `belongs to ${place.regionId}`,
  !(CATEGORIES as readonly string[]).includes(place.category) && `no such category: ${place.category}`,
]

const position: Check = ({ position: at }, { region }) => {
  const away = distanceM(at, region.center)
  return [!(away <= region.radiusM) && `${Math.round(away)} m from the centre, beyond the region's ${region.radiusM} m`]
}

const stay: Check = ({ stay: { min, ideal, max } }) => [
  !(min >= 5 && min <= ideal && ideal <= max && max <= LONGEST_STAY_MIN) && `stay ${min}/${ideal}/${max} min is out of order or bounds`,
]

function priceProblems(price: Price, currency: string): readonly (string | false)[] {
  const { adult, child, senior, childMinAge, childMaxAge, seniorAge } = price
  return [
    price.currency !== currency && `price in ${price.currency}`,
    !(adult > 0 && adult <= (HIGHEST_PRICE[price.currency] ?? Number.POSITIVE_INFINITY)) && `adult price ${adult}`,
    child !== undefined && !(child >= 0 && child <= adult) && `child price ${child} against ${adult}`,
    senior !== undefined && !(senior >= 0 && senior <= adult) && `senior price ${senior} against ${adult}`,
    (child === undefined) !== (childMaxAge === undefined) && 'a child price needs childMaxAge, and only it',
    childMinAge !== undefined &&
      !(childMinAge >= 0 && childMinAge <= (childMaxAge ?? 0)) &&
      `children from ${childMinAge} to ${childMaxAge}`,
    (senior === undefined) !== (seniorAge === undefined) && 'a senior price needs seniorAge, and only it',
  ]
}
const price: Check = ({ price: what }, { region }) => (typeof what === 'string' ? [] : priceProblems(what, region.currency))

const food: Check = ({ category, food: what }) => {
  if (isFood(category) !== (what !== undefined))
    return [what === undefined ? 'a place to eat without `food`' : '`food` on what is no place to eat']
  if (what === undefined) return []
  return [
    what.cuisine.trim() === '' && 'no cuisine',
    category === 'restaurant' && what.meals.length === 0 && 'a restaurant for no meal',
    ...what.diets.map((diet) => !(DIETS as readonly string[]).includes(diet) && `no such diet: ${diet}`),
    ...LANGUAGES.map((language) => (what.serves[language] ?? '').trim() === '' && `what it serves is not said in ${language}`),
  ]
}

const sources: Check = ({ sources: facts }) => [
  facts['*'] === undefined && 'no source for its facts',
  ...Object.entries(facts).flatMap(([fact, { source, asOf }]) => [
    source.trim() === '' && `no source for ${fact}`,
    !isPlainDate(asOf) && `asOf of ${fact} is no date: ${asOf}`,
  ]),
]

const bounds: Check = ({ insideWalkM, traits, minAge }) => [
  !(insideWalkM >= 0 && insideWalkM <= 25_000) && `${insideWalkM} m walked inside`,
  minAge !== undefined && !(minAge >= 0 && minAge <= 20) && `minimum age ${minAge}`,
  ...Object.entries(traits ?? {}).map(([interest, weight]) => !(weight >= 0 && weight <= 1) && `trait ${interest} = ${weight}`),
]

function ruleProblems(hours: Scheduled): readonly (string | false)[] {
  const nth = hours.closedNth
  return [
    !((hours.lastEntryMin ?? 0) >= 0 && (hours.lastEntryMin ?? 0) <= 600) && `last entry ${hours.lastEntryMin} min before closing`,
    hours.closedWeekly?.days.length === 0 && 'closedWeekly without a day',
    nth !== undefined && !nth.nth.every((one) => one === -1 || (one >= 1 && one <= 5)) && `closedNth ${nth.nth.join()}`,
    ...(hours.closedDates ?? []).map((date) => /^\d/.test(date) && !isPlainDate(`2028-${date}`) && `closed on ${date}, which is no date`),
  ]
}

/** The days a moving closing day needs hours for, should it open after all. */
function uncoveredClosingDays(hours: Scheduled): readonly (string | false)[] {
  if (hours.closedWeekly === undefined || hours.closedWeekly.onHoliday === 'closed') return []
  const hasHours = (date: string): boolean => {
    const day = openIntervals({ kind: 'scheduled', osm: hours.osm }, date, null)
    return day === 'unknown' || day.length > 0
  }
  return hours.closedWeekly.days.map((day) => {
    const dates = Array.from({ length: 52 }, (_, week) => addDays('2027-01-04', day + 7 * week))
    return !dates.some(hasHours) && `closes on weekday ${day} unless it is a holiday, but has no hours for that weekday`
  })
}

const hours: Check = ({ hours: spec, stay: { min } }, { region }) => {
  if (spec.kind !== 'scheduled') return []
  const parsed = parseHours(spec.osm)
  if (!parsed.ok) return [`hours "${spec.osm}": ${parsed.error.detail} (at ${parsed.error.at})`]
  const calendar = holidaysOf(region.countryCode)
  const year = Array.from({ length: YEAR.days }, (_, i) => openIntervals(spec, addDays(YEAR.from, i), calendar))
  const open = year.flatMap((day) => (day === 'unknown' ? [] : day))
  const longest = Math.max(0, ...open.map((interval) => interval.close - interval.open))
  return [
    ...ruleProblems(spec),
    ...uncoveredClosingDays(spec),
    year.includes('unknown') && `hours unknown on some days of ${YEAR.from.slice(0, 4)}: no table of holidays for ${region.countryCode}`,
    open.length === 0 && 'never open',
    open.length > 0 && longest < min && `never open as long as the shortest stay of ${min} min`,
  ]
}

const CHECKS: readonly Check[] = [identity, names, position, stay, price, food, sources, bounds, hours]

/** The same place written twice: same name, or same kind at the same spot. */
function twins({ places }: City): readonly Finding[] {
  return places.flatMap((place, i) =>
    places.slice(i + 1).flatMap((other) => {
      if (place.names.ko === other.names.ko || place.names.en === other.names.en) return [error(place.id, `has the name of ${other.id}`)]
      const near = distanceM(place.position, other.position) < 25
      return near && place.category === other.category ? [flag(place.id, `is a ${place.category} at the spot of ${other.id}`)] : []
    }),
  )
}

function enough({ region, places }: City): readonly Finding[] {
  const eating = places.filter(({ category }) => isFood(category)).length
  const counts = { places: places.length, sights: places.length - eating, food: eating }
  return (['places', 'sights', 'food'] as const).flatMap((what) =>
    counts[what] < WANTED[what] ? [error(region.id, `${counts[what]} ${what}, wanted ${WANTED[what]}`)] : [],
  )
}

/** What can be wrong with these cities without asking anybody else. */
export function structureFindings(cities: readonly City[]): readonly Finding[] {
  const ids = cities.flatMap(({ places }) => places.map(({ id }) => id))
  const repeated = ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => error(id, 'the id occurs twice'))
  const perCity = cities.flatMap((city) => [
    ...enough(city),
    ...twins(city),
    ...city.places.flatMap((place) =>
      CHECKS.flatMap((check) => check(place, city)).flatMap((detail) => (detail === false ? [] : [error(place.id, detail)])),
    ),
  ])
  return [...repeated, ...perCity]
}
