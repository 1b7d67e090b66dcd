import { writeFileSync } from 'node:fs'
import { ATLAS, holidaysOf } from '@yeojeong/atlas'
import { addDays, type Place, type TripBrief } from '@yeojeong/domain'
import { DEFAULT_EVALUATIONS, Planning, planTrip, type PlanInput } from '../src/index.ts'

/**
 * Measures trips of 3, 5, 7 and 14 days over the atlas cities: CPU time to the first whole draft, to within 2 % and 1 % of a long search's value,
 * evaluations a second, memory, and planning again around locks. Then growth from 100 to 2,000 candidates.
 * Usage: bench-plan [--long 60000000] [--svg docs/design/planner-growth.svg] [--cities seoul,jeju]
 */
const option = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : process.argv[at + 1]!
}
const long = Number(option('long', '60000000'))
const cities = option('cities', 'seoul,jeju').split(',')
const cpuMs = (): number => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000

function couple(regionId: string, days: number): PlanInput {
  const city = ATLAS.find(({ region }) => region.id === regionId)!
  const { region, places } = city
  const gateway = region.gateways[0]!
  const startDate = '2026-10-05'
  const brief: TripBrief = {
    tripId: `trp_bench_${regionId}_${days}`,
    destination: { regionId, name: region.names, center: region.center, countryCode: region.countryCode, timeZone: region.timeZone },
    startDate,
    endDate: addDays(startDate, days - 1),
    arrival: { at: { name: gateway.names, position: gateway.position }, minute: 11 * 60 },
    departure: { at: { name: gateway.names, position: gateway.position }, minute: 17 * 60 },
    lodgings: [
      {
        id: 'ldg_bench',
        name: region.names,
        position: region.center,
        firstNight: startDate,
        lastNight: addDays(startDate, days - 2),
        stepFree: 'unknown',
      },
    ],
    bookings: [],
    transport: region.usualTransport,
    pace: 'balanced',
    budget: null,
    travellers: [
      { id: 'mbr_a', age: 41, mobility: 'full', diets: [], tastes: { history: 3, art: 2 } },
      { id: 'mbr_b', age: 39, mobility: 'full', diets: [], tastes: { nature: 3, food: 2, 'local-life': 2 } },
    ],
    wishes: { mustSee: [], avoid: [], avoidCategories: [], interests: [], fairness: 0.4 },
  }
  return { brief, places, holidays: holidaysOf(region.countryCode), seed: 1 }
}

type Curve = {
  readonly draftMs: number
  readonly points: readonly { readonly ms: number; readonly value: number }[]
  readonly evaluationsPerSecond: number
  readonly done: number
}

/** CPU milliseconds of preparing and searching against the value of the best plan; turning it into a plan is left out but for the first draft. */
function climb(input: PlanInput): Curve {
  const from = cpuMs()
  const planning = new Planning(input)
  planning.draft()
  const draftMs = cpuMs() - from
  const points: { ms: number; value: number }[] = []
  const searching = cpuMs()
  for (;;) {
    const { done, score, evaluations } = planning.step(200_000)
    points.push({ ms: draftMs + cpuMs() - searching, value: score ?? 0 })
    if (done) return { draftMs, points, evaluationsPerSecond: (evaluations / (cpuMs() - searching)) * 1000, done: evaluations }
  }
}

/** When the curve is within a share of a value for good; null when it never is. */
function within(points: Curve['points'], value: number, share: number): number | null {
  return points.find((point) => point.value >= value * (1 - share))?.ms ?? null
}

function replanMs(input: PlanInput): number {
  const first = planTrip(input)
  if (!first.ok) return Number.NaN
  const lockedStopIds = first.value.days.flatMap((day) =>
    day.stops
      .filter((stop) => stop.kind === 'sight')
      .slice(0, 1)
      .map((stop) => stop.id),
  )
  const from = cpuMs()
  planTrip({ ...input, previous: { plan: first.value, lockedStopIds }, evaluations: 1_000_000 })
  return cpuMs() - from
}

const row = (cells: readonly (string | number | null)[]): void =>
  console.log(`| ${cells.map((c) => (typeof c === 'number' ? Math.round(c * 10) / 10 : (c ?? '–'))).join(' | ')} |`)

