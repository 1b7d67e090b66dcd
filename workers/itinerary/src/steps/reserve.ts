import { toLocal } from '@yeojeong/domain'
import type { StepEffect, StepJob } from '@yeojeong/durable-objects/itinerary-saga'
import type { Deps } from '../deps.ts'
import type { Reservation } from '../store/reservations.ts'
import { done, impossible } from './outcome.ts'

/** One plan of the user's day. The day is that of acceptance, so that a repeat after midnight reserves nothing more. */
export function reserveStep({ reservations, config }: Pick<Deps, 'reservations' | 'config'>): StepEffect {
  return {
    async run(job) {
      return (await reservations.hold(reservationOf(job), config.dailyPlanLimit)) ? done : impossible('quota_exceeded')
    },
    async undo(job) {
      await reservations.release(reservationOf(job))
      return done
    },
  }
}

function reservationOf({ ctx, acceptedAt, itineraryId }: StepJob): Reservation {
  return { userId: ctx.principal.userId, day: toLocal(acceptedAt, 'UTC').date, itineraryId }
}
