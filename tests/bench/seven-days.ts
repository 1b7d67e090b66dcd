import { join } from 'node:path'
import { holidaysOf, placesOf } from '@yeojeong/atlas'
import { viewAccess } from '@yeojeong/contracts'
import { planTrip } from '@yeojeong/planner'
import { ROOT } from '../../tools/stack/paths.ts'

export const ITINERARY_ID = 'itn_0123456789abcdefghjk'
export const OWNER = 'usr_0123456789abcdefghjk'

/** The view of a week in Seoul as the itinerary's object would write it, with its access list. */
export async function sevenDays(): Promise<{ readonly text: string; readonly metadata: unknown }> {
  const { SEOUL_FAMILY } = await import('../../packages/planner/src/trip/fixture/sample-briefs.ts')
  const lodgings = SEOUL_FAMILY.lodgings.map((one) => ({ ...one, lastNight: '2026-10-19' }))
  const brief = { ...SEOUL_FAMILY, lodgings, endDate: '2026-10-20' }
  const places = placesOf('seoul')
  const planned = planTrip({ brief, places, holidays: holidaysOf('KR'), seed: 1, evaluations: 300_000 })
  if (!planned.ok) throw new Error('no plan for seven days')
  const used = new Set(planned.value.days.flatMap((day) => day.stops.map((stop) => stop.refId)))
  const { itineraryView } = (await import(join(ROOT, 'workers/itinerary/src/projections/itinerary-view.ts'))) as {
    itineraryView: (head: object, state: object) => object
  }
  const frame = { destination: brief.destination, startDate: brief.startDate, endDate: brief.endDate }
  const words = { title: '할머니와 서울 일주일', travellers: { mbr_grandma: '할머니', mbr_child: '하준' } }
  const head = { id: ITINERARY_ID, ownerId: OWNER, tripId: 'trp_sample_family', frame, words, failure: null, createdAt: 0, updatedAt: 0 }
  const content = { frame, seed: 1, plan: planned.value, places: places.filter((place) => used.has(place.id)), asked: { pace: null } }
  const state = { status: 'ready', version: 1, updatedAt: 0, ...content, provenance: { degraded: [], attribution: [] } }
  const rest = { basis: null, siblings: [], pins: {}, title: null, archived: false, newestTrip: null, history: [] }
  const text = JSON.stringify(itineraryView({ ...head, status: 'ready' }, { ...state, ...rest }))
  return { text, metadata: viewAccess({ ownerId: OWNER, version: 1, writtenAt: Date.now() }, []) }
}
