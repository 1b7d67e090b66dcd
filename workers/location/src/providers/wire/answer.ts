import { sseReader } from './sse.ts'
import { readBody, readText } from './body.ts'
import { failure } from './wire-fault.ts'

type Message = { readonly id?: unknown; readonly result?: unknown; readonly error?: unknown }

/** The answer as it came, or where its stream can be taken up again (the server hung up early, as SSE polling allows). */
export type Found =
  | { readonly kind: 'answer'; readonly message: Message }
  | { readonly kind: 'resume'; readonly lastEventId: string; readonly afterMs: number }

const RESUME_AFTER_MS = 1_000

/**
 * The one message of a response that answers request `id`. What a client library would wait for until its time-out is
 * noticed at once: a stream that ends without it, an answer to somebody else, an acceptance without an answer.
 */
export async function findAnswer(response: Response, id: number, signal: AbortSignal, scrub: (text: string) => string): Promise<Found> {
  const type = (response.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  if (type === 'text/event-stream') return inStream(response, id, signal, scrub)
  if (response.status === 202 || response.status === 204) throw failure('protocol', `HTTP ${response.status} without an answer`)
  if (type !== 'application/json') throw failure('unreadable', `an answer of type ${type === '' ? 'nothing' : type.slice(0, 60)}`)
  const parsed = parseJson(scrub(await readText(response, signal)))
  const mine = (Array.isArray(parsed) ? parsed : [parsed]).find((message) => answers(message, id))
  if (mine === undefined) throw failure('protocol', 'an answer to another request')
  return { kind: 'answer', message: mine as Message }
}

async function inStream(response: Response, id: number, signal: AbortSignal, scrub: (text: string) => string): Promise<Found> {
  const read = sseReader()
  let answer: Message | null = null
  let lastEventId: string | null = null
  let afterMs = RESUME_AFTER_MS
  await readBody(response.body, signal, (text) => {
    for (const event of read(text)) {
      lastEventId = event.id ?? lastEventId
      afterMs = event.retryMs ?? afterMs
      if (event.data === '') continue
      const message = parseJson(scrub(event.data))
      if (answers(message, id)) answer = message as Message
    }
    return answer !== null
  })
  if (answer !== null) return { kind: 'answer', message: answer }
  if (lastEventId !== null && lastEventId !== '') return { kind: 'resume', lastEventId, afterMs }
  throw failure('protocol', 'the stream ended without an answer')
}

function answers(message: unknown, id: number): boolean {
  if (typeof message !== 'object' || message === null) return false
  const { id: its, result, error } = message as Message
  // A server that could not read the request's id answers null (JSON-RPC 2.0, 5): nobody else is waiting here.
  return (its === id && (result !== undefined || error !== undefined)) || (its === null && error !== undefined)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw failure('unreadable', 'an answer that is no whole JSON')
  }
}
