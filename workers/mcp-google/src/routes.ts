import type { RouteMatrix, RouteQuery } from '@yeojeong/contracts'
import { err, ok, type LatLng, type Result } from '@yeojeong/domain'
import type { UpstreamProblem } from '@yeojeong/worker-kit'
import * as z from 'zod'
import { googleCall, type GoogleEnv } from './google-api.ts'

const MODES = { walk: 'WALK', transit: 'TRANSIT', car: 'DRIVE', taxi: 'DRIVE' } as const
const MASK = 'originIndex,destinationIndex,duration,distanceMeters,condition'

/** One element of the stream; protobuf leaves out zeros. */
const Element = z.object({
  originIndex: z.number().int().default(0),
  destinationIndex: z.number().int().default(0),
  duration: z
    .string()
    .regex(/^\d+(\.\d+)?s$/)
    .optional(),
  distanceMeters: z.number().default(0),
  condition: z.string().optional(),
})

export async function routeMatrix(
  env: GoogleEnv,
  { origins, destinations, mode, departAt }: RouteQuery,
): Promise<Result<RouteMatrix, UpstreamProblem>> {
  const most = mode === 'transit' ? 100 : 625
  if (origins.length * destinations.length > most) return err({ status: 0, detail: `Input validation error: at most ${most} pairs` })
  const body = {
    origins: origins.map(waypoint),
    destinations: destinations.map(waypoint),
    travelMode: MODES[mode],
    // Only transit runs by a timetable; a departure by car would be the dearer, traffic-aware call.
    ...(mode === 'transit' && departAt !== null ? { departureTime: new Date(departAt).toISOString() } : {}),
  }
  const answer = await googleCall(env, `${env.GOOGLE_ROUTES_URL}/distanceMatrix/v2:computeRouteMatrix`, MASK, body)
  if (!answer.ok) return answer
  const parsed = z.array(Element).safeParse(answer.value)
  if (!parsed.success) return err({ status: 200, detail: 'HTTP 500: an answer of another shape than documented' })
  const matrix: RouteMatrix = origins.map(() => destinations.map(() => null))
  for (const { originIndex, destinationIndex, duration, distanceMeters, condition } of parsed.data) {
    const row = matrix[originIndex]
    if (row === undefined || destinationIndex >= row.length || duration === undefined || condition === 'ROUTE_NOT_FOUND') continue
    row[destinationIndex] = { durationMin: Math.ceil(Number(duration.slice(0, -1)) / 60), distanceM: distanceMeters }
  }
  return ok(matrix)
}

function waypoint({ lat, lng }: LatLng) {
  return { waypoint: { location: { latLng: { latitude: lat, longitude: lng } } } }
}
