import { expect, test } from 'vitest'
import type { Stop } from '../plan/plan.ts'
import { decideItinerary, type ItineraryCommand } from './decide.ts'
import { decideEdit } from './decide-edit.ts'
import type { ItineraryEvent, Recorded } from './event.ts'
import { emptyItinerary, evolveItinerary, type ItineraryState } from './state.ts'

const frame = {
  destination: { regionId: 'seoul', name: { en: 'Seoul' }, center: { lat: 37.5, lng: 127 }, countryCode: 'KR', timeZone: 'Asia/Seoul' },
  startDate: '2026-05-04',
  endDate: '2026-05-04',
}
const provenance = { degraded: [], attribution: ['atlas'] }
const plan = { days: [], dropped: [], members: [], cost: { known: null, unknownStops: 0 }, warnings: [], score: 1 }
const asked = { pace: null, mustSee: [], avoid: [], avoidCategories: [], interests: [], fairness: 0.5 }
const content = { frame, seed: 1, plan, places: [], provenance, asked, basis: null, siblings: [] }
const recordPlan: ItineraryCommand = { type: 'RecordPlan', data: content }
const declinePlan: ItineraryCommand = {
  type: 'DeclinePlan',
  data: { frame, seed: 1, infeasible: { conflict: [], relaxations: [] }, provenance },
}
const withdraw: ItineraryCommand = { type: 'WithdrawItinerary', failure: 'internal' }

function after(...commands: ItineraryCommand[]): ItineraryState {
  return commands.reduce(
    (state: ItineraryState, command) =>
      decided(command, state)
        .map((event, i) => recorded(event, state.version + 1 + i))
        .reduce(evolveItinerary, state),
    emptyItinerary,
  )
}
function decided(command: ItineraryCommand, state: ItineraryState): readonly ItineraryEvent[] {
  const decision = decideItinerary(command, state)
  if (!decision.ok) throw new Error(decision.error.code)
  return decision.value
}
function recorded(event: ItineraryEvent, version: number): Recorded {
  return { ...event, itineraryId: 'itn_a', version, at: 1_000 * version, actor: 'usr_a', cause: 'test' }
}

test('a recorded plan makes the itinerary ready, a declined one infeasible', () => {
  expect(after(recordPlan)).toMatchObject({
    status: 'ready',
    version: 1,
    updatedAt: 1_000,
    ...content,
    pins: {},
    archived: false,
    history: [],
  })
  expect(after(declinePlan)).toEqual({
    status: 'infeasible',
    version: 1,
    updatedAt: 1_000,
    frame,
    infeasible: { conflict: [], relaxations: [] },
    provenance,
  })
})

test('a planning is recorded once', () => {
  for (const first of [recordPlan, declinePlan]) {
    expect(decideItinerary(recordPlan, after(first))).toEqual({ ok: false, error: { code: 'already_planned' } })
    expect(decideItinerary(declinePlan, after(first))).toEqual({ ok: false, error: { code: 'already_planned' } })
  }
})

test('a withdrawal counts whatever came before it, once, and nothing is recorded after it', () => {
  expect(after(recordPlan, withdraw)).toEqual({ status: 'failed', version: 2, updatedAt: 2_000, failure: 'internal' })
  expect(after(withdraw)).toMatchObject({ status: 'failed', version: 1 })
  expect(decided(withdraw, after(withdraw))).toEqual([])
  expect(decideItinerary(recordPlan, after(withdraw))).toEqual({ ok: false, error: { code: 'withdrawn' } })
})

test('a gap or a repeat in the stream is a broken store', () => {
  const [event] = decided(recordPlan, emptyItinerary)
  expect(() => evolveItinerary(emptyItinerary, recorded(event!, 2))).toThrow(/version 2 after 0/)
  expect(() => evolveItinerary(after(recordPlan), recorded(event!, 1))).toThrow(/version 1 after 1/)
})

const day = (...ids: string[]) => ({ index: 0, date: '2026-05-04', stops: ids.map((id) => ({ id }) as Stop), walkM: 0, movingMin: 0 })
const first = { ...plan, days: [day('stp_a', 'stp_b')] }
const planned: ItineraryCommand = { type: 'RecordPlan', data: { ...content, plan: first } }
const better: ItineraryCommand = { type: 'ImprovePlan', plan: { ...first, days: [day('stp_a', 'stp_c')], score: 2 }, places: [] }

test('given a plan cut short, a better one becomes the next version, under its traveller’s name, and is theirs to undo', () => {
  const state = after(planned, better)
  expect(state).toMatchObject({ status: 'ready', version: 2, plan: { score: 2, days: [{ stops: [{ id: 'stp_a' }, { id: 'stp_c' }] }] } })
  const undone = decideEdit({ type: 'Undo' }, state, { actor: 'usr_a', baseVersion: 2 })
  expect(undone).toEqual({ ok: true, value: { from: 1, edits: [], record: { as: 'undo', of: 2 } } })
})

test('given a plan cut short, one that is no better changes nothing', () => {
  for (const score of [1, 0.5]) expect(decided({ ...better, plan: { ...first, score } } as ItineraryCommand, after(planned))).toEqual([])
})

test('given anything has happened since, an improvement comes too late: an edit, its undoing, another trip, a withdrawal, itself', () => {
  const note = { type: 'NoteTripChange', basis: { version: 2, digest: 'two' } } as const
  const ready = after({ type: 'RecordPlan', data: { ...content, plan: first, basis: { version: 1, digest: 'one' } } })
  const told = decided(note, ready)
    .map((event) => recorded(event, 2))
    .reduce(evolveItinerary, ready)
  const rename: ItineraryEvent = {
    type: 'ItineraryRenamed',
    v: 1,
    data: { edit: { type: 'Rename', title: 'Ours' }, touches: { writes: ['title'], reads: [] }, change: { title: 'Ours' } },
  }
  const renamed = evolveItinerary(after(planned), recorded(rename, 2))
  const back = evolveItinerary(renamed, recorded({ type: 'EditUndone', v: 1, data: { of: 2, change: { title: null } } }, 3))
  expect(told.version).toBe(2)
  for (const state of [told, renamed, back, after(planned, withdraw), after(planned, better)]) expect(decided(better, state)).toEqual([])
})

test('an edit begun before the improvement came is still made where it is of what has stayed', () => {
  const state = after(planned, better)
  const asking = { actor: 'usr_b', baseVersion: 1 }
  expect(decideEdit({ type: 'SetNote', stopId: 'stp_a', note: 'by the gate' }, state, asking)).toMatchObject({ ok: true })
  expect(decideEdit({ type: 'RemoveStop', stopId: 'stp_a' }, state, asking)).toMatchObject({ error: { code: 'version_conflict' } })
  expect(decideEdit({ type: 'SetNote', stopId: 'stp_b', note: 'gone' }, state, asking)).toMatchObject({
    error: { code: 'version_conflict' },
  })
})
