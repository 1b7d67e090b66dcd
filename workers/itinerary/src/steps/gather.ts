import { Degradation, HolidayCalendar, Place } from '@yeojeong/contracts'
import { addDays, type TripBrief } from '@yeojeong/domain'
import type { StepEffect, StepJob } from '@yeojeong/durable-objects/itinerary-saga'
import * as z from 'zod'
import type { Deps } from '../deps.ts'
import { impossible, left, refused } from './outcome.ts'
import { snapshotOf } from './snapshot.ts'

/** Everything a plan may choose from, and the destination's public holidays around the trip (null: nobody has a list). */
const Gathered = z.object({
  places: z.array(Place),
  holidays: HolidayCalendar.nullable(),
  degraded: z.array(Degradation),
  attribution: z.array(z.string()),
})
export type Gathered = z.infer<typeof Gathered>

/** Closing days that a holiday moves reach this far from it. */
const AROUND_DAYS = 7

export function gatherStep({ location }: Pick<Deps, 'location'>): StepEffect {
  return {
    async run(job) {
      const { brief } = await snapshotOf(job)
      const { regionId, countryCode } = brief.destination
      const [candidates, holidays] = await Promise.all([
        location.candidates(job.ctx, regionId),
        location.holidays(job.ctx, countryCode, yearsOf(brief)),
      ])
      if (!candidates.ok) return refused(candidates.error)
      if (!holidays.ok) return refused(holidays.error)
      const { places, degraded, attribution } = candidates.value
      if (places.length === 0) return impossible('region_unknown')
      const unsure: Gathered['degraded'] = holidays.value === null ? [...degraded, 'holidays'] : degraded
      return left({ places, holidays: holidays.value, degraded: unsure, attribution } satisfies Gathered)
    },
  }
}

export async function gatheredOf(job: StepJob): Promise<Gathered> {
  return Gathered.parse(await job.output('gather'))
}

/** Calendar years whose holidays bear on a trip. */
export function yearsOf({ startDate, endDate }: Pick<TripBrief, 'startDate' | 'endDate'>): number[] {
  const dates = [addDays(startDate, -AROUND_DAYS), addDays(endDate, AROUND_DAYS)]
  return [...new Set(dates.map((date) => Number(date.slice(0, 4))))]
}
