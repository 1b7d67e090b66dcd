import type { DayPlan, Money, Stop } from '@yeojeong/domain'
import { ItineraryBuilder, type DayBuilder, type StopDraft } from './builder.ts'
import { BAGS_MIN, type DayFrame, type Point } from './days.ts'
import { travelMinutes } from './compile.ts'
import type { Prepared } from './problem.ts'
import { stopId } from './stop-id.ts'
import { timeDay, type Timed } from './timing.ts'
import type { Visit } from './visit.ts'

export type Assembled = {
  readonly days: readonly DayPlan[]
  /** The visit behind each stop that was chosen or fixed, by stop id. */
  readonly visitOf: ReadonlyMap<string, Visit>
  readonly timed: readonly (readonly Timed[])[]
}

/** Turns the solver's tours (visit numbers in order) into days of stops with their times. */
export function assemble(prepared: Prepared, tours: readonly (readonly number[])[]): Assembled {
  const { setting, ways, compiled } = prepared
  const builder = new ItineraryBuilder((from, to) => ways.between(from, to))
  const visitOf = new Map<string, Visit>()
  const timed = tours.map((tour, t) => timesOf(prepared, tour, t))
  setting.days.forEach((day, t) => {
    buildDay(prepared, builder.day(day.date), day, timed[t]!, visitOf)
  })
  if (timed.some((list, t) => list.length !== tours[t]!.length))
    throw new RangeError(`a tour of ${compiled.visits.length} visits lost stops`)
  return { days: builder.days(), visitOf, timed }
}

function timesOf({ compiled, setting }: Prepared, tour: readonly number[], t: number): readonly Timed[] {
  const { nodes, table, visits, model } = compiled
  const path = [model.startNode[t]!, ...tour.map((v) => model.visitNode[v]!), model.endNode[t]!].map((n) => nodes.nodes[n]!)
  const travel = path.slice(1).map((node, i) => travelMinutes(path[i]!, node, table))
  const { earliest, latest, head, tail } = setting.days[t]!
  const ends = {
    arriving: head.at(-1)!.kind === 'arrival' && setting.brief.arrival.at !== null,
    departing: tail.at(-1)!.kind === 'departure' && setting.brief.departure.at !== null,
  }
  const timed = timeDay(
    tour.map((v) => visits[v]!),
    { earliest, latest, day: t, travel, ...ends },
  )
  if (timed === null) throw new RangeError(`day ${t}: the solver's order does not fit its own hours`)
  return timed
}

function buildDay(prepared: Prepared, builder: DayBuilder, day: DayFrame, timed: readonly Timed[], visitOf: Map<string, Visit>): void {
  const { ways } = prepared
  const key = (what: string): string => stopId(`${prepared.input.brief.tripId}|${what}`)
  const first = timed[0]
  const way = first === undefined ? 0 : (ways.between(day.head.at(-1)!.position, first.visit.position)?.durationMin ?? 0)
  const leave = first === undefined ? emptyLeave(prepared, day) : first.startMin - way
  begin(builder, day, leave, key)
  for (const one of timed) {
    const draft = draftOf(prepared, one, day, key)
    visitOf.set(draft.id, one.visit)
    const { fixed, place, role } = one.visit
    const insideWalkM = role === 'sight' || fixed?.isSight === true ? Math.ceil(place?.insideWalkM ?? 0) : 0
    builder.visit(draft, { insideWalkM, keepClearMin: fixed === null ? 0 : fixed.toMin - fixed.endMin })
  }
  end(builder, day, timed.length === 0, key)
}

/** On a day with nothing in it the party leaves when it must to be in time, or at once when it only just came. */
export function emptyLeave({ ways }: Pick<Prepared, 'ways'>, day: DayFrame): number {
  const minutes = ways.between(day.head.at(-1)!.position, day.tail.at(-1)!.position)?.durationMin ?? 0
  return day.tail.at(-1)!.kind === 'departure' ? Math.max(day.from, day.until - minutes - BAGS_MIN) : day.from
}

