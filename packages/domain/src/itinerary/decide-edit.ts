import { err, ok, type Result } from '../result.ts'
import { changeBetween, stopIn, withStop, type Content } from './content.ts'
import { commute, touchesOf, type Edit, type Reversal, type Touches } from './edit.ts'
import { EDIT_EVENTS, type ItineraryEvent } from './event.ts'
import { redoable, standingAfter, undoable, type HistoryEntry } from './history.ts'
import { contentOf, dayOfStop, type ItineraryState, type ReadyItinerary } from './state.ts'

/**
 * Why an edit is not even tried. `version_conflict`: something else has changed what it changes or relies on, `since`.
 * `stop_fixed`: bookings and the ends of days are not the itinerary's to change.
 */
export type EditRefusal =
  | {
      readonly code:
        | 'not_editable'
        | 'stop_unknown'
        | 'stop_locked'
        | 'stop_fixed'
        | 'version_unknown'
        | 'nothing_to_undo'
        | 'nothing_to_redo'
    }
  | { readonly code: 'version_conflict'; readonly since: readonly HistoryEntry[] }

export type Asking = { readonly actor: string; readonly baseVersion: number }

/**
 * What is to be done for an edit: `edits`, one after the other, on the content as it is now (`from` null) or as it was at
 * version `from`. Who carries that out comes back with the outcome to `recordOutcome`.
 */
export type Undertaking = {
  readonly from: number | null
  readonly edits: readonly Edit[]
  readonly record:
    | { readonly as: 'edit'; readonly edit: Edit; readonly touches: Touches }
    | { readonly as: 'undo' | 'redo'; readonly of: number }
}

/** Whether an edit may be tried on the newest state, and how. Edits that commute with everything since `baseVersion` are rebased. */
export function decideEdit(edit: Edit | Reversal, state: ItineraryState, asking: Asking): Result<Undertaking, EditRefusal> {
  if (state.status !== 'ready') return err({ code: 'not_editable' })
  if (edit.type === 'Undo' || edit.type === 'Redo') return reverse(edit, state, asking)
  if (state.archived !== (edit.type === 'Unarchive')) return err({ code: 'not_editable' })
  const touches = touchesOf(edit, dayOfStop(state))
  const since = unseen(state, asking)
  const clashes = since.some((entry) => !commute(entry, touches))
  if (clashes || asking.baseVersion > state.version) return err({ code: 'version_conflict', since })
  const refusal = refusalOf(edit, state)
  if (refusal !== null) return err(refusal)
  if (edit.type === 'RestoreVersion') return ok({ from: edit.version, edits: [], record: { as: 'edit', edit, touches } })
  return ok({ from: null, edits: [edit], record: { as: 'edit', edit, touches } })
}

/** Taken back: everything as it was before, and what has been done since done again. Done again: simply that. */
function reverse({ type }: Reversal, state: ReadyItinerary, asking: Asking): Result<Undertaking, EditRefusal> {
  const { actor } = asking
  const entry = type === 'Undo' ? undoable(state.history, actor) : redoable(state.history, actor)
  if (entry === null) return err({ code: type === 'Undo' ? 'nothing_to_undo' : 'nothing_to_redo' })
  // One's own edits from elsewhere would make this another undo than the one that was meant.
  const since = unseen(state, asking).filter((one) => one.actor === actor)
  if (since.length > 0 || asking.baseVersion > state.version) return err({ code: 'version_conflict', since })
  if (type === 'Redo') return ok({ from: null, edits: [entry.edit], record: { as: 'redo', of: entry.version } })
  return ok({ from: entry.version - 1, edits: standingAfter(state.history, entry.version), record: { as: 'undo', of: entry.version } })
}

/** Edits made, undone or redone that the caller had not seen. */
function unseen(state: ReadyItinerary, { baseVersion }: Asking): readonly HistoryEntry[] {
  return state.history.filter((entry) => entry.changedAt > baseVersion)
}

function refusalOf(edit: Edit, state: ReadyItinerary): EditRefusal | null {
  if (edit.type === 'RestoreVersion') return edit.version >= 1 && edit.version < state.version ? null : { code: 'version_unknown' }
  if (!('stopId' in edit)) return null
  const found = stopIn(state.plan, edit.stopId)
  if (found === null) return { code: 'stop_unknown' }
  const { kind, locked } = found.stop
  const anchored = kind === 'arrival' || kind === 'departure' || kind === 'lodging' || kind === 'booking'
  if (edit.type === 'SetNote') return null
  if (anchored) return { code: 'stop_fixed' }
  return locked && edit.type !== 'LockStop' && edit.type !== 'UnlockStop' ? { code: 'stop_locked' } : null
}

/** The events of an undertaking that was carried out; none where nothing came of it. */
export function recordOutcome({ record }: Undertaking, state: ReadyItinerary, outcome: Content): readonly ItineraryEvent[] {
  const change = changeBetween(contentOf(state), outcome)
  if (record.as !== 'edit') return [{ type: record.as === 'undo' ? 'EditUndone' : 'EditRedone', v: 1, data: { of: record.of, change } }]
  if (Object.keys(change).length === 0) return []
  return [{ type: EDIT_EVENTS[record.edit.type], v: 1, data: { edit: record.edit, touches: record.touches, change } }]
}

/** The outcome of an edit that leaves the order and the times of days alone; null for one that needs the planner. */
export function editWords(content: Content, edit: Edit): Content | null {
  switch (edit.type) {
    case 'LockStop':
      return withStop(content, edit.stopId, { locked: true })
    case 'UnlockStop':
      return withStop(content, edit.stopId, { locked: false })
    case 'SetNote':
      return withStop(content, edit.stopId, { note: edit.note })
    case 'Rename':
      return { ...content, title: edit.title }
    case 'Archive':
      return { ...content, archived: true }
    case 'Unarchive':
      return { ...content, archived: false }
    default:
      return null
  }
}
