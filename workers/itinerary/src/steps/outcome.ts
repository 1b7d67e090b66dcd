import type { ErrorCode, ServiceError } from '@yeojeong/contracts'
import { err, ok } from '@yeojeong/domain'
import type { StepOutcome } from '@yeojeong/durable-objects/itinerary-saga'

/** Failures of another service that may be gone by the next attempt. */
const PASSING: ReadonlySet<ErrorCode> = new Set([
  'provider_unavailable',
  'deadline_exceeded',
  'rate_limited',
  'not_ready',
  'read_only',
  'internal',
])

export const done: StepOutcome = ok({})

/** A step that ended well and leaves something for later ones. */
export function left(output: unknown): StepOutcome {
  return ok({ output })
}

/** No further attempt would change this. */
export function impossible(code: string): StepOutcome {
  return err({ code, retryable: false })
}

/** Another service said no. */
export function refused(error: ServiceError): StepOutcome {
  return err({ code: error.code, retryable: PASSING.has(error.code) })
}
