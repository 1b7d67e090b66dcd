import type { StepEffect, StepJob } from '@yeojeong/durable-objects/itinerary-saga'
import type { Deps } from '../deps.ts'
import { frameOf } from '../planning/frame.ts'
import { done } from './outcome.ts'
import { snapshotOf } from './snapshot.ts'

/** The itinerary exists in the store from here on, under planning. */
export function openStep({ rows, now }: Pick<Deps, 'rows' | 'now'>): StepEffect {
  return {
    async run(job) {
      const { title, names, brief } = await snapshotOf(job)
      await rows.open({ ...belonging(job), frame: frameOf(brief), words: { title, travellers: names }, createdAt: job.acceptedAt })
      return done
    },

    async undo(job) {
      await rows.close({ ...belonging(job), frame: job.frame, createdAt: job.acceptedAt }, job.failure ?? 'internal', now())
      return done
    },
  }
}

function belonging(job: StepJob): { id: string; ownerId: string; tripId: string } {
  return { id: job.itineraryId, ownerId: job.ctx.principal.userId, tripId: job.input.tripId }
}
