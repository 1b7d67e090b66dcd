import { expect, test } from 'vitest'
import { decideItinerary, type ItineraryCommand } from './decide.ts'
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
