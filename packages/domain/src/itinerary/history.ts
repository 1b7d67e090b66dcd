import type { Edit, Touches } from './edit.ts'

/** One edit as far as taking it back, or putting another beside it, needs to know. `gone`: undone and overtaken by a newer edit. */
export type HistoryEntry = Touches & {
  readonly version: number
  readonly actor: string
  readonly edit: Edit
  /** The version that last made, undid or redid it. */
  readonly changedAt: number
  readonly standing: 'done' | 'undone' | 'gone'
}
export type History = readonly HistoryEntry[]

/** Older edits than so many can still be gone back to as versions, but no longer be undone one by one. */
const MOST = 200

/** A new edit ends what its maker could have redone. */
export function recordEdit(history: History, entry: Omit<HistoryEntry, 'standing' | 'changedAt'>): History {
  const before = history.map((one) =>
    one.actor === entry.actor && one.standing === 'undone' ? { ...one, standing: 'gone' as const } : one,
  )
  return [...before, { ...entry, changedAt: entry.version, standing: 'done' as const }].slice(-MOST)
}

/** @param at the version that undoes or redoes the edit of `version`. */
export function mark(history: History, version: number, standing: 'done' | 'undone', at: number): History {
  return history.map((entry) => (entry.version === version ? { ...entry, standing, changedAt: at } : entry))
}

/** The edit that an undo of this person's takes back: their own newest that stands. */
export function undoable(history: History, actor: string): HistoryEntry | null {
  return history.findLast((entry) => entry.actor === actor && entry.standing === 'done') ?? null
}

/** The edit that a redo brings back: of those undone since their last new edit, the one undone last, which is the oldest. */
export function redoable(history: History, actor: string): HistoryEntry | null {
  return history.find((entry) => entry.actor === actor && entry.standing === 'undone') ?? null
}

/** What stands of later edits, in order: they are done again on what was before an undone one. */
export function standingAfter(history: History, version: number): readonly Edit[] {
  return history.flatMap((entry) => (entry.version > version && entry.standing === 'done' ? [entry.edit] : []))
}
