import { TripBrief } from '@yeojeong/contracts'
import type { TripBrief as Brief } from '@yeojeong/domain'
import type { StepEffect, StepJob } from '@yeojeong/durable-objects/itinerary-saga'
import type { Curator } from '../planning/curator.ts'
import { left } from './outcome.ts'
import { snapshotOf } from './snapshot.ts'

export function curateStep(curate: Curator): StepEffect {
  return {
    async run(job) {
      const { brief } = await snapshotOf(job)
      return left(await curate(brief, job.input.request))
    },
  }
}

/** The brief the planner works on. */
export async function curatedOf(job: StepJob): Promise<Brief> {
  return TripBrief.parse(await job.output('curate'))
}
