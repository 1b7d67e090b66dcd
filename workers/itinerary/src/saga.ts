import { ItinerarySagaShell } from '@yeojeong/durable-objects/itinerary-saga'
import type { Bindings } from './bindings.ts'
import { depsOf } from './deps.ts'
import { planningEffects } from './planning/planning-effects.ts'

/** The planning saga with this Worker's effects. */
export class ItinerarySaga extends ItinerarySagaShell<Bindings> {
  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env, planningEffects(depsOf(env)))
  }
}
