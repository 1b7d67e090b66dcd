import { err, type Result } from '@yeojeong/domain'
import { fetchJson, type UpstreamProblem } from '@yeojeong/worker-kit'

/** What this Worker works with; wrangler knows the addresses, an operator sets the key. */
export type GoogleEnv = { readonly GOOGLE_PLACES_URL: string; readonly GOOGLE_ROUTES_URL: string; readonly GOOGLE_MAPS_API_KEY?: string }

const TIMEOUT_MS = 1_800

/** One call; the field mask is what it costs: a field that was not asked for is not paid for. */
export async function googleCall(
  env: GoogleEnv,
  url: string,
  fieldMask: string,
  body: unknown = null,
): Promise<Result<unknown, UpstreamProblem>> {
  const key = env.GOOGLE_MAPS_API_KEY
  if (key === undefined || key === '') return err({ status: 0, detail: 'GOOGLE_MAPS_API_KEY is not configured' })
  const headers = { 'x-goog-api-key': key, 'x-goog-fieldmask': fieldMask, accept: 'application/json' }
  return fetchJson(
    url,
    body === null
      ? { headers }
      : { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) },
    TIMEOUT_MS,
  )
}
