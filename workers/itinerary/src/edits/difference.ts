import type { Difference } from '@yeojeong/contracts'
import { toIso, type Content, type Reason, type Stop } from '@yeojeong/domain'
import { diffPlans, whyLeftOut, type StopChange, type StopPlace } from '@yeojeong/planner'
import { mutable } from '../projections/day-view.ts'
import { inputOf, type Workshop } from './workshop.ts'

/** What differs between two contents, for a reader. @param workshop to tell why something is left out; null where nothing can be. */
export function differenceOf(before: Content, after: Content, workshop: Workshop | null): Difference {
  const diff = diffPlans(before.plan, after.plan)
  const [old, now] = [stopsById(before), stopsById(after)]
  const why = reasonsFor(diff.removed, after, workshop)
  const change = ({ stopId, refId, before: was, after: is }: StopChange) => ({
    stopId,
    placeId: refId?.startsWith('plc_') === true ? refId : null,
    names: (now.get(stopId) ?? old.get(stopId))!.names,
    before: was === null ? null : whereabouts(was, before),
    after: is === null ? null : whereabouts(is, after),
  })
  return {
    kept: [...diff.unchanged],
    moved: diff.moved.map(change),
    retimed: diff.retimed.map(change),
    added: diff.added.map(change),
    dropped: diff.removed.map((one) => ({ ...change(one), reason: reasonOf(one, why) })),
    walkM: diff.walkM,
    movingMin: diff.movingMin,
    cost: diff.cost,
    members: diff.members.map((member) => ({ ...member })),
  }
}

function reasonOf({ refId }: StopChange, why: ReadonlyMap<string, Reason>): Difference['dropped'][number]['reason'] {
  const reason = refId === null ? undefined : why.get(refId)
  return reason === undefined ? null : mutable(reason)
}

function reasonsFor(removed: readonly StopChange[], after: Content, workshop: Workshop | null): ReadonlyMap<string, Reason> {
  if (workshop === null || removed.length === 0) return new Map()
  const ids = removed.flatMap(({ refId }) => refId ?? [])
  return whyLeftOut(inputOf(workshop, after.seed), after.plan, ids)
}

function stopsById({ plan }: Content): ReadonlyMap<string, Stop> {
  return new Map(plan.days.flatMap(({ stops }) => stops.map((stop) => [stop.id, stop] as const)))
}

function whereabouts({ day, startMin, endMin }: StopPlace, { plan, frame }: Content) {
  const { date } = plan.days[day]!
  const { timeZone } = frame.destination
  return { day, startAt: toIso(date, startMin, timeZone), endAt: toIso(date, endMin, timeZone) }
}
