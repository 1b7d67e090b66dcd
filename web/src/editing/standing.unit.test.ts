import type { HistoryItem } from '@yeojeong/contracts'
import { describe, expect, it } from 'vitest'
import { standingOf } from './standing.ts'

const ME = 'usr_me'
const item = (version: number, type: string, of: number | null = null, actorId = ME): HistoryItem => ({
  version,
  at: '2026-05-01T00:00:00Z',
  actorId,
  type,
  command: type.startsWith('Edit') || type === 'ItineraryPlanned' ? null : { type: 'LockStop' },
  of,
  names: null,
})
const standing = (...oldestFirst: HistoryItem[]) => {
  const { undo, redo } = standingOf([...oldestFirst].reverse(), ME)
  return { undo: undo?.version ?? null, redo: redo?.version ?? null }
}
const planned = item(1, 'ItineraryPlanned')

describe('what undo and redo would do', () => {
  it('is nothing for a plan nobody has changed', () => {
    expect(standing(planned)).toEqual({ undo: null, redo: null })
  })

  it('goes back one edit at a time, and forth again', () => {
    const edits = [planned, item(2, 'StopLocked'), item(3, 'StopMoved')]
    expect(standing(...edits)).toEqual({ undo: 3, redo: null })
    expect(standing(...edits, item(4, 'EditUndone', 3))).toEqual({ undo: 2, redo: 3 })
    expect(standing(...edits, item(4, 'EditUndone', 3), item(5, 'EditUndone', 2))).toEqual({ undo: null, redo: 2 })
    expect(standing(...edits, item(4, 'EditUndone', 3), item(5, 'EditRedone', 3))).toEqual({ undo: 3, redo: null })
  })

  it('forgets what was undone once something new is done', () => {
    expect(standing(planned, item(2, 'StopLocked'), item(3, 'EditUndone', 2), item(4, 'StopMoved'))).toEqual({ undo: 4, redo: null })
  })

  it('is about one’s own edits', () => {
    expect(standing(planned, item(2, 'StopLocked'), item(3, 'StopMoved', null, 'usr_other'))).toEqual({ undo: 2, redo: null })
  })
})
