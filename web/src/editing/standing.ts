import type { HistoryItem } from '@yeojeong/contracts'

export type Standing = { readonly undo: HistoryItem | null; readonly redo: HistoryItem | null }

/** What this person's undo would take back and redo bring back, read from the history (newest first) as the service reads it. */
export function standingOf(items: readonly HistoryItem[], actorId: string): Standing {
  const done: HistoryItem[] = []
  const undone: HistoryItem[] = []
  for (const item of [...items].reverse()) {
    if (item.actorId !== actorId) continue
    if (item.type === 'EditUndone') shift(done, undone, item.of)
    else if (item.type === 'EditRedone') shift(undone, done, item.of)
    else if (item.command !== null) {
      done.push(item)
      undone.length = 0
    }
  }
  const byVersion = (a: HistoryItem, b: HistoryItem): number => a.version - b.version
  return { undo: done.sort(byVersion).at(-1) ?? null, redo: undone.sort(byVersion)[0] ?? null }
}

function shift(from: HistoryItem[], to: HistoryItem[], version: number | null): void {
  const at = from.findIndex((item) => item.version === version)
  if (at >= 0) to.push(...from.splice(at, 1))
}
