import { TripBrief } from '@yeojeong/contracts'
import type { StepEffect, StepJob } from '@yeojeong/durable-objects/itinerary-saga'
import * as z from 'zod'
import type { Deps } from '../deps.ts'
import { basisOf } from '../planning/basis.ts'
import { impossible, left, refused } from './outcome.ts'

/** The trip as it was when the planning began; later changes to it do not reach this plan. */
const Snapshot = z.object({
  brief: TripBrief,
  title: z.string(),
  names: z.record(z.string(), z.string()),
  basis: z.object({ version: z.number().int(), digest: z.string() }),
})
export type Snapshot = z.infer<typeof Snapshot>

export function snapshotStep({ profile }: Pick<Deps, 'profile'>): StepEffect {
  return {
    async run(job) {
      const answer = await profile.briefTrip(job.ctx, job.input.tripId)
      if (!answer.ok) return refused(answer.error)
      const { brief, title, names, version } = answer.value
      if (brief.travellers.length === 0) return impossible('trip_member_required')
      return left({ brief, title, names, basis: await basisOf(brief, version) } satisfies Snapshot)
    },
  }
}

export async function snapshotOf(job: StepJob): Promise<Snapshot> {
  return Snapshot.parse(await job.output('snapshot'))
}
