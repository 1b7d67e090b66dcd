import { expect, test } from 'vitest'
import { decideSaga, evolveSagaAll, type SagaInput } from './decide.ts'
import type { SagaEvent } from './event.ts'
import { atHand, nextAction } from './next-action.ts'
import { PLANNING_STEPS, type PlanningStep } from './planning-steps.ts'
import { effectKey, newSaga, type SagaState } from './state.ts'
import { PLANNING_SPECS } from './step.ts'

/**
 * Sagas in a world that fails: effects that answer an error, take effect and answer a time-out, take effect later than
 * anybody waits, or die with the process at any point. The world keeps what each effect did by its key, as the real
 * stores do: a repeat does nothing, and what was undone stays undone.
 */
type Faults = {
  readonly error: number
  readonly lostAnswer: number
  readonly late: number
  readonly crash: number
  readonly duplicate: number
  readonly cancel: number
}
type World = {
  readonly keys: Set<string>
  readonly done: Map<PlanningStep, number>
  readonly undone: Set<PlanningStep>
  readonly late: (() => void)[]
}

const SEEDS = 2_000
const ID = 'itn_sim'
const subject = {
  ownerId: 'usr_a',
  tripId: 'trp_a',
  destination: { regionId: 'seoul', name: { en: 'Seoul' }, center: { lat: 37.5, lng: 127 }, countryCode: 'KR', timeZone: 'Asia/Seoul' },
  startDate: '2026-05-04',
  endDate: '2026-05-06',
}

/** mulberry32 */
function randomOf(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

class Process {
  readonly journal: SagaEvent[] = []
  readonly world: World = { keys: new Set(), done: new Map(), undone: new Set(), late: [] }
  now = 0
  #state: SagaState = newSaga

  get state(): SagaState {
    return this.#state
  }

  input(input: SagaInput): void {
    const decision = decideSaga(input, this.#state, { now: this.now, steps: PLANNING_SPECS })
    if (!decision.ok) return
    this.journal.push(...decision.value)
    this.#state = evolveSagaAll(this.#state, decision.value)
  }

  /** All that is left after a crash is the journal. */
  restart(): void {
    this.#state = evolveSagaAll(newSaga, this.journal)
  }

  /** What a key has done it does not do again, and what is undone can no longer be done. */
  effect(step: PlanningStep, direction: 'run' | 'undo', key: string): void {
    const { keys, done, undone } = this.world
    if (keys.has(key)) return
    keys.add(key)
    if (direction === 'undo') {
      undone.add(step)
      done.delete(step)
    } else if (!undone.has(step)) done.set(step, (done.get(step) ?? 0) + 1)
  }
}

function run(seed: number, faults: Faults): Process {
  const random = randomOf(seed)
  const hit = (share: number): boolean => random() < share
  const process = new Process()
  process.input({ type: 'StartPlanning', id: ID, fingerprint: 'f', subject })
  for (let turn = 0; turn < 10_000; turn++) {
    if (hit(faults.crash)) process.restart()
    if (hit(faults.cancel)) process.input({ type: 'CancelPlanning', by: 'usr_a' })
    if (hit(faults.duplicate)) process.input({ type: 'StartPlanning', id: ID, fingerprint: 'f', subject })
    if (hit(0.3)) process.world.late.shift()?.()
    const action = nextAction(process.state, process.now)
    if (action.kind === 'rest') break
    if (action.kind === 'wait') process.now = action.until
    else attempt(process, faults, hit)
  }
  for (const late of process.world.late) late()
  return process
}

function attempt(process: Process, faults: Faults, hit: (share: number) => boolean): void {
  process.input({ type: 'BeginAttempt' })
  const { state } = process
  if ((state.status !== 'running' && state.status !== 'compensating') || state.attempt.phase !== 'begun') return
  const { step, direction } = atHand(state)
  const about = { key: effectKey(ID, step, direction), number: state.attempt.number }
  const fails = (code: string, retryable: boolean): void => process.input({ type: 'EffectFailed', ...about, code, retryable })
  if (hit(faults.crash)) return process.restart() // before the effect
  if (hit(faults.error)) return fails('provider_unavailable', hit(0.9))
  if (hit(faults.late)) {
    process.world.late.push(() => process.effect(step, direction, about.key))
    return fails('deadline_exceeded', true)
  }
  process.effect(step, direction, about.key)
  if (hit(faults.crash)) return process.restart() // after the effect, before its outcome is written down
  if (hit(faults.lostAnswer)) return fails('deadline_exceeded', true)
  const times = hit(faults.duplicate) ? 2 : 1
  for (let time = 0; time < times; time++) process.input({ type: 'EffectSucceeded', ...about, verdict: step === 'solve' ? 'ready' : null })
}

const WRITES = PLANNING_SPECS.filter(({ undo }) => undo !== null).map(({ step }) => step)
const WORLDS: { readonly [name: string]: Faults } = {
  calm: { error: 0, lostAnswer: 0, late: 0, crash: 0, duplicate: 0, cancel: 0 },
  rough: { error: 0.08, lostAnswer: 0.08, late: 0.05, crash: 0.08, duplicate: 0.1, cancel: 0 },
  hostile: { error: 0.35, lostAnswer: 0.15, late: 0.15, crash: 0.15, duplicate: 0.2, cancel: 0 },
  fickle: { error: 0.1, lostAnswer: 0.05, late: 0.05, crash: 0.1, duplicate: 0.1, cancel: 0.05 },
}

for (const [name, faults] of Object.entries(WORLDS)) {
  test(`in a ${name} world no planning is lost, doubled or left half done`, () => {
    const ends: Record<string, number> = {}
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { state, world, journal } = run(seed, faults)
      ends[state.status] = (ends[state.status] ?? 0) + 1
      const about = `seed ${seed}`
      // Nothing is lost: every accepted planning comes to an end that somebody is told of.
      expect(['completed', 'failed', 'needs_attention'], about).toContain(state.status)
      // Nothing is doubled: the journal ends once, and no step succeeds twice.
      expect(
        journal.filter(({ type }) => type === 'PlanningCompleted' || type === 'PlanningFailed' || type === 'AttentionNeeded').length,
        about,
      ).toBe(1)
      const successes = journal.flatMap((event) => (event.type === 'AttemptSucceeded' ? [`${event.step}/${event.direction}`] : []))
      expect(new Set(successes).size, about).toBe(successes.length)
      // Nothing is half done: all of it, or none of what it wrote.
      const written = WRITES.filter((step) => world.done.has(step))
      if (state.status === 'completed')
        expect(
          PLANNING_STEPS.filter((step) => !world.done.has(step)),
          about,
        ).toEqual([])
      if (state.status === 'failed') expect(written, about).toEqual([])
      if (state.status === 'needs_attention') expect(state.undo, about).toEqual(expect.arrayContaining(written))
    }
    expect(ends['completed'], JSON.stringify(ends)).toBeGreaterThan(0)
    if (name === 'calm') expect(ends['completed']).toBe(SEEDS)
    if (name === 'hostile') expect(Object.keys(ends).sort()).toEqual(['completed', 'failed', 'needs_attention'])
  })
}

test('the state is the same whether it was lived through or read back from the journal', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const { state, journal } = run(seed, WORLDS['hostile']!)
    expect(evolveSagaAll(newSaga, JSON.parse(JSON.stringify(journal)) as SagaEvent[])).toEqual(state)
  }
})
