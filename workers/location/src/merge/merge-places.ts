import type { Place } from '@yeojeong/domain'
import { mergeOne } from './merge-one.ts'
import { known, sameness, type Known } from './same-place.ts'

type Cluster = { readonly members: Known[]; readonly lists: Set<number> }

/**
 * Several providers' answers as one list: the same place from two of them is one place, in the order of the first that
 * named it. `answers` come best provider first, one list each; within a list nothing is merged, since a provider tells
 * its own places apart. Places closed for good are left out.
 */
export function mergePlaces(answers: readonly (readonly Place[])[]): readonly Place[] {
  const clusters: Cluster[] = []
  answers.forEach((places, list) => {
    const incoming = once(places).map(known)
    const homes = matched(incoming, clusters)
    for (const one of incoming) {
      const home = homes.get(one)
      if (home === undefined) clusters.push({ members: [one], lists: new Set([list]) })
      else {
        home.members.push(one)
        home.lists.add(list)
      }
    }
  })
  return clusters.map(({ members }) => mergeOne(members.map(({ place }) => place))).filter((place) => place !== null)
}

function once(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [place.id, place])).values()]
}

/** Each newcomer's cluster, the surest pairs first; one of a list to a cluster. */
function matched(incoming: readonly Known[], clusters: readonly Cluster[]): ReadonlyMap<Known, Cluster> {
  const pairs = incoming
    .flatMap((one) =>
      clusters.map((cluster) => ({ one, cluster, sure: Math.max(...cluster.members.map((member) => sameness(one, member))) })),
    )
    .filter(({ sure }) => sure > 0)
    .toSorted((a, b) => b.sure - a.sure || (a.one.place.id < b.one.place.id ? -1 : 1))
  const homes = new Map<Known, Cluster>()
  const taken = new Set<Cluster>()
  for (const { one, cluster } of pairs) {
    if (homes.has(one) || taken.has(cluster)) continue
    homes.set(one, cluster)
    taken.add(cluster)
  }
  return homes
}
