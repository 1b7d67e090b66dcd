/** What a traveller asks of an itinerary. Minutes are from midnight of the stop's day; `after`: see each. Null takes a wish back. */
export type Edit =
  /** `after`: the stop to come right after, null = first of the day, absent = where it costs least. */
  | { readonly type: 'MoveStop'; readonly stopId: string; readonly day: number; readonly after?: string | null }
  | {
      readonly type: 'AddPlace'
      readonly placeId: string
      readonly day: number
      readonly after?: string | null
      readonly role?: 'sight' | 'meal' | 'rest'
      readonly meal?: 'lunch' | 'dinner'
    }
  | { readonly type: 'RemoveStop'; readonly stopId: string }
  | { readonly type: 'SwapStop'; readonly stopId: string; readonly placeId: string }
  | { readonly type: 'LockStop'; readonly stopId: string }
  | { readonly type: 'UnlockStop'; readonly stopId: string }
  | { readonly type: 'SetDuration'; readonly stopId: string; readonly durationMin: number | null }
  | { readonly type: 'SetStart'; readonly stopId: string; readonly startMin: number | null }
  /** Both at once, so that they are judged, made and taken back as one; absent stays as it is. */
  | { readonly type: 'SetTimes'; readonly stopId: string; readonly startMin?: number | null; readonly durationMin?: number | null }
  | { readonly type: 'SetNote'; readonly stopId: string; readonly note: string | null }
  | { readonly type: 'Rename'; readonly title: string | null }
  /** All days, or one; what is locked stays. */
  | { readonly type: 'Replan'; readonly day: number | null }
  /** What our own machinery does for the traveller: the search for a plan that was cut short goes on. */
  | { readonly type: 'Improve' }
  | { readonly type: 'Archive' }
  | { readonly type: 'Unarchive' }
  | { readonly type: 'RestoreVersion'; readonly version: number }
export type EditType = Edit['type']

/** Taking back one's own last edit, and taking that back. */
export type Reversal = { readonly type: 'Undo' } | { readonly type: 'Redo' }

/** What an edit changes and what it relies on, as names of parts: `day:2`, `note:stp_…`, `exists:stp_…`; `*` is all of it. */
export type Touches = { readonly writes: readonly string[]; readonly reads: readonly string[] }

/** @param dayOf the day a stop is on; null where it is not. */
export function touchesOf(edit: Edit, dayOf: (stopId: string) => number | null): Touches {
  const day = (stopId: string): string[] => (dayOf(stopId) === null ? [] : [`day:${dayOf(stopId)}`])
  switch (edit.type) {
    case 'MoveStop':
      return { writes: [...new Set([...day(edit.stopId), `day:${edit.day}`])], reads: [`exists:${edit.stopId}`, `lock:${edit.stopId}`] }
    case 'AddPlace':
      return { writes: [`day:${edit.day}`, `place:${edit.placeId}`], reads: [] }
    case 'RemoveStop':
    case 'SwapStop': {
      const place = edit.type === 'SwapStop' ? [`place:${edit.placeId}`] : []
      return { writes: [`exists:${edit.stopId}`, `note:${edit.stopId}`, `lock:${edit.stopId}`, ...day(edit.stopId), ...place], reads: [] }
    }
    case 'LockStop':
    case 'UnlockStop':
      return { writes: [`lock:${edit.stopId}`], reads: [`exists:${edit.stopId}`, ...day(edit.stopId)] }
    case 'SetDuration':
    case 'SetStart':
    case 'SetTimes':
      return { writes: day(edit.stopId), reads: [`exists:${edit.stopId}`, `lock:${edit.stopId}`] }
    case 'SetNote':
      return { writes: [`note:${edit.stopId}`], reads: [`exists:${edit.stopId}`] }
    case 'Rename':
      return { writes: ['title'], reads: [] }
    case 'Replan':
    case 'Improve':
    case 'Archive':
    case 'Unarchive':
    case 'RestoreVersion':
      return { writes: ['*'], reads: [] }
    default:
      return edit satisfies never
  }
}

/** Neither changes what the other changes or relies on: in either order they come to the same. */
export function commute(a: Touches, b: Touches): boolean {
  return apart(a.writes, [...b.writes, ...b.reads]) && apart(b.writes, [...a.writes, ...a.reads])
}

function apart(writes: readonly string[], others: readonly string[]): boolean {
  if (writes.length === 0 || others.length === 0) return true
  if (writes.includes('*') || others.includes('*')) return false
  return !writes.some((part) => others.includes(part))
}
