import type { ErrorCode, Problem, ServiceError } from '@yeojeong/contracts'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

export type Meaning = { readonly status: ContentfulStatusCode; readonly title: string; readonly remedy: string }

/** The only place where an error code meets an HTTP status. docs/errors/ is written from it. */
export const PROBLEMS = {
  bad_json: { status: 400, title: 'The body is not JSON', remedy: 'Send well-formed JSON in UTF-8.' },
  validation_failed: {
    status: 422,
    title: 'Some fields do not fit',
    remedy: 'Correct the fields that `errors` points at; each pointer is an RFC 6901 path into what was sent.',
  },
  body_too_large: { status: 413, title: 'The body is too large', remedy: 'Send at most 1 MiB.' },
  unsupported_media_type: {
    status: 415,
    title: 'The body is of a type this address does not take',
    remedy: 'Send `Content-Type: application/json`; where something else is taken, the reference says what.',
  },
  unauthenticated: {
    status: 401,
    title: 'No valid session',
    remedy: 'Start one with `POST /auth/guest`, then send its cookie or `Authorization: Bearer`.',
  },
  forbidden: { status: 403, title: 'Not allowed', remedy: 'The request came from another site, or the session may not do this.' },
  not_found: { status: 404, title: 'Not found', remedy: 'Check the id. What belongs to somebody else is not found either.' },
  method_not_allowed: { status: 405, title: 'Method not allowed', remedy: 'See the `Allow` header.' },
  idempotency_key_missing: {
    status: 400,
    title: 'Idempotency-Key is missing',
    remedy: 'Send an `Idempotency-Key` of 8 to 200 characters with every POST that creates, and the same one when you retry.',
  },
  idempotency_key_reused: { status: 422, title: 'Idempotency-Key was used for something else', remedy: 'Use a new key for a new request.' },
  version_conflict: { status: 409, title: 'It changed meanwhile', remedy: 'Read it again and repeat the change on the newest version.' },
  rules_broken: {
    status: 422,
    title: 'The change breaks a rule of the plan',
    remedy: 'See `violations`. Send the command with `force: true` to have it all the same; the itinerary then shows what is broken.',
  },
  edit_impossible: {
    status: 422,
    title: 'The change cannot be made',
    remedy: 'See `errors`. Something locked, booked or set to a time leaves no room, or what was named is not there.',
  },
  stop_locked: { status: 409, title: 'The stop is locked', remedy: 'Send `UnlockStop` first.' },
  not_editable: {
    status: 409,
    title: 'Nothing to change here',
    remedy: 'It is still being planned, has failed or is archived (`Unarchive` it).',
  },
  nothing_to_undo: { status: 409, title: 'Nothing to take back', remedy: 'Only your own changes can be undone and redone.' },
  trip_changed: { status: 409, title: 'The trip has changed', remedy: 'Send `Replan`: it keeps what still fits and says what it changed.' },
  plan_impossible: {
    status: 422,
    title: 'No plan keeps all of this',
    remedy: 'See `infeasible`: what conflicts, and changes that were tried and help. Unlocking a stop often does.',
  },
  too_late: { status: 409, title: 'Too late', remedy: 'It has ended already; read it to see how.' },
  trip_member_required: { status: 422, title: 'A trip needs a traveller', remedy: 'Add another traveller before removing the last one.' },
  trip_full: { status: 422, title: 'The trip is full', remedy: 'Remove a traveller first.' },
  region_unknown: { status: 422, title: 'We do not know this destination', remedy: 'Choose one of `GET /v1/regions`.' },
  limit_reached: { status: 422, title: 'There can be no more of these', remedy: 'Remove one first; `detail` says how many there can be.' },
  quota_exceeded: { status: 429, title: 'Quota used up', remedy: 'Wait until `Retry-After` seconds have passed.' },
  rate_limited: { status: 429, title: 'Too many requests', remedy: 'Wait until `Retry-After` seconds have passed.' },
  read_only: {
    status: 503,
    title: 'Read-only for the moment',
    remedy: 'Itineraries can be read; changes are paused. Try again after `Retry-After` seconds.',
  },
  provider_unavailable: { status: 503, title: 'No place provider answers', remedy: 'Try again after `Retry-After` seconds.' },
  deadline_exceeded: { status: 504, title: 'It took too long', remedy: 'Try again; nothing was half done.' },
  not_ready: { status: 503, title: 'Not ready', remedy: 'Try again after `Retry-After` seconds.' },
  internal: { status: 500, title: 'Our mistake', remedy: 'Try again; if it stays, tell us the `requestId`.' },
} as const satisfies { readonly [C in ErrorCode]: Meaning }

/** Thrown inside the gateway only, to leave a route with an expected failure; `onError` turns it into its problem. */
export class ServiceFailure extends Error {
  readonly failure: ServiceError
  constructor(failure: ServiceError) {
    super(failure.code)
    this.failure = failure
  }
}

/** RFC 9457 problem details of a failure. */
function problemOf(failure: ServiceError, requestId: string): Problem {
  const { code, retryAfterS: _header, ...particulars } = failure
  const { status, title } = PROBLEMS[code]
  return { type: `/problems/${code}`, title, status, code, requestId, ...particulars }
}

const RETRY_AFTER_S: { readonly [C in ErrorCode]?: number } = {
  rate_limited: 60,
  quota_exceeded: 3_600,
  read_only: 30,
  provider_unavailable: 30,
  not_ready: 5,
}

export function problemResponse(failure: ServiceError, requestId: string): Response {
  const problem = problemOf(failure, requestId)
  const retryAfter = failure.retryAfterS ?? RETRY_AFTER_S[failure.code]
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-request-id': requestId,
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
  })
}
