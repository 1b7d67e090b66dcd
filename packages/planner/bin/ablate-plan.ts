import { holidaysOf, placesOf } from '@yeojeong/atlas'
import type { Plan, TripBrief } from '@yeojeong/domain'
import { idleBefore } from '../src/explain/stop-reasons.ts'
import { planTrip } from '../src/index.ts'
import { JEJU_COUPLE, SEOUL_FAMILY, SEOUL_WHEELCHAIR } from '../src/trip/fixture/sample-briefs.ts'
import { prepare } from '../src/trip/prepare.ts'
import { translateStops } from '../src/trip/warm-start.ts'
import { WEIGHTS } from '../src/trip/weights.ts'

/**
 * Takes each term out of the objective and shows what becomes of the plans: means over three sample trips and some seeds, a row of the table in
 * docs/design/0006-objective.md per term. Usage: npm run ablate:plan -- [--seeds 4] [--evaluations 2000000].
 */
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const [seeds, evaluations] = [option('seeds', 4), option('evaluations', 2_000_000)]
const weights = WEIGHTS as unknown as { [name: string]: number | number[] }

const TERMS: { readonly [term: string]: { readonly [name: string]: number | number[] } } = {
  'all terms': {},
  'no saturation': { saturationPerDay: 1000 },
  'no icons': { icon: [0, 0, 0, 0, 0] },
  'no effort': { effortTired: [1, 1, 1], effortChild: [1, 1, 1], effortOthers: [1, 1, 1] },
  'no category limits': { sameDaySecond: 0, sameDayThird: 0, categoryBeyondShare: 0, sameKindInARow: 0 },
  'no cuisine variety': { cuisineAgain: 0, cuisineSameDay: 0 },
  'no travel price': { travelMin: 0, travelMinTired: 0, longWayMin: 0, wayHomeMin: 0 },
  'no order prices': { restAfterMeal: 0, restFirst: 0, mealAfterMeal: 0, eveningOut: 0 },
  'no pleasant break': { pleasantBreak: 0, restProminence: 0 },
  'taxis cost nothing': { taxiRide: 0 },
}

/** What a row tells, in order, with its heading and decimals. */
const COLUMNS = {
  satisfaction: ['satisfaction', 2],
  worst: ['worst-off', 2],
  moving: ['moving min', 0],
  walk: ['walked m', 0],
  idle: ['idle min', 0],
  sights: ['sights', 2],
  icons: ['icons', 2],
  twice: ['same kind, same day', 2],
  kitchens: ['different kitchens', 2],
  effort: ['effort', 2],
  breaks: ['breaks', 2],
  evenings: ['evenings out', 2],
  heavy: ['rest after meal', 2],
  late: ['late mornings', 2],
  taxis: ['taxis', 2],
} as const
type Row = { readonly [C in keyof typeof COLUMNS]: number }

function measure(brief: TripBrief, seed: number, change: (typeof TERMS)[string]): Row {
  const input = { brief, places: placesOf(brief.destination.regionId), holidays: holidaysOf('KR'), seed, evaluations }
  const kept = Object.fromEntries(Object.keys(change).map((name) => [name, weights[name]!]))
  Object.assign(weights, change)
  const answer = planTrip(input)
  Object.assign(weights, kept)
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return rowOf(input, answer.value)
}

/** Satisfaction is always counted by the whole objective, so that the rows compare. */
function rowOf(input: Parameters<typeof planTrip>[0], plan: Plan): Row {
  const judge = prepare(input, { everyMeal: true })
  judge.objective.clear()
  translateStops(judge, plan).forEach((tour, t) => tour.forEach((v) => judge.objective.add(v, t)))
  const shares = judge.objective.satisfaction()
  const byId = new Map(input.places.map((place) => [place.id, place]))
  const days = plan.days.length
  const sights = plan.days.map((day) => day.stops.filter((s) => s.kind === 'sight').map((s) => byId.get(s.refId!)!))
  const kitchens = plan.days.flatMap((day) => day.stops.filter((s) => s.kind === 'meal').map((s) => byId.get(s.refId!)!.food!.cuisine))
  return {
    satisfaction: shares.reduce((a, b) => a + b, 0) / shares.length,
    worst: Math.min(...shares),
    moving: plan.days.reduce((sum, day) => sum + day.movingMin, 0) / days,
    walk: plan.days.reduce((sum, day) => sum + day.walkM, 0) / days,
    idle: plan.days.reduce((sum, day) => sum + day.stops.reduce((all, _, i) => all + idleBefore(day.stops, i), 0), 0) / days,
    sights: sights.flat().length / days,
    icons: sights.flat().filter((place) => place.prominence === 5).length / days,
    twice: sights.reduce((sum, list) => sum + list.length - new Set(list.map((place) => place.category)).size, 0) / days,
    kitchens: new Set(kitchens).size / kitchens.length,
    effort: sights.flat().reduce((sum, place) => sum + place.effort, 0) / sights.flat().length,
    breaks: plan.days.flatMap((day) => day.stops).filter((stop) => stop.kind === 'rest').length / days,
    evenings:
      plan.days.filter((day) =>
        day.stops.some((stop, i) => stop.kind === 'sight' && day.stops.slice(0, i).some((s) => s.meal === 'dinner')),
      ).length / days,
    late: plan.days.filter((day) => day.index > 0 && day.stops[0]!.endMin > 10 * 60).length / days,
    taxis: plan.days.flatMap((day) => day.stops).filter((stop) => stop.leg?.mode === 'taxi').length / days,
    heavy: plan.days.filter((day) => day.stops.some((stop, i) => stop.kind === 'rest' && day.stops[i - 1]?.kind === 'meal')).length / days,
  }
}

const columns = Object.entries(COLUMNS) as readonly [keyof Row, readonly [string, number]][]
console.log(`| | ${columns.map(([, [heading]]) => heading).join(' | ')} |`)
console.log(`|${'---|'.repeat(columns.length + 1)}`)
for (const [term, change] of Object.entries(TERMS)) {
  const rows = [SEOUL_FAMILY, JEJU_COUPLE, SEOUL_WHEELCHAIR].flatMap((brief) =>
    Array.from({ length: seeds }, (_, n) => measure(brief, n + 1, change)),
  )
  const means = columns.map(([name, [, decimals]]) => (rows.reduce((sum, row) => sum + row[name], 0) / rows.length).toFixed(decimals))
  console.log(`| ${term} | ${means.join(' | ')} |`)
}
