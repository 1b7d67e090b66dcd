import { ItinerarySagaShell, type StepEffect, type StepJob, type StepOutcome } from '@yeojeong/durable-objects/itinerary-saga'
import type { Bindings } from '../src/bindings.ts'
import { depsOf } from '../src/deps.ts'
import { planningEffects } from '../src/planning/planning-effects.ts'
import { shortSolver } from './short-solver.ts'

// Everything the Worker is, with another saga: an export of this file's own stands before one of the same name from there.
export * from '../src/index.ts'
export { background as default } from '../src/background.ts'

/** A valid plan is all that is asked. */
const EVALUATIONS = 60_000

type ChaosBindings = Bindings & { readonly CONTROL_URL: string }

/** The real saga, which reports to a controller before and after each effect and goes on when it may; the controller kills it where it stands. */
export class ItinerarySaga extends ItinerarySagaShell<Bindings> {
  constructor(ctx: DurableObjectState, env: ChaosBindings) {
    const effects = planningEffects(depsOf(env), shortSolver(EVALUATIONS))
    const steps = Object.fromEntries(Object.entries(effects.steps).map(([step, effect]) => [step, gated(step, effect, env.CONTROL_URL)]))
    const improve = gated('improve', { run: effects.improve }, env.CONTROL_URL).run
    super(ctx, env, { ...effects, improve, steps: steps as unknown as typeof effects.steps })
  }
}

function gated(step: string, effect: StepEffect, controlUrl: string): StepEffect {
  const { undo } = effect
  const through = (direction: 'run' | 'undo', work: (job: StepJob) => Promise<StepOutcome>) => async (job: StepJob) => {
    const before = await arrive(controlUrl, job.itineraryId, `${step}/${direction}/before`)
    const outcome = await work(before === 'late' ? { ...job, acceptedAt: 0 } : job)
    const word = await arrive(controlUrl, job.itineraryId, `${step}/${direction}/after`)
    return word === 'fail' ? ({ ok: false, error: { code: 'broken', retryable: false } } as const) : outcome
  }
  return { run: through('run', effect.run), ...(undo === undefined ? {} : { undo: through('undo', undo) }) }
}

async function arrive(controlUrl: string, itineraryId: string, point: string): Promise<string> {
  const response = await fetch(`${controlUrl}/?${new URLSearchParams({ itineraryId, point })}`)
  return response.text()
}
