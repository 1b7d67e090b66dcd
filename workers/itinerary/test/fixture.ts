import type { CallContext } from '@yeojeong/contracts'
import type { HolidayCalendar, Place, TripBrief } from '@yeojeong/domain'

/** A made-up town by the sea, small enough to plan in a blink and open all day, so that only a test's own wish can make it impossible. */
const CENTRE = { lat: 35.1, lng: 129.04 }
const SOURCES = { '*': { source: 'fixture', asOf: '2026-11-01' } }

function place(index: number, kind: Pick<Place, 'category'> & Partial<Place>): Place {
  const id = `plc_fixture-${kind.category}-${index}`
  return {
    id,
    regionId: 'fixture',
    names: { en: `${kind.category} ${index}`, ko: `${kind.category} ${index}` },
    position: { lat: CENTRE.lat + 0.004 * Math.cos(index), lng: CENTRE.lng + 0.004 * Math.sin(index) },
    extent: 'point',
    prominence: 3,
    hours: { kind: 'scheduled', osm: 'Mo-Su 08:00-22:00' },
    stay: { min: 30, ideal: 60, max: 120 },
    price: 'free',
    stepFree: 'yes',
    stroller: 'yes',
    indoor: 'indoor',
    effort: 1,
    insideWalkM: 200,
    sources: SOURCES,
    ...kind,
  }
}

const food = { cuisine: 'korean', serves: { en: 'Korean set meals' }, diets: ['vegetarian', 'halal'], meals: ['lunch', 'dinner'] } as const
export const PLACES: readonly Place[] = [
  ...(['palace', 'museum', 'park', 'market', 'viewpoint', 'gallery', 'garden', 'historic'] as const).map((category, i) =>
    place(i, { category }),
  ),
  ...[10, 11, 12, 13].map((i) => place(i, { category: 'restaurant', food, stay: { min: 45, ideal: 60, max: 90 } })),
  ...[20, 21].map((i) => place(i, { category: 'cafe', restSpot: true, stay: { min: 30, ideal: 40, max: 60 } })),
  // Shut on Saturdays and Sundays: who must see it at a weekend asks for the impossible.
  place(30, { category: 'museum', hours: { kind: 'scheduled', osm: 'Mo-Fr 09:00-17:00' } }),
]
export const WEEKDAY_MUSEUM = 'plc_fixture-museum-30'

/** Names and needs that must never be found in plain text where they are only passing through. */
export const SECRETS = { title: "Halmoni's last great journey", name: 'Sun-ja Halmoni', diet: 'halal' } as const

/** 2026-05-16 is a Saturday. */
export function briefOf(tripId: string): TripBrief {
  const lodging = {
    id: 'ldg_1',
    name: { en: 'Hotel by the harbour' },
    position: CENTRE,
    firstNight: '2026-05-16',
    lastNight: '2026-05-16',
    stepFree: 'yes',
  } as const
  return {
    tripId,
    destination: {
      regionId: 'fixture',
      name: { en: 'Fixture Town', ko: '픽스처' },
      center: CENTRE,
      countryCode: 'KR',
      timeZone: 'Asia/Seoul',
    },
    startDate: '2026-05-16',
    endDate: '2026-05-17',
    arrival: { at: null, minute: 600 },
    departure: { at: null, minute: 1080 },
    lodgings: [lodging],
    bookings: [],
    transport: 'transit',
    pace: 'balanced',
    budget: null,
    travellers: [{ id: 'mbr_halmoni', age: 74, mobility: 'slow', diets: [SECRETS.diet], tastes: { history: 3 } }],
    wishes: { mustSee: [], avoid: [], avoidCategories: [], interests: [], fairness: 0.5 },
  }
}

export const HOLIDAYS: HolidayCalendar = {
  countryCode: 'KR',
  knownFrom: '2026-01-01',
  knownUntil: '2026-12-31',
  days: {},
  source: 'fixture',
  asOf: '2026-11-01',
}

export function contextOf(userId: string, role: CallContext['principal']['role'] = 'guest'): CallContext {
  return {
    requestId: 'req-1',
    traceparent: '00-00000000000000000000000000000001-0000000000000001-01',
    principal: { userId, role },
    deadlineAt: Date.now() + 30_000,
    language: 'en',
  }
}
