import * as z from 'zod'
import { ItineraryId, PlaceId, StopId } from './ids.ts'
import { ItineraryView } from './itinerary-view.ts'
import { Place } from './place.ts'
import { PlanCost, Reason, Warning } from './plan.ts'
import { ClockTime, LocalizedText, Money } from './values.ts'
import { Violation } from './violation.ts'

const stopId = StopId
/** Counted from 0. */
const Day = z.number().int().min(0).max(60)
const Duration = z.number().int().min(5).max(720).nullable()
/** The stop to come right after; null = first of the day; absent = where it costs least. */
const after = StopId.nullable().exactOptional()

/** What a traveller may ask of an itinerary. */
export const Command = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('MoveStop'), stopId, day: Day, after }),
    z.object({
      type: z.literal('AddPlace'),
      placeId: PlaceId,
      day: Day,
      after,
      role: z.enum(['sight', 'meal', 'rest']).exactOptional(),
      meal: z.enum(['lunch', 'dinner']).exactOptional(),
    }),
    z.object({ type: z.literal('RemoveStop'), stopId }),
    z.object({ type: z.literal('SwapStop'), stopId, placeId: PlaceId }),
    z.object({ type: z.literal('LockStop'), stopId }),
    z.object({ type: z.literal('UnlockStop'), stopId }),
    z.object({ type: z.literal('SetDuration'), stopId, durationMin: Duration }),
    z.object({ type: z.literal('SetStart'), stopId, start: ClockTime.nullable() }),
    /** Both at once: judged, made and undone as one change. What is absent stays as it is; null is the planner's choice again. */
    z.object({ type: z.literal('SetTimes'), stopId, start: ClockTime.nullable().exactOptional(), durationMin: Duration.exactOptional() }),
    z.object({ type: z.literal('SetNote'), stopId, note: z.string().trim().min(1).max(2_000).nullable() }),
    z.object({ type: z.literal('Rename'), title: z.string().trim().min(1).max(120).nullable() }),
    z.object({ type: z.literal('Replan'), day: Day.nullable().default(null) }),
    z.object({ type: z.literal('Archive') }),
    z.object({ type: z.literal('Unarchive') }),
    z.object({ type: z.literal('RestoreVersion'), version: z.number().int().min(1) }),
    z.object({ type: z.literal('Undo') }),
    z.object({ type: z.literal('Redo') }),
  ])
  .meta({ id: 'Command' })
export type Command = z.infer<typeof Command>

export const CommandRequest = z
  .object({
    /** The version the caller saw. A change that commutes with everything since is made on the newest one all the same. */
    baseVersion: z.number().int().min(1),
    command: Command,
    /** Also where it breaks a rule; the itinerary then says so. */
    force: z.boolean().default(false),
    /** Says what would come of it, and changes nothing. */
    dryRun: z.boolean().default(false),
  })
  .meta({ id: 'CommandRequest' })
export type CommandRequest = z.infer<typeof CommandRequest>
/** As it reaches the service. The same key changes an itinerary once. */
export const EditItinerary = CommandRequest.extend({ itineraryId: ItineraryId, key: z.string().min(1).max(200) })
export type EditItinerary = z.infer<typeof EditItinerary>

const Moment = z.iso.datetime({ offset: true })
const Whereabouts = z.object({ day: z.number().int(), startAt: Moment, endAt: Moment })
const StopChange = z.object({
  stopId: z.string(),
  placeId: z.string().nullable(),
  names: LocalizedText,
  before: Whereabouts.nullable(),
  after: Whereabouts.nullable(),
})

/** What differs between two versions of an itinerary, anchors left out. Totals are after minus before. */
export const Difference = z
  .object({
    kept: z.array(z.string()),
    moved: z.array(StopChange),
    retimed: z.array(StopChange),
    added: z.array(StopChange),
    /** With the constraint that keeps it out, where there is one. */
    dropped: z.array(StopChange.extend({ reason: Reason.nullable() })),
    walkM: z.number(),
    movingMin: z.number(),
    cost: z.number().nullable(),
    members: z.array(z.object({ travellerId: z.string(), satisfaction: z.number() })),
  })
  .meta({ id: 'Difference' })
export type Difference = z.infer<typeof Difference>

export const CommandAnswer = z
  .object({
    itineraryId: ItineraryId,
    /** The version the change made, or the newest where it changed nothing. */
    version: z.number().int(),
    changed: z.boolean(),
    view: ItineraryView,
    /** Warnings of the plan that it did not carry before. */
    warnings: z.array(Warning),
    /** Rules that the change breaks; of severity `error` only with `force`. */
    violations: z.array(Violation),
    difference: Difference,
  })
  .meta({ id: 'CommandAnswer' })
export type CommandAnswer = z.infer<typeof CommandAnswer>

/** One entry of an itinerary's history, newest first. */
export const HistoryItem = z
  .object({
    version: z.number().int(),
    at: z.iso.datetime(),
    actorId: z.string(),
    /** What happened, past tense: `StopMoved`, `ItineraryPlanned`, `EditUndone`, … */
    type: z.string(),
    /** What was asked for, where somebody did. */
    command: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).nullable(),
    /** The version whose edit was undone or redone. */
    of: z.number().int().nullable(),
    /** Of the stop or place it was about, which may be in the plan no more; null where it was about none. */
    names: LocalizedText.nullable(),
  })
  .meta({ id: 'HistoryItem' })
export type HistoryItem = z.infer<typeof HistoryItem>
export const HistoryPage = z.object({ items: z.array(HistoryItem), nextCursor: z.string().nullable() }).meta({ id: 'HistoryPage' })
export type HistoryPage = z.infer<typeof HistoryPage>
/** `cursor`: a version; the page begins below it. */
export const HistoryQuery = z.object({
  cursor: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type HistoryQuery = z.infer<typeof HistoryQuery>

/** Another place for one stop, everything else staying as it is. Differences are new minus old. */
export const SlotAlternative = z
  .object({
    place: Place,
    startAt: Moment,
    endAt: Moment,
    cost: Money.nullable(),
    /** Of the plan's objective: above 0 the plan gets better by it. */
    points: z.number(),
    wayMin: z.number(),
    walkM: z.number(),
    costChange: z.number().nullable(),
    members: z.array(z.object({ travellerId: z.string(), satisfaction: z.number() })),
  })
  .meta({ id: 'SlotAlternative' })
export type SlotAlternative = z.infer<typeof SlotAlternative>

/** One of several plans for a trip, in the figures that tell them apart. */
export const PlanSummary = z
  .object({
    itineraryId: ItineraryId,
    pace: z.enum(['calm', 'balanced', 'full']),
    status: z.string(),
    version: z.number().int(),
    sights: z.number().int(),
    placeIds: z.array(z.string()),
    walkM: z.number(),
    movingMin: z.number(),
    cost: PlanCost,
    members: z.array(z.object({ travellerId: z.string(), satisfaction: z.number() })),
    warnings: z.number().int(),
    score: z.number().nullable(),
  })
  .meta({ id: 'PlanSummary' })
export type PlanSummary = z.infer<typeof PlanSummary>

/** `slot`: for the stop asked about, best first. `plans`: without a stop, the whole trip's plans side by side, this one included. */
export const Alternatives = z
  .object({ version: z.number().int(), slot: z.array(SlotAlternative).nullable(), plans: z.array(PlanSummary).nullable() })
  .meta({ id: 'Alternatives' })
export type Alternatives = z.infer<typeof Alternatives>
