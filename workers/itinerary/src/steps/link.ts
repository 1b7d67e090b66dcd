import type { StepEffect } from '@yeojeong/durable-objects/itinerary-saga'
import type { Deps } from '../deps.ts'
import { done, refused } from './outcome.ts'

/** The trip knows its itinerary. */
export function linkStep({ profile }: Pick<Deps, 'profile'>): StepEffect {
  return {
    async run(job) {
      const answer = await profile.linkItinerary(job.ctx, job.input.tripId, job.itineraryId)
      return answer.ok ? done : refused(answer.error)
    },
    async undo(job) {
      const answer = await profile.unlinkItinerary(job.ctx, job.input.tripId, job.itineraryId)
      const trivially = !answer.ok && answer.error.code === 'not_found' // a trip that is gone links to nothing
      return answer.ok || trivially ? done : refused(answer.error)
    },
  }
}
