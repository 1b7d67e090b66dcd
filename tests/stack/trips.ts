import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ItineraryView } from '@yeojeong/contracts'
import type { Client, TripFile } from '../../tools/stack/client.ts'
import { ROOT } from '../../tools/stack/paths.ts'

/** A trip file of `examples/`, fresh for each caller. */
export function example(name: string): TripFile {
  return JSON.parse(readFileSync(join(ROOT, 'examples', `${name}.json`), 'utf8')) as TripFile
}

/** The smallest trip that is one. */
export function smallTrip(): TripFile['trip'] {
  return {
    destination: { regionId: 'seoul' },
    startDate: '2027-04-20',
    endDate: '2027-04-21',
    lodgings: [{ name: '숙소', position: { lat: 37.5725, lng: 126.9858 } }],
    members: [{ name: '지우', age: 34 }],
  }
}

/** A trip made and planned to the end, as its owner reads it. */
export async function plannedTrip(client: Client, { trip, plan }: TripFile): Promise<ItineraryView> {
  const { itineraryId } = await client.plan((await client.createTrip(trip)).id, plan)
  const { status, version } = await client.follow(itineraryId)
  if (status !== 'ready') throw new Error(`the planning of ${itineraryId} ended as ${status}`)
  return client.itinerary(itineraryId, version)
}
