import { expect, test } from 'vitest'
import type { Stop } from '../plan/plan.ts'
import type { Content } from './content.ts'
import { changeBetween, applyChange } from './content.ts'
import { decideEdit, editWords, recordOutcome, type EditRefusal } from './decide-edit.ts'
import { commute, touchesOf, type Edit, type Reversal } from './edit.ts'
import type { ItineraryEvent, Recorded } from './event.ts'
import { contentOf, emptyItinerary, evolveItinerary, isOutOfDate, type ItineraryState, type ReadyItinerary } from './state.ts'
import { decideItinerary } from './decide.ts'
import { upcast } from './upcast.ts'

const stop = (id: string, kind: Stop['kind'] = 'sight'): Stop => ({
  id,
  kind,
  refId: `plc_${id}`,
  names: { en: id },
  position: { lat: 37.5, lng: 127 },
  arriveMin: 600,
  startMin: 600,
  endMin: 660,
  meal: null,
  open: null,
  hoursKnown: true,
  cost: null,
  locked: false,
  note: null,
  reasons: [],
  leg: null,
})
const frame = {
  destination: { regionId: 'seoul', name: { en: 'Seoul' }, center: { lat: 37.5, lng: 127 }, countryCode: 'KR', timeZone: 'Asia/Seoul' },
  startDate: '2026-05-04',
  endDate: '2026-05-05',
}
const asked = { pace: null, mustSee: [], avoid: [], avoidCategories: [], interests: [], fairness: 0.5 }
const planned: ItineraryEvent = {
  type: 'ItineraryPlanned',
  v: 2,
  data: {
    frame,
    seed: 1,
    plan: {
      days: [
        { index: 0, date: '2026-05-04', stops: [stop('stp_a'), stop('stp_b'), stop('stp_bed', 'lodging')], walkM: 0, movingMin: 0 },
        { index: 1, date: '2026-05-05', stops: [stop('stp_c'), stop('stp_d')], walkM: 0, movingMin: 0 },
      ],
      dropped: [],
      members: [],
      cost: { known: null, unknownStops: 0 },
      warnings: [],
      score: 1,
    },
    places: [],
    provenance: { degraded: [], attribution: [] },
    asked,
    basis: { version: 1, digest: 'one' },
    siblings: [],
  },
}

/** The planner of these tests: a stop is moved to the end of its new day, or is gone. */
function carryOut(content: Content, edit: Edit): Content {
  const words = editWords(content, edit)
  if (words !== null) return words
  if (!('stopId' in edit)) return content
  const moving = content.plan.days.flatMap(({ stops }) => stops).filter(({ id }) => id === edit.stopId)
  const days = content.plan.days.map((day) => ({
    ...day,
    stops: [...day.stops.filter(({ id }) => id !== edit.stopId), ...(edit.type === 'MoveStop' && edit.day === day.index ? moving : [])],
  }))
  return { ...content, plan: { ...content.plan, days } }
}

class Stream {
  readonly states: ItineraryState[] = [emptyItinerary]
  constructor() {
    this.append(planned, 'usr_a')
  }
  get state(): ReadyItinerary {
    return this.states.at(-1) as ReadyItinerary
  }
  append(event: ItineraryEvent, actor: string): void {
    const recorded = { ...event, itineraryId: 'itn_a', version: this.states.length, at: 1_000, actor, cause: 'test' } as Recorded
    // What is stored is JSON.
    this.states.push(evolveItinerary(this.states.at(-1)!, JSON.parse(JSON.stringify(recorded)) as Recorded))
  }
  ask(edit: Edit | Reversal, actor = 'usr_a', baseVersion: number = this.state.version): EditRefusal | null {
    const decided = decideEdit(edit, this.state, { actor, baseVersion })
    if (!decided.ok) return decided.error
    const { from, edits } = decided.value
    const start = contentOf(from === null ? this.state : (this.states[from] as ReadyItinerary))
    for (const event of recordOutcome(decided.value, this.state, edits.reduce(carryOut, start))) this.append(event, actor)
    return null
  }
  get order(): string[][] {
    return this.state.plan.days.map(({ stops }) => stops.map(({ id }) => id))
  }
  note(id: string): string | null | undefined {
    return this.state.plan.days.flatMap(({ stops }) => stops).find((one) => one.id === id)?.note
  }
}

