import { distanceM, type Place, type TripBrief } from '@yeojeong/domain'

/** Entries this near that share a name are one place. */
const SAME_PLACE_M = 300

/** Two entries of one name at nearly one place: two providers' word for the same sight, or a part that goes by the name of the whole. */
export function isSamePlace(a: Place, b: Place): boolean {
  const names = new Set(namesOf(a))
  return namesOf(b).some((name) => names.has(name)) && distanceM(a.position, b.position) <= SAME_PLACE_M
}

/** A place is looked up many times, and its names never change. */
const known = new WeakMap<Place, readonly string[]>()

function namesOf(place: Place): readonly string[] {
  const names = known.get(place) ?? plainNames(place)
  known.set(place, names)
  return names
}

function plainNames(place: Place): readonly string[] {
  const all = [...Object.values(place.names), ...(place.aliases ?? [])]
  return all
    .map((name) =>
      name
        .normalize('NFKC')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]/gu, ''),
    )
    .filter((name) => name !== '')
}

/** Of entries that are one place, only what is wished for, else the better known. */
export function withoutDoubles(places: readonly Place[], { wishes }: TripBrief): readonly Place[] {
  const wished = (place: Place): number => Number(wishes.mustSee.includes(place.id))
  const first = places.toSorted((a, b) => wished(b) - wished(a) || b.prominence - a.prominence || (a.id < b.id ? -1 : 1))
  const byName = new Map<string, Place[]>()
  return first.filter((place) => {
    const names = namesOf(place)
    if (names.some((name) => byName.get(name)?.some((other) => isSamePlace(other, place)))) return false
    for (const name of names) byName.set(name, [...(byName.get(name) ?? []), place])
    return true
  })
}
