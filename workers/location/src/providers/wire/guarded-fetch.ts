import type { FetchLike } from '@modelcontextprotocol/client'
import { describeError } from '@yeojeong/worker-kit'
import { readErrorText } from '../error-text.ts'
import { findAnswer, type Found } from './answer.ts'
import { inTime, readText } from './body.ts'
import { retryAfterMs } from './retry-after.ts'
import { failure, WireFault } from './wire-fault.ts'

/** Stands for "this server keeps no session": lets the client library skip its handshake; never sent. */
export const SESSIONLESS = 'sessionless'

const MAX_RESUMES = 5
const ERROR_BODY_BYTES = 64 * 1024

export type Guarded = {
  readonly fetch: FetchLike
  /** The first thing that went wrong for good; every later request fails with it unsent. */
  readonly fault: () => WireFault | null
  /** Status of the last response, null before the first. */
  readonly status: () => number | null
  readonly sent: () => number
}

export type Guard = {
  readonly fetch: FetchLike
  /** Ends everything: the call's own deadline. */
  readonly signal: AbortSignal
  /** Headers that prove who we are. */
  readonly headers: Readonly<Record<string, string>>
  /** Takes our own keys out of whatever a server sends back. */
  readonly scrub: (text: string) => string
  readonly now: () => number
}

/** Ids are ours and never repeat: a new client library object starts at 0 again, also within a session it took over. */
let lastId = 0

/**
 * The fetch the client library works with. It reads every answer whole and hands on only what is one, so that each
 * failure is known at once and by its name: status and Retry-After, deadline, size, type, a stream that just ends.
 */
export function guardedFetch(guard: Guard): Guarded {
  let fault: WireFault | null = null
  let status: number | null = null
  let sent = 0
  const send = async (url: string | URL, init: RequestInit): Promise<Response> => {
    sent += 1
    try {
      return await inTime(guard.fetch(url, { ...init, redirect: 'manual', signal: guard.signal }), guard.signal)
    } catch (error) {
      if (error instanceof WireFault) throw error
      throw guard.signal.aborted ? failure('timeout', 'no answer in time') : failure('network', guard.scrub(describeError(error)))
    }
  }
  const run = async (url: string | URL, init: RequestInit = {}): Promise<Response> => {
    // The library opens a stream of the server's own messages; we ask and are answered, nothing else.
    if (init.method === 'GET') return new Response(null, { status: 405 })
    const headers = headersOf(init.headers, guard.headers)
    const { body, id, theirId } = renumbered(init.body)
    const response = await send(url, { ...init, headers, ...(body === null ? {} : { body }) })
    status = response.status
    if (status >= 300) return refused(response, guard)
    if (id === null) {
      void response.body?.cancel().catch(() => undefined)
      return new Response(null, { status: 202 })
    }
    const message = await resumed(
      await readAnswer(response, id, guard),
      async (lastEventId) => {
        const again = new Headers(headers)
        again.delete('content-type')
        again.set('accept', 'text/event-stream')
        again.set('last-event-id', lastEventId)
        const stream = await send(url, { method: 'GET', headers: again })
        if (!stream.ok) throw failure('protocol', `HTTP ${stream.status} on taking up the stream again`)
        return readAnswer(stream, id, guard)
      },
      guard.signal,
    )
    return handedOn({ ...message, id: theirId }, response)
  }
  return {
    fetch: async (url, init) => {
      if (fault !== null) throw fault
      try {
        return await run(url, init)
      } catch (error) {
        fault = error instanceof WireFault ? error : failure('network', guard.scrub(describeError(error)))
        throw fault
      }
    },
    fault: () => fault,
    status: () => status,
    sent: () => sent,
  }
}

async function readAnswer(response: Response, id: number, guard: Guard): Promise<Found> {
  try {
    return await findAnswer(response, id, guard.signal, guard.scrub)
  } catch (error) {
    if (error instanceof WireFault) throw error
    throw guard.signal.aborted
      ? failure('timeout', 'the answer did not end in time')
      : failure('network', `the answer was cut off: ${guard.scrub(describeError(error))}`)
  }
}

async function resumed(first: Found, again: (lastEventId: string) => Promise<Found>, signal: AbortSignal): Promise<object> {
  let found = first
  for (let resumes = 0; found.kind === 'resume'; resumes++) {
    if (resumes === MAX_RESUMES) throw failure('protocol', 'the stream keeps ending without an answer')
    const { afterMs, lastEventId } = found
    await inTime(new Promise((resolve) => setTimeout(resolve, afterMs)), signal)
    found = await again(lastEventId)
  }
  return found.message
}

/** A response that is no success: a fault, or (a plain 4xx, a redirect) something the client library still has to read: that is how eras are told apart. */
async function refused(response: Response, guard: Guard): Promise<Response> {
  const { status } = response
  const text = guard.scrub(await readText(response, guard.signal, ERROR_BODY_BYTES).catch(() => ''))
  const verdict = readErrorText(text, [])
  if (status === 429 || ((status === 400 || status === 403) && verdict.kind === 'failed' && verdict.outcome.kind === 'throttled')) {
    throw new WireFault(
      { kind: 'throttled', retryAfterMs: retryAfterMs(response.headers.get('retry-after'), guard.now()) },
      `HTTP ${status}: too many calls`,
    )
  }
  if (status === 401 || status === 403) throw new WireFault({ kind: 'rejected' }, `HTTP ${status}: our key is not accepted`)
  if (status === 408 || status >= 500) throw failure('http', `HTTP ${status}`)
  const headers = new Headers(response.headers)
  headers.delete('content-encoding')
  headers.delete('content-length')
  return new Response(text === '' ? null : text, { status, headers })
}

/** The message as the response the library expects; its `json()` hands over what is parsed already, as answers run to half a megabyte. */
function handedOn(message: object, response: Response): Response {
  const headers = new Headers({ 'content-type': 'application/json' })
  const session = response.headers.get('mcp-session-id')
  if (session !== null) headers.set('mcp-session-id', session)
  return Object.assign(new Response(null, { status: 200, headers }), { json: () => Promise.resolve(message) })
}

function headersOf(given: RequestInit['headers'], own: Readonly<Record<string, string>>): Headers {
  const headers = new Headers(given)
  if (headers.get('mcp-session-id') === SESSIONLESS) headers.delete('mcp-session-id')
  for (const [name, value] of Object.entries(own)) headers.set(name, value)
  return headers
}

function renumbered(body: RequestInit['body']): { readonly body: string | null; readonly id: number | null; readonly theirId: unknown } {
  if (typeof body !== 'string') return { body: null, id: null, theirId: null }
  const message = JSON.parse(body) as { id?: unknown }
  if (message.id === undefined) return { body, id: null, theirId: null }
  lastId += 1
  return { body: JSON.stringify({ ...message, id: lastId }), id: lastId, theirId: message.id }
}