row([
  'trip',
  'places',
  'first draft ms',
  `default (${DEFAULT_EVALUATIONS / 1e6} M) ms`,
  'default gap %',
  'to 2 % ms',
  'to 1 % ms',
  'M eval/s',
  'replan ms',
  'heap MB',
])
row(Array.from({ length: 10 }, () => '---'))
for (const regionId of cities) {
  for (const days of [3, 5, 7, 14]) {
    const input = couple(regionId, days)
    climb({ ...input, evaluations: 300_000 })
    const usual = climb(input)
    const far = climb({ ...input, evaluations: long })
    const best = Math.max(usual.points.at(-1)!.value, far.points.at(-1)!.value)
    const gap = (1 - usual.points.at(-1)!.value / best) * 100
    // A search cools by its own budget, so the default's curve answers for what the default reaches, the long one's beyond.
    const reach = (share: number): number | null => within(usual.points, best, share) ?? within(far.points, best, share)
    row([
      `${regionId} ${days} d`,
      input.places.length,
      usual.draftMs,
      usual.points.at(-1)!.ms,
      gap,
      reach(0.02),
      reach(0.01),
      usual.evaluationsPerSecond / 1e6,
      replanMs(input),
      process.memoryUsage().heapUsed / 1e6,
    ])
  }
}

/** More candidates by copying the city's, moved a little and renamed. */
function crowded(places: readonly Place[], count: number): readonly Place[] {
  return Array.from({ length: count }, (_, i) => {
    const place = places[i % places.length]!
    const n = Math.floor(i / places.length)
    const shift = (k: number): number => (n === 0 ? 0 : Math.sin(i * k) * 0.03)
    return {
      ...place,
      id: `${place.id}-${n}`,
      names: { en: `${place.names.en} ${n}` },
      aliases: [],
      position: { lat: place.position.lat + shift(1.7), lng: place.position.lng + shift(2.3) },
    }
  })
}

const growth = [100, 200, 500, 1000, 2000].map((count) => {
  const input = couple('seoul', 5)
  const { points, evaluationsPerSecond, draftMs, done } = climb({ ...input, places: crowded(input.places, count), evaluations: 2_000_000 })
  return { count, draftMs, microsPerEvaluation: 1e6 / evaluationsPerSecond, ms: points.at(-1)!.ms, done }
})
console.log()
row(['candidates', 'first draft ms', 'µs per evaluation', 'ms for 2 M evaluations'])
row(['---', '---', '---', '---'])
for (const { count, draftMs, microsPerEvaluation, ms } of growth)
  row([count, draftMs, Math.round(microsPerEvaluation * 1000) / 1000 + ' ', ms])

const svg = option('svg', '')
if (svg !== '') writeFileSync(svg, plot(growth.map(({ count, ms }) => [count, ms])))

function plot(points: readonly (readonly [number, number])[]): string {
  const [width, height, margin] = [640, 360, 56]
  const most = Math.max(...points.map(([, y]) => y)) * 1.1
  const x = (v: number): number => margin + (v / 2000) * (width - 2 * margin)
  const y = (v: number): number => height - margin - (v / most) * (height - 2 * margin)
  const dots = points
    .map(
      ([a, b]) =>
        `<circle cx="${x(a).toFixed(1)}" cy="${y(b).toFixed(1)}" r="4"/><text x="${x(a).toFixed(1)}" y="${(y(b) - 10).toFixed(1)}" text-anchor="middle">${Math.round(b)}</text>`,
    )
    .join('')
  const line = points.map(([a, b]) => `${x(a).toFixed(1)},${y(b).toFixed(1)}`).join(' ')
  const ticks = points.map(([a]) => `<text x="${x(a).toFixed(1)}" y="${height - margin + 18}" text-anchor="middle">${a}</text>`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/><text x="${margin}" y="24" font-size="14">CPU milliseconds to plan five days (2 M evaluations) by number of candidate places</text><line x1="${margin}" y1="${height - margin}" x2="${width - margin}" y2="${height - margin}" stroke="#333"/><line x1="${margin}" y1="${margin}" x2="${margin}" y2="${height - margin}" stroke="#333"/><polyline points="${line}" fill="none" stroke="#0b6e99" stroke-width="2"/><g fill="#0b6e99">${dots}</g>${ticks}</svg>\n`
}
