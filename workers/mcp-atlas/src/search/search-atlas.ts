import { ATLAS, holidaysOf, type Region } from '@yeojeong/atlas'
import type { PlaceQuery } from '@yeojeong/contracts'
import { canEnterAt, distanceM, meets, type Place } from '@yeojeong/domain'
import { nameOf, type Name } from './name-index.ts'
import { guessMatch, nameMatch, nameQuestion } from './name-match.ts'

/** Points of a name match that a step of prominence (1 … 5) is worth: a famous place is what most people mean. */
const PROMINENCE_WORTH = 0.03

/** Places that satisfy every filter, best name match first, then the ones travellers would miss most, then the nearest. */
export function searchAtlas(query: PlaceQuery): readonly Place[] {
  const question = nameQuestion(query.query ?? '')
  const pool = poolOf(query)
  const plain = pool.map((one) => ({ ...one, match: nameMatch(one.place, question) })).filter(({ match }) => match > 0)
  const found =
    plain.length > 0
      ? plain
      : pool.map((one) => ({ ...one, match: guessMatch(one.place, question, one.around) })).filter(({ match }) => match > 0)
  const rank = ({ match, place }: { match: number; place: Place }): number =>
    match === 1 ? 2 : match + PROMINENCE_WORTH * place.prominence
  const nearestFirst = question.kind === 'none' && query.near !== undefined
  return found
    .toSorted(
      (a, b) =>
        rank(b) - rank(a) ||
        (nearestFirst ? a.away - b.away : 0) ||
        b.place.prominence - a.place.prominence ||
        a.away - b.away ||
        (a.place.id < b.place.id ? -1 : 1),
    )
    .slice(0, query.limit)
    .map(({ place }) => place)
}

type Candidate = { readonly place: Place; readonly away: number; readonly around: readonly Name[] }

/** Everything that satisfies the filters. */
function poolOf(query: PlaceQuery): readonly Candidate[] {
  const { near, radiusM } = query
  return ATLAS.filter(({ region }) => query.regionId === undefined || region.id === query.regionId).flatMap(({ region, places }) =>
    places
      .map((place) => ({ place, away: near === undefined ? 0 : distanceM(place.position, near), around: aroundOf(region) }))
      .filter(({ place, away }) => away <= (radiusM ?? Infinity) && satisfies(place, region, query)),
  )
}

const known = new WeakMap<Region, readonly Name[]>()

function aroundOf(region: Region): readonly Name[] {
  let names = known.get(region)
  if (names === undefined) {
    names = Object.values(region.names).map(nameOf)
    known.set(region, names)
  }
  return names
}

function satisfies(place: Place, region: Region, query: PlaceQuery): boolean {
  if (query.categories !== undefined && query.categories.length > 0 && !query.categories.includes(place.category)) return false
  const { openAt } = query
  return (
    meets(place, query) &&
    (openAt === undefined || canEnterAt(place.hours, Date.parse(openAt), region.timeZone, holidaysOf(region.countryCode)))
  )
}
