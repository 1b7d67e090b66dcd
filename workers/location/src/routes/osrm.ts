import { serviceError, type ServiceError } from '@yeojeong/contracts'
import { err, ok, type CallOutcome, type Result } from '@yeojeong/domain'
import * as z from 'zod'
import type { Adapter, RouteMatrix, RouteQuestion } from '../providers/adapter.ts'

const PROFILES = { walk: 'foot', car: 'driving', taxi: 'driving', transit: null } as const
const MOST_POINTS = 50
const Table = z.object({
  code: z.string(),
  durations: z.array(z.array(z.number().nullable())).optional(),
  distances: z.array(z.array(z.number().nullable())).optional(),
})

/** Any server that speaks OSRM's table service, at `OSRM_URL`: no MCP, the same guards. */
export function osrm(url: string): Adapter {
  return {
    id: 'osrm',
    endpoint: { kind: 'url', url },
    auth: { kind: 'none' },
    regions: 'world',
    rank: { default: 5 },
    turn: 1,
    coordinates: 'wgs84',
    timeoutMs: 2_000,
    maxConcurrent: 4,
    cache: 'full',
    budget: { perHour: 100_000, perDay: 1_000_000, perMonth: 30_000_000 },
    attribution: '© OpenStreetMap contributors (ODbL), OSRM',
    tools: {
      routes: {
        tool: 'table',
        args: (question) => {
          const path = pathOf(question)
          return path === null ? null : { path }
        },
        parse: () => err({ outcome: { kind: 'failure', reason: 'protocol' }, detail: 'OSRM is not asked over MCP' }),
        empty: ({ origins, destinations }) => origins.map(() => destinations.map(() => null)),
        priceUsd: 0,
      },
    },
  }
}

/** Shape of the answer: what every provider call comes to. */
type Called = { readonly outcome: CallOutcome; readonly answer: Result<RouteMatrix, ServiceError>; readonly calls: number }

export async function callOsrm(
  url: string,
  question: RouteQuestion,
  timeoutMs: number,
  fetcher: typeof fetch = (input, init) => fetch(input, init),
): Promise<Called> {
  const path = pathOf(question)
  if (path === null) return { outcome: { kind: 'ok' }, answer: unavailable(), calls: 0 }
  try {
    const response = await fetcher(`${url}${path}`, { signal: AbortSignal.timeout(Math.max(1, timeoutMs)), redirect: 'manual' })
    if (response.status === 429) return { outcome: { kind: 'throttled', retryAfterMs: null }, answer: unavailable(), calls: 1 }
    // 400 is ours: a point off the map, too many points.
    if (response.status === 400) return { outcome: { kind: 'ok' }, answer: unavailable(), calls: 1 }
    if (!response.ok) return { outcome: { kind: 'failure', reason: 'http' }, answer: unavailable(), calls: 1 }
    const matrix = matrixOf(Table.safeParse(await response.json()), question)
    return matrix === null
      ? { outcome: { kind: 'failure', reason: 'unreadable' }, answer: unavailable(), calls: 1 }
      : { outcome: { kind: 'ok' }, answer: ok(matrix), calls: 1 }
  } catch (error) {
    const reason =
      error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : error instanceof SyntaxError ? 'unreadable' : 'network'
    return { outcome: { kind: 'failure', reason }, answer: unavailable(), calls: 1 }
  }
}

function pathOf({ origins, destinations, mode }: RouteQuestion): string | null {
  const profile = PROFILES[mode]
  if (profile === null || origins.length + destinations.length > MOST_POINTS) return null
  const points = [...origins, ...destinations].map(({ lat, lng }) => `${lng.toFixed(5)},${lat.toFixed(5)}`).join(';')
  const list = (from: number, count: number): string => Array.from({ length: count }, (_, at) => from + at).join(';')
  return `/table/v1/${profile}/${points}?sources=${list(0, origins.length)}&destinations=${list(origins.length, destinations.length)}&annotations=duration,distance`
}

function matrixOf(table: ReturnType<typeof Table.safeParse>, { origins, destinations }: RouteQuestion): RouteMatrix | null {
  if (!table.success || table.data.code !== 'Ok') return null
  const { durations, distances } = table.data
  if (
    durations === undefined ||
    distances === undefined ||
    durations.length !== origins.length ||
    durations.some((row) => row.length !== destinations.length)
  )
    return null
  return durations.map((row, i) =>
    row.map((seconds, j) => {
      const metres = distances[i]?.[j] ?? null
      return seconds === null || metres === null ? null : { durationMin: Math.ceil(seconds / 60), distanceM: Math.round(metres) }
    }),
  )
}

function unavailable(): Result<never, ServiceError> {
  return err(serviceError('provider_unavailable', 'A route provider does not answer.'))
}
