import type { Plan, Stop } from '@yeojeong/domain'

/** Where a stop is in a plan: day index and minutes from that day's midnight. */
export type StopPlace = { readonly day: number; readonly startMin: number; readonly endMin: number }
export type StopChange = {
  readonly stopId: string
  readonly refId: string | null
  readonly before: StopPlace | null
  readonly after: StopPlace | null
}

/** What changed between two plans of one trip, by stop ids: anchors (lodging, arrival, departure) left out. Totals are after minus before. */
export type PlanDifference = {
  readonly added: readonly StopChange[]
  readonly removed: readonly StopChange[]
  /** On another day, or before or after another stop than before. */
  readonly moved: readonly StopChange[]
  /** Same day and order, other times. */
  readonly retimed: readonly StopChange[]
  readonly unchanged: readonly string[]
  readonly walkM: number
  readonly movingMin: number
  /** Null where either plan's known cost is null. */
  readonly cost: number | null
  readonly members: readonly { readonly travellerId: string; readonly satisfaction: number }[]
}

export function diffPlans(before: Plan, after: Plan): PlanDifference {
  const [old, now] = [stopsOf(before), stopsOf(after)]
  const both = [...now].filter(([id]) => old.has(id))
  const kept = new Set(
    longestCommon(
      [...old.keys()].filter((id) => now.has(id)),
      both.map(([id]) => id),
    ),
  )
  const change = (id: string): StopChange => ({
    stopId: id,
    refId: (now.get(id) ?? old.get(id))!.stop.refId,
    before: old.get(id)?.at ?? null,
    after: now.get(id)?.at ?? null,
  })
  const stays = (id: string): boolean => old.get(id)!.at.day === now.get(id)!.at.day && kept.has(id)
  const same = (id: string): boolean =>
    old.get(id)!.at.startMin === now.get(id)!.at.startMin && old.get(id)!.at.endMin === now.get(id)!.at.endMin
  const ids = both.map(([id]) => id)
  const total = (plan: Plan, of: 'walkM' | 'movingMin'): number => plan.days.reduce((sum, day) => sum + day[of], 0)
  return {
    added: [...now.keys()].filter((id) => !old.has(id)).map(change),
    removed: [...old.keys()].filter((id) => !now.has(id)).map(change),
    moved: ids.filter((id) => !stays(id)).map(change),
    retimed: ids.filter((id) => stays(id) && !same(id)).map(change),
    unchanged: ids.filter((id) => stays(id) && same(id)),
    walkM: total(after, 'walkM') - total(before, 'walkM'),
    movingMin: total(after, 'movingMin') - total(before, 'movingMin'),
    cost: before.cost.known === null || after.cost.known === null ? null : after.cost.known.amount - before.cost.known.amount,
    members: after.members.flatMap(({ travellerId, satisfaction }) => {
      const was = before.members.find((member) => member.travellerId === travellerId)
      return was === undefined ? [] : [{ travellerId, satisfaction: Math.round((satisfaction - was.satisfaction) * 1000) / 1000 }]
    }),
  }
}

function stopsOf(plan: Plan): ReadonlyMap<string, { readonly stop: Stop; readonly at: StopPlace }> {
  const anchors: readonly string[] = ['lodging', 'arrival', 'departure']
  return new Map(
    plan.days.flatMap((day) =>
      day.stops
        .filter((stop) => !anchors.includes(stop.kind))
        .map((stop) => [stop.id, { stop, at: { day: day.index, startMin: stop.startMin, endMin: stop.endMin } }] as const),
    ),
  )
}

/** The longest run of ids in the same order in both: what is not in it has moved. */
function longestCommon(a: readonly string[], b: readonly string[]): readonly string[] {
  const best: (readonly string[])[][] = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => []))
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const [up, left] = [best[i - 1]![j]!, best[i]![j - 1]!]
      best[i]![j] = a[i - 1] === b[j - 1] ? [...best[i - 1]![j - 1]!, a[i - 1]!] : up.length >= left.length ? up : left
    }
  }
  return best[a.length]![b.length]!
}