export function begin(builder: DayBuilder, day: DayFrame, leave: number, key: (what: string) => string): void {
  const [start, bags] = day.head
  const at = pointDraft(start!, key(`start:${day.date}:${start!.refId ?? start!.kind}`))
  const from = start!.kind === 'arrival' ? day.from : leave
  if (bags === undefined) {
    builder.begin({ ...at, startMin: Math.min(from, leave), endMin: leave })
    return
  }
  builder.begin({ ...at, startMin: day.from, endMin: day.from })
  builder.pass(pointDraft(bags, key(`bags-in:${day.date}:${bags.refId}`)), BAGS_MIN).stayUntil(leave)
}

export function end(builder: DayBuilder, day: DayFrame, empty: boolean, key: (what: string) => string): void {
  const [first, last] = [day.tail[0]!, day.tail.at(-1)!]
  const same = day.head.at(-1)!.refId === first.refId
  if (day.tail.length > 1 && !(empty && same)) builder.pass(pointDraft(first, key(`bags-out:${day.date}:${first.refId}`)), BAGS_MIN)
  if (empty && same && day.head.length > 1 && day.tail.length === 1) return
  builder.pass(pointDraft(last, key(`end:${day.date}:${last.refId ?? last.kind}`)), 0)
}

function pointDraft({ kind, refId, names, position }: Point, id: string): Omit<StopDraft, 'startMin' | 'endMin'> {
  return { id, kind, refId, names, position, meal: null, open: null, hoursKnown: true, cost: null, locked: false, note: null, reasons: [] }
}

function draftOf(prepared: Prepared, { visit, startMin, endMin }: Timed, day: DayFrame, key: (what: string) => string): StopDraft {
  const { fixed, place, lodging } = visit
  if (fixed?.stop) {
    const { arriveMin: _arrive, leg: _leg, ...kept } = fixed.stop
    return { ...kept, reasons: [] }
  }
  const base = { position: visit.position, locked: false, note: null, reasons: [], meal: visit.meal }
  if (fixed?.booking) {
    const { id, name, startMin: from, endMin: to } = fixed.booking
    return {
      ...base,
      id: key(`booking:${id}`),
      kind: 'booking',
      refId: id,
      names: name,
      startMin: from,
      endMin: to,
      open: null,
      hoursKnown: true,
      cost: null,
    }
  }
  if (lodging !== null) {
    return {
      ...base,
      id: key(`rest:${day.date}:${lodging.id}`),
      kind: 'rest',
      refId: lodging.id,
      names: lodging.name,
      startMin,
      endMin,
      open: null,
      hoursKnown: true,
      cost: null,
    }
  }
  const kind = visit.role === 'fixed' ? 'sight' : visit.role
  return {
    ...base,
    id: key(`${kind}:${place!.id}`),
    kind,
    refId: place!.id,
    names: place!.names,
    startMin,
    endMin,
    open: openOf(visit, day.index, startMin, endMin),
    hoursKnown: visit.knownOn[day.index]!,
    cost: visit.cost,
  }
}

function openOf(visit: Visit, day: number, startMin: number, endMin: number): Stop['open'] {
  if (visit.place?.hours.kind !== 'scheduled' || !visit.knownOn[day]!) return null
  const found = visit.windows[day]!.find((w) => w.open <= startMin && startMin <= w.lastEntry && endMin <= w.close)
  return found === undefined ? null : { open: found.open, close: found.close, lastEntry: found.lastEntry }
}

/** Known costs in the trip's currency, and how many stops at places have none known. */
export function costOfPlan(days: readonly DayPlan[], currency: string): { readonly known: Money | null; readonly unknownStops: number } {
  const stops = days.flatMap((day) => day.stops)
  const known = stops.flatMap((stop) => (stop.cost === null ? [] : [stop.cost]))
  const paid = known.filter((cost) => cost.amount !== 0)
  const one = paid.every((cost) => cost.currency === paid[0]!.currency)
  const unknownStops = stops.filter((stop) => stop.cost === null && stop.refId !== null && isPlaceStop(stop)).length
  if (known.length === 0 || !one) return { known: null, unknownStops }
  return { known: { amount: paid.reduce((sum, cost) => sum + cost.amount, 0), currency: paid[0]?.currency ?? currency }, unknownStops }
}

function isPlaceStop(stop: Stop): boolean {
  return stop.kind === 'sight' || stop.kind === 'meal' || (stop.kind === 'rest' && stop.refId?.startsWith('plc_') === true)
}
