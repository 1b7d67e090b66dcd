import type { Reason, Warning } from '@yeojeong/domain'

/**
 * Every code a plan or a refusal may carry, with its parameters: the whole vocabulary for whoever writes the sentences.
 *
 * Parameters by name: `…Min` minutes (clock times from local midnight when the name ends in `AtMin`), `…M` metres, `amount` + `currency` money
 * of the whole party, `date`/`dates` plain dates, `travellerIds` people by id, `placeId(s)`, `bookingId`, `lodgingId` ids; `interest`, `category`,
 * `diet(s)`, `meal`, `pace`, `transport` words of the domain's own lists.
 */

/** Why a stop is in the plan, and why there. */
export type StopReasons = {
  /** It was asked for by name. */
  'must-see': Empty
  /** One of the places a visitor would most regret missing; prominence 4 or 5. */
  landmark: { readonly prominence: number }
  /** These people said they like (2) or came for (3) what this place has most of. */
  'liked-by': { readonly travellerIds: readonly string[]; readonly interest: string }
  /** The party as a whole asked for this. */
  'party-interest': { readonly interest: string }
  /** Made for children, and there are some. */
  'for-children': { readonly travellerIds: readonly string[] }
  /** The only place of its kind in the whole trip. */
  'only-of-its-kind': { readonly category: string }
  /** What it has most of, where no stronger ground stands. */
  gives: { readonly interest: string; readonly prominence: number }
  /** Costs at most this many minutes of way more than passing it by. */
  'on-the-way': { readonly detourMin: number }
  /** Known to be step-free, which these people need. */
  'step-free': { readonly travellerIds: readonly string[] }
  /** Admission is free for everybody. */
  'free-entry': Empty
  /** A meal everybody can eat: these diets are served. `diets` empty: nobody has one. */
  'meal-fits-all': { readonly meal: string; readonly diets: readonly string[]; readonly travellerIds: readonly string[] }
  /** The afternoon rest these people need. */
  'rest-for': { readonly travellerIds: readonly string[]; readonly place: RestPlace }
  /** Half an hour to sit down; nobody needs it, everybody likes it. */
  break: { readonly place: RestPlace }
  /** Bought: fixed in place and time. */
  booked: { readonly startAtMin: number; readonly endAtMin: number }
  /** Bags are left at the lodging before the day goes on. */
  'bag-drop': Empty
  /** Bags are fetched from the lodging before leaving. */
  'bag-pickup': Empty
  /** The way here is by taxi though the trip is by public transport: whom it spares so many metres on foot. Its fare is unknown. */
  'taxi-for': { readonly cause: TaxiCause; readonly travellerIds: readonly string[]; readonly sparesM: number }
  /** The day ends here by this time because of these children. */
  'early-end-for': { readonly travellerIds: readonly string[]; readonly endAtMin: number }
  /** The stay is longer or shorter than people usually stay, to fit the day. */
  'stay-adjusted': { readonly stayMin: number; readonly usualMin: number }
  /** What the time between the last stop and this one, beyond the way, is for. */
  'gap-until-opening': { readonly gapMin: number; readonly opensAtMin: number }
  'gap-until-meal': { readonly gapMin: number; readonly meal: string }
  'gap-until-booking': { readonly gapMin: number; readonly bookingId: string }
  /** Hours at the arrival point before setting out, and at the departure point before it is time. */
  'gap-before-setting-out': { readonly gapMin: number }
  'gap-before-departure': { readonly gapMin: number }
  /** Nothing worth the way fits: free time. */
  'gap-free-time': { readonly gapMin: number }
}

/** What the reader must know although the plan holds. */
export type WarningReasons = {
  /** Nobody told us when this place is open: check before going. */
  'hours-unknown': Empty
  /** A public holiday, with nothing said about it: hours may differ. */
  'holiday-hours': { readonly date: string }
  /** Owed, and no place that is open, reachable and right for everybody serves it: eat at the lodging or bring a picnic. */
  'no-meal-found': { readonly meal: string; readonly cause: MealCause }
  /** No place to sit down in the afternoon was found for these people. */
  'no-rest-found': { readonly travellerIds: readonly string[] }
  'idle-gap': { readonly gapMin: number; readonly fromAtMin: number; readonly toAtMin: number }
  /** A day (or the hours left of it) without any sight. */
  'empty-day': { readonly cause: EmptyCause }
  /** Something fixed starts before or ends after the hours of the wished pace. */
  'day-beyond-pace': { readonly startAtMin: number; readonly endAtMin: number }
  /** A single way of this many minutes. */
  'long-way': { readonly durationMin: number }
  /** Fixed points alone ask for this much moving in the day. */
  'moving-beyond-limit': { readonly movingMin: number; readonly limitMin: number }
  /** The budget holds for known costs; this many stops have none known. */
  'costs-unknown': { readonly stops: number }
  /** Fares of taxis are no part of the costs: so many rides. */
  'taxi-fares-unknown': { readonly rides: number }
  /** Nobody told us whether the lodging is step-free, and these people need it. */
  'lodging-access-unknown': { readonly lodgingId: string; readonly travellerIds: readonly string[] }
  'lodging-not-step-free': { readonly lodgingId: string; readonly travellerIds: readonly string[] }
  /** No lodging is given for the night after this date. */
  'no-lodging': { readonly date: string }
  /** Nobody told us whether the place of this booking is step-free, and these people need it. */
  'booking-access-unknown': { readonly bookingId: string; readonly travellerIds: readonly string[] }
  /** A traveller has changed the plan although it then breaks this rule of the checker; `detail` says it with its numbers, for programs. */
  'rule-broken': { readonly rule: string; readonly detail: string }
}

