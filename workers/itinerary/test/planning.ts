import { env as rawEnv, exports } from 'cloudflare:workers'
import { kvKeys, ItineraryView, PlanningProgress, type ItineraryRpc, type PlanRequest } from '@yeojeong/contracts'
import { derivedId } from '@yeojeong/worker-kit'
import type { Bindings } from '../src/bindings.ts'
import { contextOf } from './fixture.ts'

export const env = rawEnv as unknown as Bindings
export const service = (exports as unknown as { ItineraryService: ItineraryRpc }).ItineraryService

let count = 0
/** A user with one trip, and the id the itinerary planned for `key` will have. */
export async function someone(): Promise<{ userId: string; tripId: string; key: string; itineraryId: string }> {
  const userId = `usr_someone${++count}-${crypto.randomUUID().slice(0, 8)}`
  const tripId = `trp_${userId.slice(4)}-1`
  const key = `key-of-${userId}`
  return { userId, tripId, key, itineraryId: await derivedId('itn', userId, tripId, key) }
}

export function requestOf(wishes: Partial<PlanRequest> = {}): PlanRequest {
  return { mustSee: [], avoid: [], avoidCategories: [], interests: [], fairness: 0.5, ...wishes }
}

/** Everything the progress stream says until the planning ends and closes it. */
export async function watchToTheEnd(userId: string, itineraryId: string): Promise<PlanningProgress[]> {
  const answer = await service.progress(contextOf(userId), itineraryId)
  if (!answer.ok) throw new Error(`no progress: ${answer.error.code}`)
  const text = await new Response(answer.value as unknown as ReadableStream).text()
  const messages = text.split('\n\n').filter((message) => message.startsWith('data: '))
  return messages.map((message) => PlanningProgress.parse(JSON.parse(message.slice('data: '.length))))
}

export async function storedView(itineraryId: string): Promise<{ view: ItineraryView | null; metadata: unknown }> {
  const { value, metadata } = await env.ITINERARY_VIEWS.getWithMetadata(kvKeys.itineraryView(itineraryId), 'json')
  return { view: value === null ? null : ItineraryView.parse(value), metadata }
}

export async function rows<T>(query: string, ...values: unknown[]): Promise<T[]> {
  return (
    await env.ITINERARY_DB.prepare(query)
      .bind(...values)
      .all<T>()
  ).results
}

export type Someone = Awaited<ReturnType<typeof someone>>

export async function plan({ userId, tripId, key }: Someone, wishes: Partial<PlanRequest> = {}) {
  return service.plan(contextOf(userId), { tripId, key, request: requestOf(wishes) })
}

/** Plans and waits for the end; the last thing the stream says. */
export async function planToTheEnd(who: Someone, wishes: Partial<PlanRequest> = {}): Promise<PlanningProgress> {
  const accepted = await plan(who, wishes)
  if (!accepted.ok) throw new Error(`not accepted: ${accepted.error.code}`)
  return untilEnded(who)
}

/** Watches until the planning has ended, coming back when the stream breaks off, as a browser does. */
export async function untilEnded({ userId, itineraryId }: Someone): Promise<PlanningProgress> {
  for (;;) {
    const last = await watchToTheEnd(userId, itineraryId).then(
      (seen) => seen.at(-1),
      () => undefined,
    )
    if (last !== undefined && last.status !== 'planning') return last
  }
}
