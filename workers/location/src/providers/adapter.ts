import type { HolidayCalendar, Place, PlaceQuery, Region } from '@yeojeong/contracts'
import type { CallOutcome, LatLng, LegMode, Result } from '@yeojeong/domain'

/** What a tool call brought back, before anybody reads meaning into it. Texts are already redacted. */
export type ToolResult = {
  /** Null where the server sends none. */
  readonly structured: unknown
  /** The text blocks, in order. */
  readonly texts: readonly string[]
  readonly isError: boolean
}

/** Why an answer could not be used; the outcome is what the breaker hears. An empty answer is no failure. */
export type ParseFailure = { readonly outcome: Exclude<CallOutcome, { kind: 'ok' }>; readonly detail: string }

/** Another call to the same provider within the same deadline, for an answer that takes more than one. Null = nothing found. */
export type AskMore = (tool: string, args: Record<string, unknown>) => Promise<Result<ToolResult | null, ParseFailure>>

/** What a parser is told besides the answer: who answered, and on which day (`YYYY-MM-DD`). */
export type Provenance = { readonly providerId: string; readonly coordinates: Adapter['coordinates']; readonly asOf: string }

/** One tool of one provider: how our question becomes its arguments, and its answer becomes ours. */
export type ToolUse<Question, Answer> = {
  readonly tool: string
  /** Null where this provider cannot be asked this. A `PlaceQuery` comes with `near` and `radiusM` filled in from its region. */
  readonly args: (question: Question) => Record<string, unknown> | null
  readonly parse: (
    result: ToolResult,
    question: Question,
    by: Provenance,
    more: AskMore,
  ) => Result<Answer, ParseFailure> | Promise<Result<Answer, ParseFailure>>
  /** The answer where the provider says, in whatever way, that there is nothing. */
  readonly empty: (question: Question) => Answer
  /** List price of one unit in USD; 0 = free. */
  readonly priceUsd: number
  /** Units one call comes to where that is more than one: a matrix is paid by the pair. */
  readonly units?: (question: Question) => number
  /** Ids one question may name: more would be left out of the answer. */
  readonly most?: number
}

export type RouteQuestion = {
  readonly origins: readonly LatLng[]
  readonly destinations: readonly LatLng[]
  readonly mode: LegMode
  readonly departAt: string | null
}
/** By origin, then destination; null where the provider has no way. */
export type RouteMatrix = readonly (readonly ({ readonly durationMin: number; readonly distanceM: number } | null)[])[]

/** A city by its name, or by its provider's own id (without our prefix). */
export type CityQuestion = { readonly words: string } | { readonly id: string }

/** How a server-to-server call proves who it is. Values of secrets are named, never held. */
export type AuthStrategy =
  | { readonly kind: 'none' }
  | { readonly kind: 'header'; readonly header: string; readonly secret: string; readonly prefix?: string }
  /** `refreshSecret` names the first refresh token; each refresh replaces it, so one Durable Object (`store`) keeps the current one. */
  | {
      readonly kind: 'refresh-token'
      readonly tokenUrl: string
      readonly clientIdSecret: string
      readonly refreshSecret: string
      readonly store: string
    }

export type Endpoint =
  | { readonly kind: 'binding'; readonly binding: string; readonly path: string }
  | { readonly kind: 'url'; readonly url: string }

/** What a provider's terms let us keep. `ids-only`: nothing but the id; `coordinates-30d`: ids, and positions for 30 days. */
export type CachePolicy = 'full' | 'ids-only' | 'coordinates-30d' | 'none'

export type Budget = { readonly perHour: number; readonly perDay: number; readonly perMonth: number }

/** A place provider as configuration: a new one that fits is a new value of this type. */
export type Adapter = {
  readonly id: string
  readonly endpoint: Endpoint
  readonly auth: AuthStrategy
  /** Country codes it is good for; `world` = everywhere. */
  readonly regions: readonly string[] | 'world'
  /** Asked in this order, lowest first, among those good for a country. By country where it differs. */
  readonly rank: { readonly default: number; readonly [country: string]: number }
  /**
   * In which turn it is asked for places. 1 = at once; 2 and 3 = for what those before did not find enough of, or where
   * none of them answers. 2: slow, or free for few calls only. 3: to be paid and not to be kept, so that no cache spares a call.
   */
  readonly turn: 1 | 2 | 3
  readonly coordinates: 'wgs84' | 'gcj02' | 'bd09'
  readonly timeoutMs: number
  readonly maxConcurrent: number
  readonly cache: CachePolicy
  readonly budget: Budget
  readonly attribution: string
  readonly tools: {
    readonly regions?: ToolUse<null, Region[]>
    readonly search?: ToolUse<PlaceQuery, Place[]>
    /** Takes our ids of this provider (`plc_<provider>_…`); others are left out. */
    readonly details?: ToolUse<readonly string[], Place[]>
    /** Cities beyond the regions of ours, with ids of this provider (`<provider>-…`). */
    readonly cities?: ToolUse<CityQuestion, Region[]>
    /** What a plan may choose from in such a city. */
    readonly candidates?: ToolUse<Region, Place[]>
    readonly routes?: ToolUse<RouteQuestion, RouteMatrix>
    readonly holidays?: ToolUse<string, HolidayCalendar | null>
  }
}
