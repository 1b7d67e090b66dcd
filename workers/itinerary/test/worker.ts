import { PLANNING_SPECS, type RetryPolicy } from '@yeojeong/domain'
import { ItinerarySagaShell } from '@yeojeong/durable-objects/itinerary-saga'
import type { Bindings } from '../src/bindings.ts'
import { depsOf } from '../src/deps.ts'
import { planningEffects } from '../src/planning/planning-effects.ts'
import { withFaults } from './faults.ts'
import { shortSolver } from './short-solver.ts'

export { background as default } from '../src/background.ts'
export { ItineraryRoom } from '../src/room.ts'
export { ItineraryService } from '../src/service.ts'
export { FakeLocation, FakeProfile } from './fakes.ts'

/** Enough for a valid plan of two days, which is all that is asked here. */
const EVALUATIONS = 20_000

const hasty = (policy: RetryPolicy): RetryPolicy => ({ ...policy, attempts: 3, backoff: { firstMs: 5, factor: 1, maxMs: 5 } })
const specs = PLANNING_SPECS.map((spec) => ({ ...spec, run: hasty(spec.run), undo: spec.undo === null ? null : hasty(spec.undo) }))

/** The real saga and steps; what goes wrong is up to the test, and nobody searches or waits long. */
export class ItinerarySaga extends ItinerarySagaShell<Bindings> {
  constructor(ctx: DurableObjectState, env: Bindings) {
    const crash = (): Promise<never> => {
      ctx.abort('planted crash')
      return new Promise(() => {})
    }
    super(ctx, env, withFaults({ ...planningEffects(depsOf(env), shortSolver(EVALUATIONS)), specs }, crash))
  }
}
