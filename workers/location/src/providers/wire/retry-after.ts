/** Longest a provider may send us away for; a date far off is more likely a clock gone wrong. */
const MAX_MS = 24 * 3_600_000

/** Retry-After (RFC 9110, 10.2.3): seconds or a date, in milliseconds from now; null where there is none we understand. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null || header.trim() === '') return null
  const ms = /^\s*\d+\s*$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - nowMs
  return Number.isFinite(ms) ? Math.min(MAX_MS, Math.max(0, ms)) : null
}
