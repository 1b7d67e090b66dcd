import type { PlanningProgress } from '@yeojeong/contracts'

const HEARTBEAT_MS = 15_000
/** A reader that has left this many messages lying is dropped; it can come back and gets the newest state at once. */
const MAX_BACKLOG = 64

type Reader = { readonly writer: WritableStreamDefaultWriter<Uint8Array>; backlog: number }

/** Server-sent events to everybody who watches one planning: the state at once, then each change, closed at the end. */
export class ProgressFeed {
  readonly #readers = new Set<Reader>()
  readonly #encoder = new TextEncoder()
  #heartbeat: ReturnType<typeof setInterval> | null = null

  open(current: PlanningProgress, ended: boolean): ReadableStream<Uint8Array> {
    const { readable, writable } = new IdentityTransformStream()
    const reader: Reader = { writer: writable.getWriter(), backlog: 0 }
    this.#readers.add(reader)
    this.#write(reader, dataOf(current))
    if (ended) this.#close(reader)
    else this.#heartbeat ??= setInterval(() => this.#toAll(': still here\n\n'), HEARTBEAT_MS)
    return readable
  }

  send(progress: PlanningProgress, ended: boolean): void {
    this.#toAll(dataOf(progress))
    if (ended) for (const reader of this.#readers) this.#close(reader)
  }

  #toAll(text: string): void {
    for (const reader of this.#readers) this.#write(reader, text)
  }

  #write(reader: Reader, text: string): void {
    if (reader.backlog >= MAX_BACKLOG) return this.#drop(reader)
    reader.backlog++
    reader.writer.write(this.#encoder.encode(text)).then(
      () => void reader.backlog--,
      () => this.#drop(reader),
    )
  }

  #close(reader: Reader): void {
    reader.writer.close().catch(() => undefined) // whoever has hung up already has nothing to be told
    this.#forget(reader)
  }

  #drop(reader: Reader): void {
    reader.writer.abort().catch(() => undefined)
    this.#forget(reader)
  }

  #forget(reader: Reader): void {
    this.#readers.delete(reader)
    if (this.#readers.size > 0 || this.#heartbeat === null) return
    clearInterval(this.#heartbeat)
    this.#heartbeat = null
  }
}

function dataOf(progress: PlanningProgress): string {
  return `data: ${JSON.stringify(progress)}\n\n`
}
