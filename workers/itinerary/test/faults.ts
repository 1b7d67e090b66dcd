import type { PlanningStep } from '@yeojeong/domain'
import type { PlanningEffects, StepEffect, StepJob, StepOutcome } from '@yeojeong/durable-objects/itinerary-saga'

/** What goes wrong at a step, by itinerary: before its effect, after it (the answer is lost), or as an answer. */
export type Fault = (job: StepJob, effect: (job?: StepJob) => Promise<StepOutcome>, crash: () => Promise<never>) => Promise<StepOutcome>
type At = `${PlanningStep | 'improve'}/${'run' | 'undo'}`

const faults = new Map<string, Fault>()
/** Every effect that began, in order: `step/direction`. */
export const calls = new Map<string, At[]>()

export function plant(itineraryId: string, at: At, fault: Fault): void {
  faults.set(`${itineraryId}/${at}`, fault)
}
export function clearFaults(itineraryId: string): void {
  for (const key of faults.keys()) if (key.startsWith(itineraryId)) faults.delete(key)
}

/** `crash` ends the object as an uncaught fault of the platform would: whatever it was doing, it knows no more. */
export function withFaults(effects: PlanningEffects, crash: () => Promise<never>): PlanningEffects {
  const steps = Object.fromEntries(
    Object.entries(effects.steps).map(([step, effect]) => [step, faulty(step as PlanningStep, effect, crash)]),
  )
  const improve = (job: StepJob) => meet('improve/run', job, effects.improve, crash)
  return { ...effects, improve, steps: steps as unknown as PlanningEffects['steps'] }
}

function faulty(step: PlanningStep, effect: StepEffect, crash: () => Promise<never>): StepEffect {
  const { undo } = effect
  return {
    run: (job) => meet(`${step}/run`, job, effect.run, crash),
    ...(undo === undefined ? {} : { undo: (job: StepJob) => meet(`${step}/undo`, job, undo, crash) }),
  }
}

function meet(at: At, job: StepJob, work: StepEffect['run'], crash: () => Promise<never>): Promise<StepOutcome> {
  const effect = (other: StepJob = job): Promise<StepOutcome> => work(other)
  calls.set(job.itineraryId, [...(calls.get(job.itineraryId) ?? []), at])
  const fault = faults.get(`${job.itineraryId}/${at}`)
  return fault === undefined ? effect() : fault(job, effect, crash)
}

/** Once, then as if nothing had been. */
export function once(fault: Fault): Fault {
  let met = false
  return (job, effect, crash) => {
    if (met) return effect()
    met = true
    return fault(job, effect, crash)
  }
}

/** The ten seconds are over before the search begins. */
export const isLate: Fault = (job, effect) => effect({ ...job, acceptedAt: 0 })
export const breaksForGood: Fault = async () => ({ ok: false, error: { code: 'broken', retryable: false } })
/** The effect takes place and nobody hears of it. */
export const losesItsAnswer: Fault = async (_job, effect) => {
  await effect()
  throw new Error('connection lost')
}
export const diesBefore: Fault = (_job, _effect, crash) => crash()
export const diesAfter: Fault = async (_job, effect, crash) => {
  await effect()
  return crash()
}

/** A step that waits at a gate: `reached` resolves when it is there, `open` lets it go on. */
export function gate(): { fault: Fault; reached: Promise<void>; open: () => void } {
  let arrive = (): void => {}
  let open = (): void => {}
  const reached = new Promise<void>((resolve) => (arrive = resolve))
  const opened = new Promise<void>((resolve) => (open = resolve))
  const fault: Fault = async (_job, effect) => {
    arrive()
    await opened
    return effect()
  }
  return { fault, reached, open }
}
