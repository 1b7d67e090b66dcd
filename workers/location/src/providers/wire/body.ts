import { failure } from './wire-fault.ts'

/** The largest answer anybody has reason to send: a region's 400 places in full, in both forms the protocol knows, is under half of it. */
const MAX_BODY_BYTES = 4 * 1024 * 1024

/** Hands a body's text to `take` piece by piece until it says enough, the body ends, or the signal does. Faults: over the cap, cut off, out of time. */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  signal: AbortSignal,
  take: (text: string) => boolean,
  maxBytes: number = MAX_BODY_BYTES,
): Promise<void> {
  if (body === null) return
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let size = 0
  try {
    for (;;) {
      const { done, value } = await inTime(reader.read(), signal)
      if (done) {
        take(decoder.decode())
        return
      }
      size += value.byteLength
      if (size > maxBytes) throw failure('unreadable', `an answer of more than ${maxBytes} bytes`)
      if (take(decoder.decode(value, { stream: true }))) return
    }
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}

export async function readText(response: Response, signal: AbortSignal, maxBytes: number = MAX_BODY_BYTES): Promise<string> {
  let text = ''
  await readBody(
    response.body,
    signal,
    (piece) => {
      text += piece
      return false
    },
    maxBytes,
  )
  return text
}

/** A read that the signal ends: not every runtime ends a stalled body when its request is aborted. */
export function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  work.catch(() => undefined)
  return new Promise<T>((resolve, reject) => {
    const stop = (): void => reject(failure('timeout', 'no answer in time'))
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