const noteOn = (stopId: string, note: string): Edit => ({ type: 'SetNote', stopId, note })
const move = (stopId: string, day: number): Edit => ({ type: 'MoveStop', stopId, day })

test('an edit is an event that keeps what was asked and the difference it made, no more', () => {
  const stream = new Stream()
  stream.ask(noteOn('stp_a', 'bring water'))
  expect(stream.state).toMatchObject({ version: 2, history: [{ version: 2, actor: 'usr_a', standing: 'done', edit: { type: 'SetNote' } }] })
  const { data } = { data: changeBetween(contentOf(stream.states[1] as ReadyItinerary), contentOf(stream.state)) }
  expect(Object.keys(data)).toEqual(['days'])
  expect(data.days).toHaveLength(1)
})

test('a difference applied to what was before gives what is after', () => {
  const stream = new Stream()
  const before = contentOf(stream.state)
  stream.ask(move('stp_a', 1))
  stream.ask({ type: 'Rename', title: 'Two days' })
  const after = contentOf(stream.state)
  expect(applyChange(before, changeBetween(before, after))).toEqual(after)
  expect(applyChange(after, changeBetween(after, before))).toEqual(before)
})

test('an edit that changes nothing is no event', () => {
  const stream = new Stream()
  stream.ask({ type: 'UnlockStop', stopId: 'stp_a' })
  expect(stream.state.version).toBe(1)
})

test('edits that commute are rebased: a note on one stop and the move of another, made on the same version', () => {
  const stream = new Stream()
  expect(stream.ask(move('stp_b', 1), 'usr_b', 1)).toBeNull()
  expect(stream.ask(noteOn('stp_a', 'early'), 'usr_a', 1)).toBeNull()
  expect(stream.order).toEqual([
    ['stp_a', 'stp_bed'],
    ['stp_c', 'stp_d', 'stp_b'],
  ])
  expect(stream.note('stp_a')).toBe('early')
})

test.each<[string, Edit, Edit]>([
  ['two notes on one stop', noteOn('stp_a', 'one'), noteOn('stp_a', 'two')],
  ['two moves within one day', move('stp_a', 1), move('stp_b', 1)],
  ['a note on what is gone', { type: 'RemoveStop', stopId: 'stp_a' }, noteOn('stp_a', 'late')],
  ['a lock on times that have changed', { type: 'SetDuration', stopId: 'stp_b', durationMin: 30 }, { type: 'LockStop', stopId: 'stp_a' }],
  ['anything after a new plan', { type: 'Replan', day: null }, { type: 'Rename', title: 'x' }],
])('%s do not commute: the second is told what has changed since', (_name, first, second) => {
  const dayOf = (id: string): number => (id === 'stp_c' || id === 'stp_d' ? 1 : 0)
  expect(commute(touchesOf(first, dayOf), touchesOf(second, dayOf))).toBe(false)
  const stream = new Stream()
  stream.append({ type: 'StopMoved', v: 1, data: { edit: first, touches: touchesOf(first, dayOf), change: {} } }, 'usr_b')
  expect(stream.ask(second, 'usr_a', 1)).toMatchObject({ code: 'version_conflict', since: [{ version: 2, actor: 'usr_b', edit: first }] })
})

test('an edit is not taken back by the edits of others: undo brings back what was, and does again what others did since', () => {
  const stream = new Stream()
  stream.ask(move('stp_a', 1), 'usr_a')
  stream.ask(noteOn('stp_c', 'shoes off'), 'usr_b')
  stream.ask({ type: 'Undo' }, 'usr_a')
  expect(stream.order).toEqual([
    ['stp_a', 'stp_b', 'stp_bed'],
    ['stp_c', 'stp_d'],
  ])
  expect(stream.note('stp_c')).toBe('shoes off')
  stream.ask({ type: 'Redo' }, 'usr_a')
  expect(stream.order[1]).toEqual(['stp_c', 'stp_d', 'stp_a'])
  expect(stream.note('stp_c')).toBe('shoes off')
})

