import { err, ok, type Meal, type Place, type Plan, type Result, type Stop } from '@yeojeong/domain'
import { stopId } from './stop-id.ts'

/** What a traveller wants of a stop's times, whatever the planner thinks: minutes from midnight, minutes. Null = no wish. */
export type Pin = { readonly startMin: number | null; readonly stayMin: number | null }
export type Pins = { readonly [stopId: string]: Pin }

/**
 * What a traveller changes in a plan. `after`: the stop it comes right after, null = first of the day, absent = where it costs least.
 * A place comes as a meal where only that is sensible, else as a sight, unless `role` says otherwise.
 */
export type PlanEdit =
  | { readonly type: 'move'; readonly stopId: string; readonly day: number; readonly after?: string | null }
  | {
      readonly type: 'add'
      readonly placeId: string
      readonly day: number
      readonly after?: string | null
      readonly role?: 'sight' | 'meal' | 'rest'
      readonly meal?: 'lunch' | 'dinner'
    }
  | { readonly type: 'remove'; readonly stopId: string }
  | { readonly type: 'swap'; readonly stopId: string; readonly placeId: string }
  /** Nothing but times: a stop's pins have changed. */
  | { readonly type: 'retime'; readonly stopId: string }

/** `stop_fixed`: bookings and the ends of days do not move. `does_not_fit`: no way of timing the day holds what is fixed in it. */
export type EditRefusal = {
  readonly code: 'stop_unknown' | 'place_unknown' | 'place_already_there' | 'day_unknown' | 'stop_fixed' | 'does_not_fit'
}

/** One stop of a day without its times; `stop` is what it was before, null when it is new. */
export type Item = {
  readonly id: string
  readonly stop: Stop | null
  readonly place: Place | null
  readonly role: 'sight' | 'meal' | 'rest' | 'booking'
  readonly meal: Meal | null
}
export type Outline = readonly (readonly Item[])[]

/** The plan's stops by day; where a day begins and ends is the trip's, not the traveller's to change. */
export function outlineOf(plan: Plan, places: ReadonlyMap<string, Place>): Outline {
  return plan.days.map((day) =>
    day.stops.flatMap((stop): Item[] => {
      const { kind, meal, id, refId } = stop
      if (kind === 'arrival' || kind === 'departure' || kind === 'lodging') return []
      return [{ id, stop, place: refId === null ? null : (places.get(refId) ?? null), role: kind, meal }]
    }),
  )
}

/** `options`: the possible outlines, of which the one that costs least is to be taken. `touched`: the days they differ in, and the item. */
export type Edited = { readonly options: readonly Outline[]; readonly days: readonly number[]; readonly itemId: string | null }

export function applyEdit(
  outline: Outline,
  edit: PlanEdit,
  placeOf: (id: string) => Place | null,
  tripId: string,
): Result<Edited, EditRefusal> {
  if (edit.type === 'add') return add(outline, edit, placeOf, tripId)
  const found = find(outline, edit.stopId)
  if (found === null) return err({ code: 'stop_unknown' })
  const { item, day } = found
  if (item.role === 'booking') return err({ code: 'stop_fixed' })
  const without = replaceDay(
    outline,
    day,
    outline[day]!.filter((one) => one !== item),
  )
  switch (edit.type) {
    case 'retime':
      return ok({ options: [outline], days: [day], itemId: item.id })
    case 'remove':
      return ok({ options: [without], days: [day], itemId: null })
    case 'swap': {
      const place = placeOf(edit.placeId)
      if (place === null) return err({ code: 'place_unknown' })
      const next = newItem(place, item.role, item.meal, tripId)
      if (has(without, next)) return err({ code: 'place_already_there' })
      return ok({
        options: [
          replaceDay(
            outline,
            day,
            outline[day]!.map((one) => (one === item ? next : one)),
          ),
        ],
        days: [day],
        itemId: next.id,
      })
    }
    case 'move':
      return inserted(without, item, edit.day, edit.after, [...new Set([day, edit.day])])
    default:
      return edit satisfies never
  }
}

function add(
  outline: Outline,
  edit: PlanEdit & { type: 'add' },
  placeOf: (id: string) => Place | null,
  tripId: string,
): Result<Edited, EditRefusal> {
  const place = placeOf(edit.placeId)
  if (place === null) return err({ code: 'place_unknown' })
  const today = outline[edit.day]
  if (today === undefined) return err({ code: 'day_unknown' })
  const role = edit.role ?? (edit.meal !== undefined || isOnlyForEating(place) ? 'meal' : 'sight')
  const eaten = new Set(today.map((item) => item.meal))
  const meal = role === 'meal' ? (edit.meal ?? (eaten.has('lunch') ? 'dinner' : 'lunch')) : null
  const item = newItem(place, role, meal, tripId)
  if (has(outline, item)) return err({ code: 'place_already_there' })
  return inserted(outline, item, edit.day, edit.after, [edit.day])
}

function isOnlyForEating(place: Place): boolean {
  return place.category === 'restaurant' || place.category === 'food-hall'
}

function newItem(place: Place, role: 'sight' | 'meal' | 'rest', meal: Meal | null, tripId: string): Item {
  return { id: stopId(`${tripId}|${role}:${place.id}`), stop: null, place, role, meal }
}

/** The same place in another role is another stop; in the same role it would be the same one. */
function has(outline: Outline, item: Item): boolean {
  return outline.some((items) => items.some((one) => one.id === item.id || (one.place !== null && one.place.id === item.place?.id)))
}

function inserted(
  outline: Outline,
  item: Item,
  day: number,
  after: string | null | undefined,
  days: readonly number[],
): Result<Edited, EditRefusal> {
  const today = outline[day]
  if (today === undefined) return err({ code: 'day_unknown' })
  const at = (index: number): Outline => replaceDay(outline, day, [...today.slice(0, index), item, ...today.slice(index)])
  if (after === undefined) return ok({ options: [...today, null].map((_, index) => at(index)), days, itemId: item.id })
  const index = after === null ? 0 : today.findIndex((one) => one.id === after) + 1
  if (after !== null && index === 0) return err({ code: 'stop_unknown' })
  return ok({ options: [at(index)], days, itemId: item.id })
}

function replaceDay(outline: Outline, day: number, items: readonly Item[]): Outline {
  return outline.map((one, index) => (index === day ? items : one))
}

function find(outline: Outline, id: string): { readonly item: Item; readonly day: number } | null {
  for (const [day, items] of outline.entries()) {
    const item = items.find((one) => one.id === id)
    if (item !== undefined) return { item, day }
  }
  return null
}
