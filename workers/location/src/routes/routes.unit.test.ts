import type { RouteRequest } from '@yeojeong/contracts'
import { estimateLeg, travelProfileOf } from '@yeojeong/domain'
import { expect, test } from 'vitest'
import { adapter, contextAt, FAILS, ownAdapter, SEOUL, testWorld } from '../../test/world.ts'
import type { Adapter, RouteQuestion } from '../providers/adapter.ts'
import { callOsrm } from './osrm.ts'
import { routes } from './routes.ts'

const POINTS = Array.from({ length: 30 }, (_, n) => ({ lat: 37.5 + n * 0.003, lng: 127 }))
const matrix = ({ origins, destinations }: RouteQuestion) =>
  origins.map((_, i) => destinations.map((__, j) => ({ durationMin: 10 + i + j, distanceM: 1_000 })))
const routing = (id: string, side: number, more: Partial<Adapter> = {}): Adapter => {
  const base = adapter(id, more)
  const args = ({ origins, destinations, mode }: RouteQuestion) =>
    mode === 'car' && origins.length <= side && destinations.length <= side ? {} : null
  return {
    ...base,
    tools: {
      routes: {
        tool: 'compute_routes',
        args,
        parse: () => {
          throw new Error()
        },
        empty: () => [],
        priceUsd: 0,
      },
    },
  }
}
const world = (adapters: readonly Adapter[], more: Record<string, (question: RouteQuestion) => unknown>) =>
  testWorld([...adapters, ownAdapter()], {
    atlas: () => [SEOUL],
    ...Object.fromEntries(Object.entries(more).map(([id, answer]) => [id, (_tool: string, question: never) => answer(question)])),
  })
const request = (more: Partial<RouteRequest> = {}): RouteRequest => ({
  origins: POINTS.slice(0, 2),
  destinations: POINTS.slice(5, 7),
  mode: 'car',
  departAt: null,
  estimate: true,
  ...more,
})
const calls = (test: ReturnType<typeof world>, id: string): number => test.calls.filter(({ provider }) => provider === id).length

test('without a provider every way is estimated by the model, and says so', async () => {
  const here = world([], {})
  const answer = await routes(here.isolate(), contextAt(here), request({ mode: 'transit' }))
  expect(answer).toMatchObject({ ok: true, value: { sources: ['model'], degraded: [] } })
  const expected = estimateLeg(POINTS[0]!, POINTS[5]!, 'transit', travelProfileOf('seoul'))
  expect(answer.ok && answer.value.legs[0]![0]).toEqual({ ...expected, source: 'model' })
})

test('who does not want estimates is told what nobody knows', async () => {
  const here = world([], {})
  expect(await routes(here.isolate(), contextAt(here), request({ estimate: false }))).toMatchObject({
    value: {
      legs: [
        [null, null],
        [null, null],
      ],
      sources: [],
    },
  })
})

test('a matrix is asked in blocks its provider takes, once: the second time it is known', async () => {
  const here = world([routing('ride', 10)], { ride: matrix })
  const deps = here.isolate()
  const big = request({ origins: POINTS.slice(0, 20), destinations: POINTS.slice(10, 30) })
  const first = await routes(deps, contextAt(here), big)
  await here.settle()
  expect(calls(here, 'ride')).toBe(4)
  expect(first).toMatchObject({ value: { sources: ['ride'] } })
  // Another isolate, some of the same ways in another order.
  const again = await routes(
    here.isolate(),
    contextAt(here),
    request({ origins: POINTS.slice(3, 8).toReversed(), destinations: POINTS.slice(12, 15) }),
  )
  expect(calls(here, 'ride')).toBe(4)
  expect(again.ok && again.value.legs.flat().every((leg) => leg?.source === 'ride')).toBe(true)
})

test('only what is not known yet is asked for', async () => {
  const here = world([routing('ride', 25)], { ride: matrix })
  const deps = here.isolate()
  await routes(deps, contextAt(here), request())
  await here.settle()
  await routes(deps, contextAt(here), request({ destinations: POINTS.slice(5, 9) }))
  expect(here.calls.findLast(({ provider }) => provider === 'ride')?.question).toMatchObject({ destinations: POINTS.slice(7, 9) })
})

