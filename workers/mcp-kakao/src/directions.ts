import type { RouteMatrix, RouteQuery } from '@yeojeong/contracts'
import { err, ok, type LatLng, type Result } from '@yeojeong/domain'
import type { UpstreamProblem } from '@yeojeong/worker-kit'
import * as z from 'zod'
import { kakaoGet, type KakaoEnv } from './kakao-api.ts'

/** Each pair is a call: more would be a day's quota in an afternoon. */
const MAX_PAIRS = 25

const Directions = z.object({
  routes: z
    .array(
      z.object({
        result_code: z.number(),
        result_msg: z.string().optional(),
        summary: z.object({ distance: z.number(), duration: z.number() }).optional(),
      }),
    )
    .min(1),
})
/** Origin and destination within 5 m of each other: no way to go. */
const TOO_NEAR = 104

type Cell = RouteMatrix[number][number]

/** By car, every origin to every destination. */
export async function directionsMatrix(
  env: KakaoEnv,
  { origins, destinations, mode }: RouteQuery,
): Promise<Result<RouteMatrix, UpstreamProblem>> {
  if (mode !== 'car' && mode !== 'taxi') return err({ status: 0, detail: `Input validation error: no ${mode} routes in this API` })
  if (origins.length * destinations.length > MAX_PAIRS)
    return err({ status: 0, detail: `Input validation error: at most ${MAX_PAIRS} pairs` })
  const rows = await Promise.all(
    origins.map((origin) => Promise.all(destinations.map((destination) => directions(env, origin, destination)))),
  )
  const cells = rows.flat()
  const failed = cells.find((cell) => !cell.ok)
  // One pair that failed is unknown; all of them failing is a failure.
  if (failed?.ok === false && cells.every((cell) => !cell.ok)) return failed
  return ok(rows.map((row) => row.map((cell) => (cell.ok ? cell.value : null))))
}

/** The answer is HTTP 200 also where there is no way: `result_code` tells. */
async function directions(env: KakaoEnv, from: LatLng, to: LatLng): Promise<Result<Cell, UpstreamProblem>> {
  const answer = await kakaoGet(env, env.KAKAO_MOBILITY_URL, '/v1/directions', {
    origin: point(from),
    destination: point(to),
    summary: 'true',
  })
  if (!answer.ok) return answer
  const parsed = Directions.safeParse(answer.value)
  if (!parsed.success) return err({ status: 200, detail: 'HTTP 500: an answer of another shape than documented' })
  const { result_code, summary } = parsed.data.routes[0]!
  if (result_code === TOO_NEAR) return ok({ durationMin: 0, distanceM: 0 })
  return ok(
    result_code !== 0 || summary === undefined
      ? null
      : { durationMin: Math.ceil(summary.duration / 60), distanceM: Math.round(summary.distance) },
  )
}

function point({ lat, lng }: LatLng): string {
  return `${lng.toFixed(6)},${lat.toFixed(6)}`
}
