/**
 * What one call to a provider came to, as far as its breaker is concerned.
 *
 * - `ok`: an answer, also an empty one; also a refusal of arguments that are our own mistake.
 * - `failure`: network, time-out, 408, 5xx, an unreadable success, an outage told in words. Counts.
 * - `rejected`: 401, 403, a bad key. Opens at once and alerts: no retry will help.
 * - `throttled`: 429 or a used-up quota. Opens for as long as the provider says.
 */
export type CallOutcome =
  | { readonly kind: 'ok' }
  | { readonly kind: 'failure'; readonly reason: FailureReason }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'throttled'; readonly retryAfterMs: number | null }

export const FAILURE_REASONS = ['network', 'timeout', 'http', 'protocol', 'unreadable', 'outage'] as const
export type FailureReason = (typeof FAILURE_REASONS)[number]
