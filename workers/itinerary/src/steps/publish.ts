import type { StepEffect } from '@yeojeong/durable-objects/itinerary-saga'
import { done } from './outcome.ts'

/** The view can be read from here on. */
export function publishStep(): StepEffect {
  return {
    async run(job) {
      await job.publish()
      return done
    },
    async undo(job) {
      await job.unpublish()
      return done
    },
  }
}
