import { Degradation, Place } from '@yeojeong/contracts'
import { daysBetween, type Place as PlaceFacts } from '@yeojeong/domain'
import type { StepEffect, StepJob } from '@yeojeong/durable-objects/itinerary-saga'
import * as z from 'zod'
import type { Deps } from '../deps.ts'
import { askWays, KnownWays } from '../planning/known-ways.ts'
import { shortlist } from '../planning/shortlist.ts'
import { gatheredOf } from './gather.ts'
import { impossible, left, refused } from './outcome.ts'
import { snapshotOf } from './snapshot.ts'

/** The shortlist with its newest facts: hours, closures, prices. The planner sees no other places. */
const Verified = z.object({
  places: z.array(Place),
  degraded: z.array(Degradation),
  attribution: z.array(z.string()),
  /** Travel times somebody provides; null = the model's. Absent in journals older than this field. */
  ways: KnownWays.nullable().default(null),
})
export type Verified = z.infer<typeof Verified>

const PER_CALL = 50

export function verifyStep({ location }: Pick<Deps, 'location'>): StepEffect {
  return {
    async run(job) {
      const { brief } = await snapshotOf(job)
      const gathered = await gatheredOf(job)
      const ids = shortlist(gathered.places, brief, job.input.request, daysBetween(brief.startDate, brief.endDate) + 1)
      const answers = await Promise.all(
        inGroups(ids, PER_CALL).map((group) => location.details(job.ctx, group, brief.destination.regionId)),
      )
      const facts = new Map<string, PlaceFacts>()
      for (const answer of answers) {
        if (!answer.ok) return refused(answer.error)
        for (const place of answer.value.places) facts.set(place.id, place)
      }
      const known = new Map(gathered.places.map((place) => [place.id, place]))
      // A place the providers no longer detail keeps what is known of it; one nobody knows is left to the planner to name.
      const places = ids.flatMap((id) => facts.get(id) ?? known.get(id) ?? [])
      if (places.length === 0) return impossible('region_unknown')
      const all = <T>(own: readonly T[], of: (value: { degraded: Verified['degraded']; attribution: string[] }) => readonly T[]): T[] => [
        ...new Set([...own, ...answers.flatMap((answer) => (answer.ok ? of(answer.value) : []))]),
      ]
      return left({
        places,
        degraded: all(gathered.degraded, (value) => value.degraded),
        attribution: all(gathered.attribution, (value) => value.attribution),
        ways: await askWays(location, job.ctx, brief, places),
      } satisfies Verified)
    },
  }
}

export async function verifiedOf(job: StepJob): Promise<Verified> {
  return Verified.parse(await job.output('verify'))
}

function inGroups<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))
}