test('a way one provider has not is the next one’s, then the model’s, and each leg says whose it is', async () => {
  const here = world([routing('first', 25, { rank: { default: 1 } }), routing('second', 25, { rank: { default: 2 } })], {
    first: ({ origins, destinations }) =>
      origins.map((_, i) => destinations.map((__, j) => (i === 0 && j === 0 ? { durationMin: 7, distanceM: 900 } : null))),
    second: ({ origins, destinations }) =>
      origins.map((_, i) => destinations.map(() => (i === 0 ? { durationMin: 8, distanceM: 950 } : null))),
  })
  const answer = await routes(here.isolate(), contextAt(here), request())
  expect(answer.ok && answer.value.legs.map((row) => row.map((leg) => leg?.source))).toEqual([
    ['first', 'second'],
    ['model', 'model'],
  ])
})

test('providers out cost nobody an answer', async () => {
  const here = world([routing('ride', 25)], { ride: () => FAILS })
  expect(await routes(here.isolate(), contextAt(here), request())).toMatchObject({
    ok: true,
    value: { sources: ['model'], degraded: ['providers'] },
  })
})

test('no question costs a provider more than a dozen calls', async () => {
  const here = world([routing('pairs', 1)], { pairs: matrix })
  const answer = await routes(
    here.isolate(),
    contextAt(here),
    request({ origins: POINTS.slice(0, 10), destinations: POINTS.slice(10, 20) }),
  )
  expect(calls(here, 'pairs')).toBe(12)
  expect(answer.ok && answer.value.sources).toEqual(['pairs', 'model'])
})

test('who is paid by the way is asked for a day’s ways, and never for a matrix', async () => {
  const free = routing('paid', 25)
  const paid: Adapter = { ...free, tools: { routes: { ...free.tools.routes!, priceUsd: 0.005 } } }
  const here = world([paid], { paid: matrix })
  const answer = await routes(here.isolate(), contextAt(here), request({ origins: POINTS.slice(0, 6), destinations: POINTS.slice(6, 12) }))
  expect(answer).toMatchObject({ value: { sources: ['model'], degraded: [] } })
  expect(calls(here, 'paid')).toBe(0)
  const few = await routes(here.isolate(), contextAt(here), request({ origins: POINTS.slice(0, 5), destinations: POINTS.slice(6, 11) }))
  expect(few).toMatchObject({ value: { sources: ['paid'] } })
})

const OSRM = 'https://osrm.test'
const question: RouteQuestion = { origins: POINTS.slice(0, 1), destinations: POINTS.slice(1, 3), mode: 'car', departAt: null }
const served =
  (status: number, body: unknown, seen: string[] = []) =>
  async (url: unknown) => {
    seen.push(String(url))
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })
  }

test('an OSRM server is asked for a table, longitude first, and its seconds become minutes', async () => {
  const seen: string[] = []
  const answer = await callOsrm(
    OSRM,
    question,
    1_000,
    served(200, { code: 'Ok', durations: [[61, null]], distances: [[500.4, null]] }, seen),
  )
  expect(seen).toEqual([
    `${OSRM}/table/v1/driving/127.00000,37.50000;127.00000,37.50300;127.00000,37.50600?sources=0&destinations=1;2&annotations=duration,distance`,
  ])
  expect(answer).toEqual({ outcome: { kind: 'ok' }, answer: { ok: true, value: [[{ durationMin: 2, distanceM: 500 }, null]] }, calls: 1 })
})

test.each([
  [429, {}, { kind: 'throttled' }],
  [400, { code: 'InvalidValue' }, { kind: 'ok' }],
  [502, '<html>', { kind: 'failure', reason: 'http' }],
  [200, '<html>', { kind: 'failure', reason: 'unreadable' }],
  [200, { code: 'Ok', durations: [[1]], distances: [[1]] }, { kind: 'failure', reason: 'unreadable' }],
])('OSRM answering %s %j is %j to the breaker', async (status, body, outcome) => {
  expect(await callOsrm(OSRM, question, 1_000, served(status, body))).toMatchObject({ outcome, answer: { ok: false } })
})