test('undo goes back edit by edit, redo forward, and a new edit ends what could be redone; the history keeps it all', () => {
  const stream = new Stream()
  for (const note of ['one', 'two', 'three']) stream.ask(noteOn('stp_a', note))
  stream.ask({ type: 'Undo' })
  stream.ask({ type: 'Undo' })
  expect(stream.note('stp_a')).toBe('one')
  stream.ask({ type: 'Redo' })
  expect(stream.note('stp_a')).toBe('two')
  stream.ask(noteOn('stp_a', 'four'))
  expect(stream.ask({ type: 'Redo' })).toEqual({ code: 'nothing_to_redo' })
  for (let i = 0; i < 3; i++) expect(stream.ask({ type: 'Undo' })).toBeNull()
  expect(stream.note('stp_a')).toBeNull()
  expect(stream.ask({ type: 'Undo' })).toEqual({ code: 'nothing_to_undo' })
  expect(stream.state.version).toBe(1 + 3 + 3 + 1 + 3)
})

test('nobody undoes what somebody else did', () => {
  const stream = new Stream()
  stream.ask(move('stp_a', 1), 'usr_b')
  expect(stream.ask({ type: 'Undo' }, 'usr_a')).toEqual({ code: 'nothing_to_undo' })
})

test('an undo from a page that has not seen the newest edit of its own user is refused', () => {
  const stream = new Stream()
  stream.ask(noteOn('stp_a', 'one'))
  stream.ask(noteOn('stp_b', 'two'))
  expect(stream.ask({ type: 'Undo' }, 'usr_a', 2)).toMatchObject({ code: 'version_conflict' })
})

test('what is locked stays until it is unlocked; anchors and bookings are never edited', () => {
  const stream = new Stream()
  stream.ask({ type: 'LockStop', stopId: 'stp_a' })
  expect(stream.ask(move('stp_a', 1))).toEqual({ code: 'stop_locked' })
  expect(stream.ask(noteOn('stp_a', 'still'))).toBeNull()
  stream.ask({ type: 'UnlockStop', stopId: 'stp_a' })
  expect(stream.ask(move('stp_a', 1))).toBeNull()
  expect(stream.ask(move('stp_bed', 1))).toEqual({ code: 'stop_fixed' })
  expect(stream.ask(move('stp_nobody', 1))).toEqual({ code: 'stop_unknown' })
})

test('an archived itinerary takes no edit but its return', () => {
  const stream = new Stream()
  stream.ask({ type: 'Archive' })
  expect(stream.ask(noteOn('stp_a', 'no'))).toEqual({ code: 'not_editable' })
  expect(stream.ask({ type: 'Unarchive' })).toBeNull()
  expect(stream.state.archived).toBe(false)
})

test('an earlier version can be restored, as a new one', () => {
  const stream = new Stream()
  stream.ask(move('stp_a', 1))
  stream.ask({ type: 'RemoveStop', stopId: 'stp_b' })
  stream.ask({ type: 'RestoreVersion', version: 1 })
  expect(stream.state.version).toBe(4)
  expect(stream.order).toEqual([
    ['stp_a', 'stp_b', 'stp_bed'],
    ['stp_c', 'stp_d'],
  ])
  expect(stream.ask({ type: 'RestoreVersion', version: 4 })).toEqual({ code: 'version_unknown' })
})

test('a trip that has changed makes the itinerary out of date, once, until it is what it was', () => {
  const stream = new Stream()
  const told = (version: number, digest: string): number => {
    const decided = decideItinerary({ type: 'NoteTripChange', basis: { version, digest } }, stream.state)
    if (decided.ok) for (const event of decided.value) stream.append(event, 'usr_a')
    return decided.ok ? decided.value.length : -1
  }
  expect(told(2, 'one')).toBe(0)
  expect(told(3, 'two')).toBe(1)
  expect(told(3, 'two')).toBe(0)
  expect(told(2, 'three')).toBe(0)
  expect(isOutOfDate(stream.state)).toBe(true)
  expect(told(4, 'one')).toBe(1)
  expect(isOutOfDate(stream.state)).toBe(false)
})

test('an event of the first schema version is read as one of the newest', () => {
  const data = { frame, seed: 1, plan: {}, places: [], provenance: {} }
  expect(upcast({ type: 'ItineraryPlanned', v: 1, data })).toEqual({
    type: 'ItineraryPlanned',
    v: 2,
    data: { ...data, asked, basis: null, siblings: [] },
  })
  expect(upcast({ type: 'NoteSet', v: 1, data })).toEqual({ type: 'NoteSet', v: 1, data })
})
