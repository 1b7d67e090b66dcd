import type { LanguageCode } from './vocabulary.ts'
import type { DayView, StopView } from './itinerary-view.ts'

export const MAP_APPS = ['google', 'apple', 'kakao', 'naver'] as const
export type MapApp = (typeof MAP_APPS)[number]

/** `urls`: the day's way in order, in as many pieces as the app takes stops; each piece begins where the one before ended. */
export type MapLink = { readonly app: MapApp; readonly urls: readonly string[] }

type Spot = { readonly name: string; readonly at: string; readonly lat: number; readonly lng: number }
type Mode = 'walk' | 'transit' | 'car'
type Writer = { readonly most: (mode: Mode) => number; readonly url: (spots: readonly Spot[], mode: Mode) => string }

/** The Korean apps know Korea only; their documented bounds. */
const KOREA = { south: 31.43, north: 44.35, west: 122.37, east: 132 }

/**
 * "Open this day in …": one link an app, fewer where the day does not move or lies outside what the app knows.
 * Formats: Google Maps URLs (api=1), Apple's unified Maps URLs, KakaoMap `link/by`, NAVER Map's `nmap://` (opens the app
 * only). An app that routes public transport between two points only gets one piece for each leg.
 */
export function dayMapLinks(day: Pick<DayView, 'stops'>, language: LanguageCode): MapLink[] {
  const spots = spotsOf(day.stops, language)
  if (spots.length < 2) return []
  const mode = modeOf(day.stops)
  const inKorea = spots.every(({ lat, lng }) => lat > KOREA.south && lat < KOREA.north && lng > KOREA.west && lng < KOREA.east)
  return MAP_APPS.filter((app) => inKorea || app === 'google' || app === 'apple').map((app) => {
    const { most, url } = WRITERS[app]
    return { app, urls: pieces(spots, most(mode)).map((piece) => url(piece, mode)) }
  })
}

const WRITERS: { readonly [A in MapApp]: Writer } = {
  google: {
    // 9 waypoints at most; none with public transport.
    most: (mode) => (mode === 'transit' ? 2 : 11),
    url: (spots, mode) => {
      const via = spots.slice(1, -1).map(({ at }) => at)
      const travelmode = { walk: 'walking', transit: 'transit', car: 'driving' }[mode]
      const ends = { api: '1', origin: first(spots).at, destination: last(spots).at, travelmode }
      return `https://www.google.com/maps/dir/?${query(Object.entries(via.length === 0 ? ends : { ...ends, waypoints: via.join('|') }))}`
    },
  },
  apple: {
    most: (mode) => (mode === 'transit' ? 2 : 15),
    url: (spots, mode) => {
      const ends = Object.entries({ source: first(spots).at, destination: last(spots).at })
      const via = spots.slice(1, -1).map(({ at }) => ['waypoint', at] as [string, string])
      const travel: [string, string] = ['mode', { walk: 'walking', transit: 'transit', car: 'driving' }[mode]]
      return `https://maps.apple.com/directions?${query([...ends, ...via, travel])}`
    },
  },
  kakao: {
    // 5 stops between the ends; none with public transport.
    most: (mode) => (mode === 'transit' ? 2 : 7),
    url: (spots, mode) => {
      const by = { walk: 'walk', transit: 'traffic', car: 'car' }[mode]
      // A comma or a slash in a name would end it.
      const path = spots.map(({ name, at }) => `${encodeURIComponent(name.replaceAll(/[,/]/g, ' '))},${at}`)
      return `https://map.kakao.com/link/by/${by}/${path.join('/')}`
    },
  },
  naver: {
    most: (mode) => (mode === 'transit' ? 2 : 7),
    url: (spots, mode) => {
      const named = (prefix: string, { lat, lng, name }: Spot): [string, string][] => [
        [`${prefix}lat`, String(lat)],
        [`${prefix}lng`, String(lng)],
        [`${prefix}name`, name],
      ]
      const via = spots.slice(1, -1).flatMap((spot, index) => named(`v${index + 1}`, spot))
      const route = { walk: 'walk', transit: 'public', car: 'car' }[mode]
      return `nmap://route/${route}?${query([...named('s', first(spots)), ...via, ...named('d', last(spots)), ['appname', 'yeojeong']])}`
    },
  },
}

/** The day's positions in order; neighbours at the same spot are one. */
function spotsOf(stops: readonly StopView[], language: LanguageCode): Spot[] {
  const spots: Spot[] = []
  for (const { names, position } of stops) {
    const [lat, lng] = [round(position.lat), round(position.lng)]
    const at = `${lat},${lng}`
    const name = names[language] ?? names.en ?? names.ko ?? names.ja ?? names.zh ?? at
    if (spots.at(-1)?.at !== at) spots.push({ name, at, lat, lng })
  }
  return spots
}

/** How most of the day's minutes on the way are spent; a taxi goes where a car goes. */
function modeOf(stops: readonly StopView[]): Mode {
  const minutes = { walk: 0, transit: 0, car: 0 }
  for (const { leg } of stops) if (leg !== null) minutes[leg.mode === 'taxi' ? 'car' : leg.mode] += leg.durationMin
  return (Object.entries(minutes) as [Mode, number][]).reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0]
}

function pieces(spots: readonly Spot[], most: number): Spot[][] {
  const found: Spot[][] = []
  for (let from = 0; from < spots.length - 1; from += most - 1) found.push(spots.slice(from, from + most))
  return found
}

/** Six decimals: a tenth of a metre. */
function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}

function query(params: readonly (readonly [string, string])[]): string {
  return params.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
}

function first(spots: readonly Spot[]): Spot {
  return spots[0]!
}

function last(spots: readonly Spot[]): Spot {
  return spots.at(-1)!
}
