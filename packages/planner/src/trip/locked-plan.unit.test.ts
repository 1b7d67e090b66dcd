import { holidaysOf, placesOf } from '@yeojeong/atlas'
import type { Plan } from '@yeojeong/domain'
import { describe, expect, test } from 'vitest'
import { JEJU_COUPLE, SEOUL_FAMILY, SEOUL_WHEELCHAIR } from './fixture/sample-briefs.ts'
import { planTrip } from './plan-trip.ts'
import type { PlanInput } from './problem.ts'

const SEEDS = Array.from({ length: 12 }, (_, i) => i + 1)

describe.each([
  ['a family', SEOUL_FAMILY],
  ['a couple by car', JEJU_COUPLE],
  ['a wheelchair', SEOUL_WHEELCHAIR],
])('%s', (_name, brief) => {
  const { regionId, countryCode } = brief.destination
  const input = { brief, places: placesOf(regionId), holidays: holidaysOf(countryCode), evaluations: 150_000 }

  test.each(SEEDS)(
    'locked altogether, a plan can be made again, with every stop where it was and the bags taken care of (seed %i)',
    (seed) => {
      const found = planTrip({ ...input, seed })
      if (!found.ok) throw new Error(JSON.stringify(found.error))
      const lockedStopIds = found.value.days.flatMap(({ stops }) => stops.map(({ id }) => id))
      const again: PlanInput = { ...input, seed: seed + 1, previous: { plan: found.value, lockedStopIds } }
      const kept = planTrip(again)
      if (!kept.ok) throw new Error(JSON.stringify(kept.error))
      expect(times(kept.value)).toMatchObject(times(found.value))
      expect(ends(kept.value)).toEqual(ends(found.value))
    },
  )
})

const FREE = new Set(['sight', 'meal', 'rest'])

/** When each stop that somebody chose begins and ends, by its id. */
function times({ days }: Plan): Readonly<Record<string, readonly [number, number]>> {
  const chosen = days.flatMap(({ stops }) => stops).filter(({ kind }) => FREE.has(kind))
  return Object.fromEntries(chosen.map(({ id, startMin, endMin }) => [id, [startMin, endMin]]))
}

function ends({ days }: Plan): readonly (readonly string[])[] {
  return days.map(({ stops }) => stops.map(({ kind }) => kind).filter((kind) => !FREE.has(kind)))
}
