import type { ItineraryView, PlanAccepted, PlanningProgress, PlanRequest, Trip, TripInput } from '@yeojeong/contracts'
import type * as z from 'zod'

/** A trip as a file describes it: what the API takes, and what is asked of the plan. */
export type TripFile = { readonly trip: z.input<typeof TripInput>; readonly plan?: z.input<typeof PlanRequest> }

/** A problem the API answered with, as it came. */
export class ApiProblem extends Error {
  readonly status: number
  readonly problem: unknown
  constructor(status: number, problem: unknown) {
    super(`HTTP ${status}: ${JSON.stringify(problem, null, 2)}`)
    this.status = status
    this.problem = problem
  }
}

/** The public API as a program uses it: a bearer session, JSON in and out. */
export class Client {
  readonly url: string
  readonly token: string
  constructor(url: string, token: string) {
    this.url = url
    this.token = token
  }

  static async guest(url: string): Promise<Client> {
    const response = await fetch(`${url}/auth/guest`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"delivery":"token"}',
    })
    const session = (await answer(response)) as { token: string }
    return new Client(url, session.token)
  }

  async request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<unknown> {
    return answer(
      await fetch(`${this.url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
  }

  createTrip(trip: TripFile['trip'], key: string = crypto.randomUUID()): Promise<Trip> {
    return this.request('POST', '/v1/trips', trip, { 'idempotency-key': key, 'accept-language': 'ko' }) as Promise<Trip>
  }

  plan(tripId: string, request: TripFile['plan'] = {}, key: string = crypto.randomUUID()): Promise<PlanAccepted> {
    return this.request('POST', `/v1/trips/${tripId}/itineraries`, request, { 'idempotency-key': key }) as Promise<PlanAccepted>
  }

  itinerary(id: string, minVersion = 0): Promise<ItineraryView> {
    return this.request('GET', `/v1/itineraries/${id}`, undefined, { 'min-version': String(minVersion) }) as Promise<ItineraryView>
  }

  /** Follows the planning to its end; `onStep` sees every event. */
  async follow(id: string, onStep: (progress: PlanningProgress) => void = () => {}): Promise<PlanningProgress> {
    const response = await fetch(`${this.url}/v1/itineraries/${id}/progress`, { headers: { authorization: `Bearer ${this.token}` } })
    if (!response.ok || response.body === null) throw new ApiProblem(response.status, await response.text())
    let last: PlanningProgress | null = null
    let pending = ''
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const lines = (pending + chunk).split('\n')
      pending = lines.pop() ?? ''
      for (const line of lines) {
        if (!line.startsWith('data:')) continue
        last = JSON.parse(line.slice(5)) as PlanningProgress
        onStep(last)
      }
    }
    if (last === null) throw new Error('the progress stream ended without a word')
    return last
  }
}

async function answer(response: Response): Promise<unknown> {
  const text = await response.text()
  const body: unknown = text === '' ? null : JSON.parse(text)
  if (!response.ok) throw new ApiProblem(response.status, body)
  return body
}