export type RestPlace = 'lodging' | 'cafe' | 'outdoors' | 'indoors'
/** `far-stop`: to the stop and from it is too far to walk; `near`: too far to walk and too near for a train. */
export type TaxiCause = 'far-stop' | 'bags' | 'little-walking' | 'near' | 'no-transit'
export type MealCause = 'nothing-open' | 'no-diet-match' | 'no-access' | 'over-budget' | 'out-of-reach' | 'no-places'
export type EmptyCause = 'short' | 'booked' | 'nothing-fits'

/** The constraint that kept a wished or notable place out. */
export type DroppedReasons = {
  'closed-on-your-days': { readonly dates: readonly string[] }
  /** Open, but never for a whole stay while the party is free. */
  'open-only-outside-your-hours': { readonly dates: readonly string[] }
  'not-step-free': { readonly travellerIds: readonly string[] }
  'step-free-unknown': { readonly travellerIds: readonly string[] }
  'too-young': { readonly travellerIds: readonly string[]; readonly minAge: number }
  /** A climb, and these people cannot be expected to climb. */
  'too-strenuous': { readonly travellerIds: readonly string[] }
  /** Its own paths are longer than somebody may walk in a day. */
  'too-much-walking': { readonly insideM: number; readonly limitM: number }
  /** There and back takes longer than the party may move in a day, or than the day has. */
  'too-far': { readonly wayMin: number }
  'over-budget': { readonly amount: number; readonly left: number; readonly currency: string }
  /** The party asked to keep away from it or from its kind. */
  avoided: { readonly category: string }
  /** Every day it is open is full: getting it in would cost these, which serve the party better. */
  'displaced-by': { readonly placeIds: readonly string[] }
  /** It would fit, with so many minutes more of way, and gives less than that costs. */
  'not-worth-the-way': { readonly wayMin: number }
}

/** How one traveller is served. */
export type MemberReasons = {
  /** The stop that gives them most. */
  'best-stop': { readonly placeId: string; readonly interest: string }
  /** They came for this (3) or like it (2), and the plan has nothing of it. */
  'interest-missing': { readonly interest: string }
  /** Of all travellers, served least well. */
  'least-served': Empty
}

/** Wishes and facts that together cannot be. Take any one away and the rest can. */
export type ConflictReasons = {
  'conflict-must-see': { readonly placeId: string }
  'conflict-booking': { readonly bookingId: string }
  'conflict-closed': { readonly placeId: string; readonly dates: readonly string[] }
  'conflict-hours': { readonly placeId: string }
  'conflict-step-free': { readonly placeId: string; readonly travellerIds: readonly string[]; readonly known: 'no' | 'partly' | 'unknown' }
  'conflict-min-age': { readonly placeId: string; readonly travellerIds: readonly string[]; readonly minAge: number }
  /** Two wishes for what is one place, or a part of it. */
  'conflict-same-place': { readonly placeIds: readonly string[] }
  'conflict-unknown-place': { readonly placeId: string }
  /** Wished for and to be avoided at once. */
  'conflict-avoided': { readonly placeId: string }
  'conflict-walking': { readonly travellerIds: readonly string[]; readonly limitM: number }
  'conflict-budget': { readonly amount: number; readonly currency: string }
  'conflict-pace': { readonly pace: string }
  'conflict-transport': { readonly transport: string }
  'conflict-days': { readonly days: number }
  /** When the party comes, and when it must be gone. */
  'conflict-arrival': { readonly atMin: number }
  'conflict-departure': { readonly atMin: number }
  /** A locked stop of the plan before. */
  'conflict-locked': { readonly stopId: string }
}

/** Smallest changes that were tried and do work: each by itself is enough. Lists mean all of them at once. */
export type RelaxationReasons = {
  'relax-drop-must-see': { readonly placeIds: readonly string[] }
  'relax-drop-booking': { readonly bookingIds: readonly string[] }
  /** These together, where no smaller change is enough; transport and pace as they were where they need not change. */
  'relax-several': {
    readonly placeIds: readonly string[]
    readonly bookingIds: readonly string[]
    readonly transport: string
    readonly pace: string
  }
  'relax-pace': { readonly pace: string }
  'relax-transport': { readonly transport: string }
  'relax-budget': { readonly amount: number; readonly currency: string }
  'relax-walking': { readonly legM: number; readonly dayM: number }
  'relax-add-days': { readonly days: number }
  'relax-shift-dates': { readonly startDate: string }
  'relax-arrival': { readonly atMin: number }
  'relax-departure': { readonly atMin: number }
  'relax-unlock': { readonly stopId: string }
  'relax-allow-avoided': { readonly placeId: string }
}

type Empty = { readonly [name: string]: never }
export type Codes = StopReasons & WarningReasons & DroppedReasons & MemberReasons & ConflictReasons & RelaxationReasons
export type Code = keyof Codes

/** A reason with the parameters its code asks for. */
export function reason<C extends Code>(code: C, params: Codes[C]): Reason {
  return { code, params: params as Reason['params'] }
}

export function warning<C extends keyof WarningReasons>(
  code: C,
  params: WarningReasons[C],
  stopId: string | null,
  day: number | null,
): Warning {
  return { ...reason(code, params as Codes[C]), stopId, day }
}
