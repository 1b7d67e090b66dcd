import { ApiError, problemOf } from './problem.ts'
import { setReadOnly } from './read-only.ts'

type Send = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  /** An iCalendar file instead of a JSON body. */
  readonly calendar?: string
  /** Same key, same creation: kept by the caller over retries. */
  readonly idempotencyKey?: string
  /** A version the reader knows of; the gateway answers with it or a newer one. */
  readonly minVersion?: number
  readonly signal?: AbortSignal
}

let guest: Promise<void> | null = null

async function raw(path: string, send: Send): Promise<Response> {
  const headers = new Headers({ accept: 'application/json', 'accept-language': document.documentElement.lang })
  if (send.body !== undefined) headers.set('content-type', 'application/json')
  if (send.calendar !== undefined) headers.set('content-type', 'text/calendar')
  if (send.idempotencyKey !== undefined) headers.set('idempotency-key', send.idempotencyKey)
  if (send.minVersion !== undefined) headers.set('min-version', String(send.minVersion))
  const init: RequestInit = { method: send.method ?? 'GET', headers, credentials: 'same-origin' }
  if (send.body !== undefined) init.body = JSON.stringify(send.body)
  if (send.calendar !== undefined) init.body = send.calendar
  if (send.signal !== undefined) init.signal = send.signal
  try {
    return await fetch(path, init)
  } catch (error) {
    if (send.signal?.aborted === true) throw error
    throw new ApiError('network', 0)
  }
}

/** Becomes a guest, once for however many requests found that nobody is signed in. */
function becomeGuest(): Promise<void> {
  guest ??= raw('/auth/guest', { method: 'POST', body: {} })
    .then(async (response) => {
      if (!response.ok) throw await problemOf(response)
    })
    .finally(() => {
      guest = null
    })
  return guest
}

/** One request of the public API: the parsed answer, or an `ApiError`. The first 401 opens a guest session. */
export async function request<T>(path: string, send: Send = {}): Promise<T> {
  return (await answerOf<T>(path, send)).body
}

/** The same, for what an answer says in its headers. */
export async function answerOf<T>(path: string, send: Send = {}): Promise<{ readonly body: T; readonly headers: Headers }> {
  let response = await raw(path, send)
  if (response.status === 401) {
    await becomeGuest()
    response = await raw(path, send)
  }
  if (!response.ok) {
    const problem = await problemOf(response)
    if (problem.code === 'read_only') setReadOnly(true)
    throw problem
  }
  if (send.method !== undefined && send.method !== 'GET') setReadOnly(false)
  return { body: (response.status === 204 ? null : await response.json()) as T, headers: response.headers }
}

export function newKey(): string {
  return crypto.randomUUID()
}
