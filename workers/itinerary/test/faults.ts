import type { PlanningStep } from '@yeojeong/domain'
import type { PlanningEffects, StepEffect, StepJob, StepOutcome } from '@yeojeong/durable-objects/itinerary-saga'

/** What goes wrong at a step, by itinerary: before its effect, after it (the answer is lost), or as an answer. */
export type Fault = (job: StepJob, effect: () => Promise<StepOutcome>) => Promise<StepOutcome>
type At = `${PlanningStep}/${'run' | 'undo'}`

const faults = new Map<string, Fault>()
/** Every effect that began, in order: `step/direction`. */
export const calls = new Map<string, At[]>()

export function plant(itineraryId: string, at: At, fault: Fault): void {
  faults.set(`${itineraryId}/${at}`, fault)
}
export function clearFaults(itineraryId: string): void {
  for (const key of faults.keys()) if (key.startsWith(itineraryId)) faults.delete(key)
}

export function withFaults(effects: PlanningEffects): PlanningEffects {
  const steps = Object.fromEntries(Object.entries(effects.steps).map(([step, effect]) => [step, faulty(step as PlanningStep, effect)]))
  return { ...effects, steps: steps as unknown as PlanningEffects['steps'] }
}

function faulty(step: PlanningStep, effect: StepEffect): StepEffect {
  const { undo } = effect
  return {
    run: (job) => meet(`${step}/run`, job, () => effect.run(job)),
    ...(undo === undefined ? {} : { undo: (job: StepJob) => meet(`${step}/undo`, job, () => undo(job)) }),
  }
}

function meet(at: At, job: StepJob, effect: () => Promise<StepOutcome>): Promise<StepOutcome> {
  calls.set(job.itineraryId, [...(calls.get(job.itineraryId) ?? []), at])
  const fault = faults.get(`${job.itineraryId}/${at}`)
  return fault === undefined ? effect() : fault(job, effect)
}
