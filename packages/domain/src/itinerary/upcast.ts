/** An event as it was stored, whatever its age. */
export type StoredEvent = { readonly type: string; readonly v: number; readonly data: unknown }

type Upcaster = (data: Record<string, unknown>) => Record<string, unknown>

const NOTHING_ASKED = { pace: null, mustSee: [], avoid: [], avoidCategories: [], interests: [], fairness: 0.5 }

/** From each schema version that was ever written to the next. Never edited, only added to. */
const UPCASTERS: { readonly [event: string]: Upcaster } = {
  // Version 1 did not keep what was asked, nor for which state of the trip.
  'ItineraryPlanned@1': (data) => ({ ...data, asked: NOTHING_ASKED, basis: null, siblings: [] }),
}

/** The event in its newest shape. What it holds is still to be parsed. */
export function upcast(event: StoredEvent): StoredEvent {
  const next = UPCASTERS[`${event.type}@${event.v}`]
  return next === undefined ? event : upcast({ type: event.type, v: event.v + 1, data: next(event.data as Record<string, unknown>) })
}
