import type { Place } from '../place.ts'
import type { DayPlan, Plan, Stop } from '../plan/plan.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Destination, Pace, Wishes } from '../trip/brief.ts'

/** What a plan was made for, as far as its reader needs to know. */
export type ItineraryFrame = { readonly destination: Destination; readonly startDate: PlainDate; readonly endDate: PlainDate }

/** What the facts behind a plan were not quite (`cache`, `providers`, `stale`), and whom they are owed to. */
export type Provenance = {
  readonly degraded: readonly ('cache' | 'providers' | 'stale' | 'holidays')[]
  readonly attribution: readonly string[]
}

/** The times a traveller has set for a stop: minutes from midnight, minutes. Null = the planner's choice. */
export type Pin = { readonly startMin: number | null; readonly stayMin: number | null }
export type Pins = { readonly [stopId: string]: Pin }

/** What was asked of the plan beyond the trip; `pace` null = the trip's own. */
export type Asked = Wishes & { readonly pace: Pace | null }

/** Which state of the trip a plan was made for. `digest`: of everything a plan depends on; a new title does not change it. */
export type TripBasis = { readonly version: number; readonly digest: string }

/** All of an itinerary that an edit may change, and an undo may bring back. */
export type Content = {
  readonly frame: ItineraryFrame
  readonly seed: number
  readonly plan: Plan
  readonly places: readonly Place[]
  readonly provenance: Provenance
  readonly asked: Asked
  /** Null: planned before this was kept. */
  readonly basis: TripBasis | null
  readonly pins: Pins
  /** A title of its own; null = the trip's. */
  readonly title: string | null
  readonly archived: boolean
}

export type PlanRest = Omit<Plan, 'days'>

/** The difference an event makes, whole values for whatever is named. `days`: those that changed, by their index; `dayCount` where it did. */
export type ContentChange = {
  readonly days?: readonly DayPlan[]
  readonly dayCount?: number
  readonly rest?: PlanRest
  readonly placesIn?: readonly Place[]
  readonly placesOut?: readonly string[]
  readonly frame?: ItineraryFrame
  readonly provenance?: Provenance
  readonly asked?: Asked
  readonly basis?: TripBasis | null
  readonly pins?: Pins
  readonly title?: string | null
  readonly archived?: boolean
}

export function applyChange(content: Content, change: ContentChange): Content {
  const { days = [], dayCount = content.plan.days.length, rest, placesIn = [], placesOut = [], ...values } = change
  const changed = new Map(days.map((day) => [day.index, day]))
  const allDays = Array.from({ length: dayCount }, (_, index) => {
    const day = changed.get(index) ?? content.plan.days[index]
    if (day === undefined) throw new Error(`itinerary stream: no day ${index}`)
    return day
  })
  const gone = new Set([...placesOut, ...placesIn.map((place) => place.id)])
  return {
    ...content,
    ...values,
    plan: { ...content.plan, ...rest, days: allDays },
    places: [...content.places.filter((place) => !gone.has(place.id)), ...placesIn],
  }
}

/** What leads from one content to another. */
export function changeBetween(before: Content, after: Content): ContentChange {
  const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b)
  const days = after.plan.days.filter((day, index) => differs(day, before.plan.days[index]))
  const { days: _old, ...restBefore } = before.plan
  const { days: _new, ...rest } = after.plan
  const known = new Map(before.places.map((place) => [place.id, place]))
  const kept = new Set(after.places.map((place) => place.id))
  const placesIn = after.places.filter((place) => differs(place, known.get(place.id)))
  const placesOut = before.places.filter((place) => !kept.has(place.id)).map((place) => place.id)
  const names = ['frame', 'provenance', 'asked', 'basis', 'pins', 'title', 'archived'] as const
  return {
    ...(days.length > 0 ? { days } : {}),
    ...(after.plan.days.length === before.plan.days.length ? {} : { dayCount: after.plan.days.length }),
    ...(differs(restBefore, rest) ? { rest } : {}),
    ...(placesIn.length > 0 ? { placesIn } : {}),
    ...(placesOut.length > 0 ? { placesOut } : {}),
    ...Object.fromEntries(names.flatMap((name) => (differs(before[name], after[name]) ? [[name, after[name]]] : []))),
  }
}

export function stopIn(plan: Plan, stopId: string): { readonly stop: Stop; readonly day: number } | null {
  for (const { index, stops } of plan.days) {
    const stop = stops.find((one) => one.id === stopId)
    if (stop !== undefined) return { stop, day: index }
  }
  return null
}

/** The content with one stop changed, its times and place aside. */
export function withStop(content: Content, stopId: string, change: Partial<Pick<Stop, 'locked' | 'note'>>): Content {
  const days = content.plan.days.map((day) =>
    day.stops.some(({ id }) => id === stopId)
      ? { ...day, stops: day.stops.map((stop) => (stop.id === stopId ? { ...stop, ...change } : stop)) }
      : day,
  )
  return { ...content, plan: { ...content.plan, days } }
}
