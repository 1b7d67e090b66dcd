import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TripFile } from '../../tools/stack/client.ts'
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
