import { err, ok, type Result } from '@yeojeong/domain'
import { describeError, redact } from './log.ts'

/** Longest an answer of somebody else's API may be. */
const MAX_BYTES = 4 * 1024 * 1024

/** Why somebody else's API gave us nothing, in words without a key. `status` 0 = no answer at all. */
export type UpstreamProblem = { readonly status: number; readonly detail: string }

/**
 * JSON from somebody else's HTTP API within `timeoutMs`. Redirects are not followed: they would carry our key along.
 * A refusal keeps its status, the start of its body and Retry-After, as `HTTP 429: … (retry after 30 s)`.
 */
export async function fetchJson(url: string | URL, init: RequestInit, timeoutMs: number): Promise<Result<unknown, UpstreamProblem>> {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
    const text = await limited(response)
    if (!response.ok) return err({ status: response.status, detail: refusal(response, text) })
    return ok(JSON.parse(text) as unknown)
  } catch (error) {
    return err({ status: 0, detail: describeError(error).replaceAll(/https?:\/\/\S+/g, '[url]') })
  }
}

function refusal(response: Response, text: string): string {
  const after = Number(response.headers.get('retry-after'))
  const said = redact(
    text
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  ).slice(0, 200)
  return `HTTP ${response.status}: ${said}${Number.isInteger(after) && after > 0 ? ` (retry after ${after} s)` : ''}`
}

async function limited(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  if (reader === undefined) return ''
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > MAX_BYTES) {
      await reader.cancel()
      throw new Error(`an answer of more than ${MAX_BYTES} bytes`)
    }
    text += decoder.decode(value, { stream: true })
  }
}
