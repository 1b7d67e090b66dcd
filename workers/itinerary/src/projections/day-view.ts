import type { DayView, LegView, StopView } from '@yeojeong/contracts'
import { toIso, type DayPlan, type Leg, type Pins, type Stop } from '@yeojeong/domain'

/** A plan's days as they are read: minutes of a local day become moments with the destination's offset. */
export function dayViews(days: readonly DayPlan[], timeZone: string, placeIds: ReadonlySet<string>, pins: Pins = {}): DayView[] {
  return days.map(({ index, date, stops, walkM, movingMin }) => {
    const moment = (minute: number): string => toIso(date, minute, timeZone)
    return {
      index,
      date,
      walkM,
      movingMin,
      stops: stops.map((stop) => ({ ...stopView(stop, moment, placeIds), ...pinnedOf(pins[stop.id]) })),
    }
  })
}

function pinnedOf(pin: Pins[string] | undefined): Pick<StopView, 'pinned'> {
  return pin === undefined ? {} : { pinned: { start: pin.startMin !== null, duration: pin.stayMin !== null } }
}

type ToMoment = (minute: number) => string

function stopView(stop: Stop, moment: ToMoment, placeIds: ReadonlySet<string>): StopView {
  const { id, kind, refId, names, position, meal, open, hoursKnown, cost, locked, note, leg } = stop
  return {
    id,
    kind,
    ...referred(refId, placeIds),
    names,
    position,
    arriveAt: moment(stop.arriveMin),
    startAt: moment(stop.startMin),
    endAt: moment(stop.endMin),
    meal,
    open: open === null ? null : { opensAt: moment(open.open), closesAt: moment(open.close), lastEntryAt: moment(open.lastEntry) },
    hoursKnown,
    cost,
    locked,
    note,
    reasons: stop.reasons.map(mutable),
    leg: leg === null ? null : legView(leg, moment),
  }
}

function referred(refId: string | null, placeIds: ReadonlySet<string>): Pick<StopView, 'placeId' | 'refId'> {
  if (refId === null) return { placeId: null }
  return placeIds.has(refId) ? { placeId: refId } : { placeId: null, refId }
}

function legView({ departMin, arriveMin, ...leg }: Leg, moment: ToMoment): LegView {
  return { ...leg, departAt: moment(departMin), arriveAt: moment(arriveMin) }
}

type Params = { readonly [name: string]: string | number | readonly string[] }
type MutableParams = { [name: string]: string | number | string[] }

/** The same grounds in the type the wire's schema infers. */
export function mutable<R extends { readonly code: string; readonly params: Params }>(
  reason: R,
): Omit<R, 'params'> & { params: MutableParams } {
  const params = Object.entries(reason.params).map(([name, value]) => [name, typeof value === 'object' ? [...value] : value] as const)
  return { ...reason, params: Object.fromEntries(params) }
}
