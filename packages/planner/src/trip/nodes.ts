import type { LatLng } from '@yeojeong/domain'
import type { DayFrame } from './days.ts'
import type { Visit } from './visit.ts'

/** A node of the solver's travel matrix: a spot in one capacity, so that what follows what can have a price. */
export type Node = {
  readonly role: Visit['role'] | 'start' | 'end'
  readonly slot: Visit['slot']
  readonly spot: number
  readonly category: string | null
  /** A way to this end leads home (not to a station). */
  readonly home: boolean
  /** Where something fixed ends, else null: the minute the party is free again. */
  readonly toMin: number | null
}

export type Nodes = {
  readonly nodes: readonly Node[]
  readonly spots: readonly LatLng[]
  readonly visitNode: Int32Array
  readonly startNode: Int32Array
  readonly endNode: Int32Array
}

/** Numbers the spots and nodes of a trip, days' ends first. */
export function nodesOf(days: readonly DayFrame[], visits: readonly Visit[]): Nodes {
  const spots: LatLng[] = []
  const spotIndex = new Map<string, number>()
  const nodes: Node[] = []
  const nodeIndex = new Map<string, number>()
  const spotOf = (at: LatLng): number => {
    const key = `${at.lat},${at.lng}`
    const known = spotIndex.get(key)
    if (known !== undefined) return known
    spotIndex.set(key, spots.length)
    return spots.push(at) - 1
  }
  const nodeOf = (key: string, make: () => Node): number => {
    const known = nodeIndex.get(key)
    if (known !== undefined) return known
    nodeIndex.set(key, nodes.length)
    return nodes.push(make()) - 1
  }
  const end = (role: 'start' | 'end', { position, kind }: DayFrame['head'][number]): number =>
    nodeOf(`${role}:${kind}:${position.lat},${position.lng}`, () => ({
      role,
      slot: null,
      spot: spotOf(position),
      category: null,
      home: kind === 'lodging',
      toMin: null,
    }))
  return {
    nodes,
    spots,
    startNode: Int32Array.from(days, (day) => end('start', day.head.at(-1)!)),
    endNode: Int32Array.from(days, (day) => end('end', day.tail[0]!)),
    visitNode: Int32Array.from(visits, (visit) =>
      nodeOf(`${visit.slot ?? visit.role}:${visit.role === 'rest' && visit.lodging !== null ? visit.lodging.id : visit.group}`, () => ({
        role: visit.role,
        slot: visit.slot,
        spot: spotOf(visit.position),
        category: visit.role === 'sight' ? visit.place!.category : null,
        home: false,
        toMin: visit.fixed?.toMin ?? null,
      })),
    ),
  }
}
