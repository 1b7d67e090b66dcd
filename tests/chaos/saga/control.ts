import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Case } from './points.ts'

function wordAt(point: string, { fail, late }: Case): string {
  if (late && point === 'solve/run/before') return 'late'
  return point === `${fail}/run/after` ? 'fail' : 'go'
}

type Watched = Case & { killed: boolean; arrive: () => void }

/** Lets plannings go on step by step, and holds each at the point where it is to be killed. */
export class Control {
  readonly #watched = new Map<string, Watched>()
  readonly #server: Server

  constructor() {
    this.#server = createServer((request, response) => {
      const query = new URL(request.url ?? '/', 'http://control').searchParams
      const one = this.#watched.get(query.get('itineraryId') ?? '')
      const point = query.get('point') ?? ''
      if (one !== undefined && !one.killed && point === one.kill) {
        one.arrive() // and no answer: it stands here until it is killed
        return
      }
      response.end(one === undefined ? 'go' : wordAt(point, one))
    })
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => void this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Resolves when the planning stands at its point. */
  watch(itineraryId: string, one: Case): Promise<void> {
    return new Promise((arrive) => this.#watched.set(itineraryId, { ...one, killed: false, arrive }))
  }

  killed(itineraryIds: readonly string[]): void {
    for (const id of itineraryIds) this.#watched.get(id)!.killed = true
    this.#server.closeAllConnections()
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}
