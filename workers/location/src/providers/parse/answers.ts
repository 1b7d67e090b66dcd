import { FoundPlace, type Place, type PlaceQuery } from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import type { ParseFailure, Provenance, ToolResult } from '../adapter.ts'
import { readErrorText } from '../error-text.ts'
import { placeFrom } from './place-from.ts'
import { positionOf } from './position.ts'

export function unreadable(detail: string): { readonly ok: false; readonly error: ParseFailure } {
  return err({ outcome: { kind: 'failure', reason: 'unreadable' }, detail })
}

/** A "success" that is none: some servers pass a failure on as prose without marking it. Null where the words are of no failure we know. */
export function failureInWords(result: ToolResult, echo: readonly string[]): Result<null, ParseFailure> | null {
  const text = result.texts.join('\n')
  const verdict = readErrorText(text, echo)
  if (verdict.kind === 'empty') return ok(null)
  const plain = verdict.kind === 'failed' && verdict.outcome.kind === 'failure'
  return verdict.kind !== 'failed' || (plain && !/error|fail|unavailable|timed? ?out/i.test(text))
    ? null
    : err({ outcome: verdict.outcome, detail: text.slice(0, 200) })
}

/** The JSON a tool answered with: its structured content, else what its text says. */
export function jsonOf(result: ToolResult): unknown {
  if (result.structured !== null && result.structured !== undefined) return result.structured
  const text = result.texts[0]?.trim()
  if (text === undefined || !/^[[{]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A position still to be judged: numbers, strings, or whatever else was sent. */
export type Unplaced = Omit<FoundPlace, 'position'> & { readonly lat: unknown; readonly lng: unknown }

/**
 * What was found, as places of ours: those with a position that can be true, and within what was asked. Something found
 * but nothing of it usable is a failure of the provider; nothing found is an answer.
 */
export function placesOf(found: readonly (Unplaced | null)[], query: PlaceQuery | null, by: Provenance): Result<Place[], ParseFailure> {
  const places: Place[] = []
  let misplaced = 0
  for (const one of found) {
    if (one === null) continue
    const { lat, lng, ...rest } = one
    const position = positionOf(lat, lng, by.coordinates, query?.near ?? null)
    const parsed = position === null ? null : FoundPlace.safeParse({ ...rest, position })
    const place = parsed?.success === true ? placeFrom(parsed.data, query?.regionId, by) : null
    if (place === null) misplaced += 1
    else if (place.businessStatus !== 'closed-permanently' || query === null) places.push(place)
  }
  if (places.length === 0 && misplaced > 0) return unreadable(`${misplaced} places, none with a usable position or name`)
  return ok(query === null ? places : places.slice(0, query.limit))
}
