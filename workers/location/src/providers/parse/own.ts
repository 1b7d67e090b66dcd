import { FoundPlace, HolidayCalendar, Place, Region, RouteMatrix as RouteMatrixSchema, type PlaceQuery } from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import * as z from 'zod'
import type { ParseFailure, Provenance, RouteMatrix, RouteQuestion, ToolResult } from '../adapter.ts'
import { jsonOf, placesOf, unreadable } from './answers.ts'

/** Parsers for the answers of our own MCP servers: structured, in shapes of the contracts. */
function parsed<T>(result: ToolResult, schema: z.ZodType<T>): Result<T, ParseFailure> {
  const answer = schema.safeParse(jsonOf(result))
  return answer.success ? ok(answer.data) : unreadable(`unreadable at /${answer.error.issues[0]?.path.join('/') ?? ''}`)
}

const Regions = z.object({ regions: z.array(Region) })
const Calendar = z.object({ calendar: HolidayCalendar.nullable() })
const WholePlaces = z.object({ places: z.array(Place) })
// One at a time below: a single odd entry must not cost the others.
const SomePlaces = z.object({ places: z.array(z.unknown()) })
const Routes = z.object({ matrix: RouteMatrixSchema })

export function regionsFrom(result: ToolResult): Result<Region[], ParseFailure> {
  const answer = parsed(result, Regions)
  return answer.ok ? ok(answer.value.regions) : answer
}

/** Cities bear their provider's name in their id, and it is said whose they are. */
export function citiesFrom(result: ToolResult, _question: unknown, { providerId }: Provenance): Result<Region[], ParseFailure> {
  const answer = regionsFrom(result)
  return answer.ok ? ok(answer.value.map((city) => ({ ...city, id: `${providerId}-${city.id}` }))) : answer
}

export function calendarFrom(result: ToolResult): Result<HolidayCalendar | null, ParseFailure> {
  const answer = parsed(result, Calendar)
  return answer.ok ? ok(answer.value.calendar) : answer
}

/** The atlas answers in whole places. */
export function wholePlacesFrom(result: ToolResult): Result<Place[], ParseFailure> {
  const answer = parsed(result, WholePlaces)
  return answer.ok ? ok(answer.value.places) : answer
}

export function foundPlacesFrom(result: ToolResult, query: PlaceQuery | null, by: Provenance): Result<Place[], ParseFailure> {
  const answer = parsed(result, SomePlaces)
  if (!answer.ok) return answer
  const found = answer.value.places.map((one) => {
    const { position, ...rest } = (typeof one === 'object' && one !== null ? one : {}) as { position?: { lat?: unknown; lng?: unknown } }
    return { ...(rest as Omit<FoundPlace, 'position'>), lat: position?.lat, lng: position?.lng }
  })
  return placesOf(found, query, by)
}

/** A matrix of another size than asked for would give one way's time to another. */
export function matrixFrom(result: ToolResult, { origins, destinations }: RouteQuestion): Result<RouteMatrix, ParseFailure> {
  const answer = parsed(result, Routes)
  if (!answer.ok) return answer
  const { matrix } = answer.value
  const fits = matrix.length === origins.length && matrix.every((row) => row.length === destinations.length)
  return fits ? ok(matrix) : err({ outcome: { kind: 'failure', reason: 'unreadable' }, detail: 'a matrix of another size than asked for' })
}

export function noRoutes({ origins, destinations }: RouteQuestion): RouteMatrix {
  return origins.map(() => destinations.map(() => null))
}
