import * as z from 'zod'
import { Infeasible } from './plan.ts'
import { Violation } from './violation.ts'

/** Every expected failure of the product. The gateway's problem table gives each its status; docs/errors/ a page. */
export const ERROR_CODES = [
  'bad_json',
  'validation_failed',
  'body_too_large',
  'unsupported_media_type',
  'unauthenticated',
  'forbidden',
  'not_found',
  'method_not_allowed',
  'idempotency_key_missing',
  'idempotency_key_reused',
  'version_conflict',
  'rules_broken',
  'edit_impossible',
  'stop_locked',
  'not_editable',
  'nothing_to_undo',
  'trip_changed',
  'plan_impossible',
  'too_late',
  'trip_member_required',
  'trip_full',
  'region_unknown',
  'limit_reached',
  'quota_exceeded',
  'rate_limited',
  'read_only',
  'provider_unavailable',
  'deadline_exceeded',
  'not_ready',
  'internal',
] as const
export const ErrorCode = z.enum(ERROR_CODES)
export type ErrorCode = z.infer<typeof ErrorCode>

/** Where in the request something is wrong: an RFC 6901 pointer and a sentence for a person. */
export const FieldError = z.object({ pointer: z.string(), detail: z.string() })
export type FieldError = z.infer<typeof FieldError>

/** An edit that was made since the version a caller saw. */
export const EditSince = z.object({
  version: z.number().int(),
  actorId: z.string(),
  command: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})
export type EditSince = z.infer<typeof EditSince>

/** What else there is to say of some failures. */
const particulars = {
  /** `rules_broken`: which, and where. */
  violations: z.array(Violation).optional(),
  /** `version_conflict`: what has changed since, oldest first, and the version it led to. */
  since: z.array(EditSince).optional(),
  currentVersion: z.number().int().optional(),
  /** `plan_impossible`: what conflicts, and what would help. */
  infeasible: Infeasible.optional(),
}

/** What a service answers instead of throwing. `detail` is fit for the caller's eyes. */
export const ServiceError = z.object({
  code: ErrorCode,
  detail: z.string().optional(),
  errors: z.array(FieldError).optional(),
  retryAfterS: z.number().int().positive().optional(),
  ...particulars,
})
export type ServiceError = z.infer<typeof ServiceError>

export function serviceError(code: ErrorCode, detail?: string, more: Omit<ServiceError, 'code' | 'detail'> = {}): ServiceError {
  return { code, ...(detail === undefined ? {} : { detail }), ...more }
}

/** RFC 9457 problem details, as every error leaves the gateway. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: ErrorCode,
    detail: z.string().optional(),
    requestId: z.string(),
    errors: z.array(FieldError).optional(),
    ...particulars,
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>

/** A zod failure as pointers: the one translation of the product. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.map((issue) => ({
    pointer: `/${issue.path.map((key) => String(key).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`.replace(/^\/$/, ''),
    detail: issue.message,
  }))
}

export function validationFailed(error: z.ZodError): ServiceError {
  return serviceError('validation_failed', 'Some of what was sent does not fit.', { errors: fieldErrors(error) })
}
