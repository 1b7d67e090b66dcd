import type { CallContext, LocationRpc } from '@yeojeong/contracts'
import { distanceM, type LatLng, type Place, type TripBrief } from '@yeojeong/domain'
import { modelLegs, type LegSource } from '@yeojeong/planner'
import { describeError, log } from '@yeojeong/worker-kit'
import * as z from 'zod'

/** A way somebody knows better than the model: by index of `points`, whole minutes and metres. */
const Way = z.object({
  from: z.number().int(),
  to: z.number().int(),
  durationMin: z.number(),
  distanceM: z.number(),
  walkM: z.number(),
  source: z.string(),
})
export const KnownWays = z.object({
  mode: z.enum(['transit', 'car', 'taxi']),
  points: z.array(z.object({ lat: z.number(), lng: z.number() })),
  ways: z.array(Way),
})
export type KnownWays = z.infer<typeof KnownWays>

/** Points of one question; the most likely ones. */
const POINTS = 25

/**
 * Travel times between the party's fixed points and the places they most likely see, from whoever provides such times.
 * Null where nobody does, or does not answer: then the model knows all ways, and no plan waits for more.
 */
export async function askWays(
  location: Pick<LocationRpc, 'routes'>,
  ctx: CallContext,
  brief: TripBrief,
  places: readonly Place[],
): Promise<KnownWays | null> {
  const mode = brief.transport
  if (mode === 'walk') return null
  const points = pointsOf(brief, places)
  try {
    const answer = await location.routes(ctx, {
      origins: points,
      destinations: points,
      mode,
      departAt: null,
      regionId: brief.destination.regionId,
      estimate: false,
    })
    if (!answer.ok || answer.value.sources.length === 0) return null
    const ways = answer.value.legs.flatMap((row, from) =>
      row.flatMap((leg, to) => (leg === null || from === to ? [] : [{ from, to, ...leg }])),
    )
    return { mode, points, ways }
  } catch (error) {
    log('warn', 'planning.ways_unknown', ctx, { error: describeError(error) })
    return null
  }
}

function pointsOf({ arrival, departure, lodgings }: TripBrief, places: readonly Place[]): LatLng[] {
  const fixed = [arrival.at, departure.at, ...lodgings].flatMap((anchor) => (anchor === null ? [] : [anchor.position]))
  const likely = places.toSorted((a, b) => b.prominence - a.prominence || (a.id < b.id ? -1 : 1)).map(({ position }) => position)
  return [...new Map([...fixed, ...likely].map((point) => [keyOf(point), point])).values()].slice(0, POINTS)
}

/** The known ways where they can be believed, the model elsewhere. */
export function legsBy(brief: TripBrief, known: KnownWays): LegSource {
  const model = modelLegs(brief)
  const byPair = new Map(known.ways.map((way) => [`${keyOf(known.points[way.from]!)} ${keyOf(known.points[way.to]!)}`, way]))
  return (from, to, mode) => {
    const way = mode === known.mode ? byPair.get(`${keyOf(from)} ${keyOf(to)}`) : undefined
    if (way === undefined || !believable(way, distanceM(from, to))) return model(from, to, mode)
    const { durationMin, distanceM: metres, walkM, source } = way
    return { durationMin, distanceM: metres, walkM, source }
  }
}

/** Faster than 100 km/h through a city or shorter than the straight line is somebody's mistake, and no plan is built on it. */
function believable(
  { durationMin, distanceM: metres }: { readonly durationMin: number; readonly distanceM: number },
  straightM: number,
): boolean {
  const fewest = Math.max(straightM >= 1_000 ? 5 : 0, (straightM / 1_000) * 0.6)
  return durationMin >= fewest && metres >= straightM
}

function keyOf({ lat, lng }: LatLng): string {
  return `${lat},${lng}`
}
