import { join } from 'node:path'
import { seeded } from '@yeojeong/domain/testing'
import { unstable_readConfig } from 'wrangler'
import { ROOT } from '../../tools/stack/paths.ts'
import { contextAt, testWorld, type TestWorld } from '../../workers/location/test/world.ts'
import type { Deps } from '../../workers/location/src/deps.ts'
import type { Adapter, CachePolicy } from '../../workers/location/src/providers/adapter.ts'
import { atlas } from '../../workers/location/src/providers/adapters/atlas.ts'
import { google } from '../../workers/location/src/providers/adapters/google.ts'
import { kakao } from '../../workers/location/src/providers/adapters/kakao.ts'
import { osm } from '../../workers/location/src/providers/adapters/osm.ts'
import { details } from '../../workers/location/src/places/details.ts'
import { holidays } from '../../workers/location/src/places/holidays.ts'
import { candidates } from '../../workers/location/src/places/candidates.ts'
import { search } from '../../workers/location/src/places/search.ts'
import { DAY_MS, dayOfUse, PLANS, type Ask } from './load.ts'
import { famous, played } from './played.ts'

/**
 * `npm run bench:calls [seed [set of providers, 1 …]]`: a seeded day of use through the real cache, breakers and budgets, with the atlas as it is
 * and the other providers played. Prints what each provider was called with and without the cache. Fails where the
 * promise is not kept.
 */
const SEED = Number(process.argv[2] ?? 7)
/** Isolates the day is spread over: each has a memory of its own, KV they share. */
const ISOLATES = 6
/** Places a plan looks at more closely, as the shortlist of three days does. */
const SHORTLIST = 84
const PER_DETAILS = 50
const HIT_RATIO = 0.95
const CALL_RATIO = 0.1
const WORST_HOUR = 10_000

/** As deployed. */
const VARS = unstable_readConfig({ config: join(ROOT, 'workers', 'location', 'wrangler.toml') }, { hideWarnings: true }).vars

const bareReplays = new Map<string, Promise<Replayed>>()
type Scenario = { readonly title: string; readonly adapters: readonly Adapter[]; readonly promised: boolean }
const asIfKept = (adapter: Adapter, cache: CachePolicy = 'full'): Adapter => ({ ...adapter, cache })
const asIfFirst = (adapter: Adapter): Adapter => ({ ...adapter, turn: 1 })
const unlimited = (adapter: Adapter): Adapter => ({ ...adapter, budget: { perHour: 1e9, perDay: 1e9, perMonth: 1e9 } })

const SCENARIOS: readonly Scenario[] = [
  { title: 'No keys: the atlas alone (what `npm start` runs)', adapters: [atlas], promised: true },
  { title: 'Kakao in Korea, OpenStreetMap elsewhere, the atlas always', adapters: [kakao, osm, atlas], promised: true },
  { title: 'The same, and Google where they are short; nothing of Google is kept', adapters: [kakao, osm, google, atlas], promised: true },
  { title: 'Kakao, the atlas, and Google where they are short: no OpenStreetMap', adapters: [kakao, google, atlas], promised: false },
  { title: 'For comparison: Google asked first, nothing of it kept', adapters: [kakao, asIfFirst(google), atlas], promised: false },
]

type Counts = { calls: number; units: number; usd: number; planUsd: number; byHour: Map<number, number> }

const [, , , ONLY] = process.argv
for (const [at, scenario] of SCENARIOS.entries()) if (ONLY === undefined || Number(ONLY) === at + 1) await compare(scenario)

