import type * as z from 'zod'
import type { DayView, ItineraryView, StopView } from './itinerary-view.ts'
import type { Infeasible as InfeasibleSchema, Dropped, Reason, Warning } from './plan.ts'

type Ground = z.infer<typeof Reason>
type Infeasible = z.infer<typeof InfeasibleSchema>

/**
 * Grounds that say something of places, hours and ways, and nothing of a person: what whoever is not the owner may read.
 * Everything else names somebody, or what somebody needs, eats or cannot do. A code that is not here does not leave, so
 * that a new one stays at home until somebody has thought about it.
 */
export const SHAREABLE_CODES: ReadonlySet<string> = new Set([
  'must-see',
  'landmark',
  'party-interest',
  'only-of-its-kind',
  'gives',
  'on-the-way',
  'free-entry',
  'break',
  'booked',
  'bag-drop',
  'bag-pickup',
  'stay-adjusted',
  'gap-until-opening',
  'gap-until-meal',
  'gap-until-booking',
  'gap-before-setting-out',
  'gap-before-departure',
  'gap-free-time',
  'hours-unknown',
  'holiday-hours',
  'idle-gap',
  'empty-day',
  'day-beyond-pace',
  'long-way',
  'costs-unknown',
  'taxi-fares-unknown',
  'no-lodging',
  'closed-on-your-days',
  'open-only-outside-your-hours',
  'too-far',
  'displaced-by',
  'not-worth-the-way',
  'conflict-must-see',
  'conflict-booking',
  'conflict-closed',
  'conflict-hours',
  'conflict-unknown-place',
  'conflict-pace',
  'conflict-transport',
  'conflict-days',
  'conflict-arrival',
  'conflict-departure',
  'conflict-locked',
  'conflict-same-place',
  'relax-drop-must-see',
  'relax-drop-booking',
  'relax-pace',
  'relax-transport',
  'relax-add-days',
  'relax-shift-dates',
  'relax-arrival',
  'relax-departure',
  'relax-unlock',
  'relax-allow-avoided',
])
/** Parameters that are about people, whatever the code. */
const PERSONAL_PARAMS: ReadonlySet<string> = new Set(['travellerIds', 'travellerId', 'diets', 'diet', 'limitM', 'minAge'])

/**
 * An itinerary as anybody but its owner reads it: shared links, collaborators, exports, calendars. No names of travellers,
 * no ages, diets, limits or needs, nor anything they could be told from; places, times, ways, costs and notes stay.
 * Written out field by field, so that a new field of the view must be decided on here.
 */
export function forOthers(view: ItineraryView): ItineraryView {
  return {
    id: view.id,
    tripId: view.tripId,
    version: view.version,
    status: view.status,
    title: view.title,
    destination: view.destination,
    startDate: view.startDate,
    endDate: view.endDate,
    days: view.days.map(dayForOthers),
    places: view.places,
    travellers: {},
    dropped: view.dropped.filter(({ reason }) => shareable(reason)).map(droppedForOthers),
    members: [],
    cost: view.cost,
    warnings: view.warnings.filter(shareable).map(warningForOthers),
    infeasible: view.infeasible === null ? null : infeasibleForOthers(view.infeasible),
    failure: view.failure,
    degraded: view.degraded,
    attribution: view.attribution,
    createdAt: view.createdAt,
    updatedAt: view.updatedAt,
    ...(view.outOfDate === undefined ? {} : { outOfDate: view.outOfDate }),
    ...(view.history === undefined ? {} : { history: view.history }),
    ...(view.pace === undefined ? {} : { pace: view.pace }),
    // `siblings` are the owner's other plans: nobody else can open them.
  }
}

/** What conflicts and what would help, as far as it is about places and times. */
export function infeasibleForOthers({ conflict, relaxations }: Infeasible): Infeasible {
  return { conflict: conflict.filter(shareable).map(groundForOthers), relaxations: relaxations.filter(shareable).map(groundForOthers) }
}

function dayForOthers({ index, date, stops, walkM, movingMin }: DayView): DayView {
  return { index, date, stops: stops.map(stopForOthers), walkM, movingMin }
}

function stopForOthers(stop: StopView): StopView {
  const { id, kind, placeId, names, position, arriveAt, startAt, endAt, meal, open, hoursKnown, cost, locked, note, leg, pinned, refId } =
    stop
  const reasons = stop.reasons.flatMap((reason) => mealAlone(reason) ?? (shareable(reason) ? [groundForOthers(reason)] : []))
  const said = { id, kind, placeId, names, position, arriveAt, startAt, endAt, meal, open, hoursKnown, cost, locked, note, reasons, leg }
  return { ...said, ...(refId === undefined ? {} : { refId }), ...(pinned === undefined ? {} : { pinned }) }
}

/** That a meal is at its time may be said; what somebody can eat may not. */
function mealAlone({ code, params }: Ground): Ground[] | null {
  if (code !== 'meal-fits-all' || params['meal'] === undefined) return null
  return [{ code, params: { meal: params['meal'], diets: [], travellerIds: [] } }]
}

/** Whether a reason or warning may be told to whoever is not the owner. */
export function shareable({ code, params }: { readonly code: string; readonly params: object }): boolean {
  return SHAREABLE_CODES.has(code) && !Object.keys(params).some((name) => PERSONAL_PARAMS.has(name))
}

function groundForOthers<R extends { readonly code: string; readonly params: Readonly<Record<string, unknown>> }>({ code, params }: R) {
  return { code, params } as Pick<R, 'code' | 'params'>
}

function warningForOthers({ code, params, stopId, day }: z.infer<typeof Warning>): z.infer<typeof Warning> {
  return { code, params, stopId, day }
}

function droppedForOthers({ placeId, names, wished, reason }: z.infer<typeof Dropped>): z.infer<typeof Dropped> {
  return { placeId, names, wished, reason: groundForOthers(reason) }
}