async function compare({ title, adapters, promised }: Scenario): Promise<void> {
  const cached = await replay(adapters.map(unlimited))
  const bare = await withoutCache(adapters.map(asIfFirst))
  const spared = await withoutCache(adapters)
  console.log(`\n${title}`)
  console.log('provider   calls without   with cache   share   hits     worst hour   USD/1,000 plans: without   with   whole day with')
  for (const { id } of adapters) {
    const [a, b, seen] = [cached.counts.get(id), bare.counts.get(id), cached.seen.get(id)]
    if (a === undefined || b === undefined || seen === undefined) continue
    const hits = (seen.hits + seen.stale) / (seen.hits + seen.stale + seen.misses)
    const share = a.units / b.units
    const worst = Math.max(...a.byHour.values())
    const money = (usd: number): string => usd.toFixed(2)
    console.log(
      `${id.padEnd(10)} ${String(b.units).padStart(13)} ${String(a.units).padStart(12)} ${percent(share).padStart(7)} ${percent(hits).padStart(7)} ${String(worst).padStart(12)}   ${money(b.planUsd).padStart(25)} ${money(a.planUsd).padStart(6)} ${money(a.usd).padStart(16)}`,
    )
  }
  const sum = (counts: Map<string, Counts>): number => [...counts.values()].reduce((total, { units }) => total + units, 0)
  const all = [...cached.seen.values()].reduce(
    (total, seen) => ({ hits: total.hits + seen.hits + seen.stale, asks: total.asks + seen.hits + seen.stale + seen.misses }),
    { hits: 0, asks: 0 },
  )
  const hours = [...cached.counts.values()].flatMap(({ byHour }) => [...byHour.values()])
  const [share, hits, worst] = [sum(cached.counts) / sum(bare.counts), all.hits / all.asks, Math.max(...hours)]
  console.log(
    `together: ${sum(bare.counts)} calls without, ${sum(cached.counts)} with = ${percent(share)}; hit ratio ${percent(hits)}; worst hour of a provider ${worst}`,
  )
  console.log(
    `every question put to the best provider, uncached: ${sum(bare.counts)}; uncached, who is to be spared asked only where the others are short: ${sum(spared.counts)}`,
  )
  if (!promised) return
  if (hits < HIT_RATIO || share > CALL_RATIO || worst >= WORST_HOUR) {
    console.error(
      `NOT KEPT: promised are a hit ratio of ${percent(HIT_RATIO)}, ${percent(CALL_RATIO)} of the calls and fewer than ${WORST_HOUR} in an hour`,
    )
    process.exitCode = 1
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function withoutCache(adapters: readonly Adapter[]): Promise<Replayed> {
  const name = adapters.map(({ id, turn }) => `${id} ${turn}`).join()
  const known = bareReplays.get(name) ?? replay(adapters.map((adapter) => asIfKept(unlimited(adapter), 'none')))
  bareReplays.set(name, known)
  return known
}

type Replayed = { readonly counts: Map<string, Counts>; readonly seen: Map<string, { hits: number; stale: number; misses: number }> }

async function replay(adapters: readonly Adapter[]): Promise<Replayed> {
  const next = seeded(SEED + 1)
  const world = testWorld(
    adapters,
    Object.fromEntries(adapters.map(({ id }) => [id, (tool: string, question: never) => played(world, id, tool, question)])),
    VARS,
  )
  const seen: Replayed['seen'] = new Map()
  const isolates = Array.from({ length: ISOLATES }, () => counting(world.isolate(), seen))
  const counts = new Map<string, Counts>()
  for (const ask of dayOfUse(SEED, world.now, famous)) {
    world.now = ask.at
    await serve(isolates[Math.floor(next() * ISOLATES)]!, world, ask)
    await world.settle()
    for (const { provider, tool, question } of world.calls.splice(0)) count(counts, adapters, provider, tool, question, ask)
  }
  return { counts, seen }
}

function counting(deps: Deps, seen: Replayed['seen']): Deps {
  const note: Deps['cache']['seen'] = (provider, standing, times) => {
    const all = seen.get(provider) ?? { hits: 0, stale: 0, misses: 0 }
    all[standing] += times
    seen.set(provider, all)
  }
  return { ...deps, cache: { ...deps.cache, seen: note } }
}

function count(
  counts: Map<string, Counts>,
  adapters: readonly Adapter[],
  provider: string,
  tool: string,
  question: unknown,
  ask: Ask,
): void {
  const adapter = adapters.find(({ id }) => id === provider)!
  const of = counts.get(provider) ?? { calls: 0, units: 0, usd: 0, planUsd: 0, byHour: new Map<number, number>() }
  // Google takes one id a call; the others take a list.
  const units = tool === 'place_details' && provider === 'google' ? (question as readonly string[]).length : 1
  const usd = units * ((tool === 'place_details' ? adapter.tools.details : adapter.tools.search)?.priceUsd ?? 0)
  const hour = Math.floor(ask.at / (DAY_MS / 24))
  of.calls += 1
  of.units += units
  of.usd += usd
  if (ask.kind === 'plan') of.planUsd += (usd * 1_000) / PLANS
  of.byHour.set(hour, (of.byHour.get(hour) ?? 0) + units)
  counts.set(provider, of)
}

async function serve(deps: Deps, world: TestWorld, ask: Ask): Promise<void> {
  const context = contextAt(world)
  if (ask.kind === 'search') {
    must(await search(deps, context, ask.query))
    return
  }
  const [found] = await Promise.all([candidates(deps, context, ask.regionId), holidays(deps, context, ask.countryCode)])
  const ids = must(found)
    .places.slice(0, SHORTLIST)
    .map(({ id }) => id)
  await Promise.all(
    [ids.slice(0, PER_DETAILS), ids.slice(PER_DETAILS)]
      .filter(({ length }) => length > 0)
      .map(async (group) => must(await details(deps, context, group))),
  )
}

function must<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
