import { Place, serviceError, type ServiceError } from '@yeojeong/contracts'
import { err, ok, type Place as PlaceFacts, type Result } from '@yeojeong/domain'
import * as z from 'zod'
import { inTime } from '../in-time.ts'
import type { CachePolicy } from '../providers/adapter.ts'
import type { CacheDeps } from './deps.ts'
import { Age, lifetime, standing } from './entry.ts'
import { leased } from './flights.ts'
import { keepsAbsence, keepsContent } from './policy.ts'

/** Facts of a place that age together. */
export const PLACE_FACETS = ['basic', 'hours', 'reviews'] as const

/** One place as one provider knows it, in one value; `null`: it knows none by that id. Each facet has an age of its own. */
const Entry = z.object({ value: Place.nullable(), costMs: z.number(), basic: Age, hours: Age, reviews: Age })
export type Entry = z.infer<typeof Entry>

export type PlacesQuestion = {
  readonly provider: string
  readonly ids: readonly string[]
  readonly key: (id: string) => string
  /** Most ids of one question to the provider. */
  readonly perCall: number
  readonly policy: CachePolicy
  /** The facets the caller will believe; the others may be older. */
  readonly facets: readonly (typeof PLACE_FACETS)[number][]
  readonly deadlineAt: number
  readonly loadMs: number
}
export type LoadPlaces = (ids: readonly string[], deadlineAt: number) => Promise<Result<readonly PlaceFacts[], ServiceError>>

/** `asOf`: of the oldest fact in it. `failure`: some could not be had; what is there is there all the same. */
export type Places = {
  readonly places: readonly PlaceFacts[]
  readonly asOf: number | null
  readonly told: boolean
  readonly failure: ServiceError | null
}

type Loaded = Result<ReadonlyMap<string, Entry>, ServiceError>

/** Cache-aside for places by id: one bulk read, one call for what is missing, one behind the answer for what is stale. */
export async function many(deps: CacheDeps, question: PlacesQuestion, load: LoadPlaces): Promise<Places> {
  const stored = await find(deps, question)
  const sorted = sort(deps, question, stored)
  deps.seen(question.provider, 'hits', sorted.fresh.length)
  deps.seen(question.provider, 'stale', sorted.behind.length)
  deps.seen(question.provider, 'misses', sorted.now.length)
  if (sorted.behind.length > 0) deps.background(fetchAll(deps, question, sorted.behind, stored, load))
  const loaded =
    sorted.now.length === 0
      ? ok(new Map<string, Entry>())
      : await waitFor(deps, question, fetchAll(deps, question, sorted.now, stored, load))
  const entries = question.ids.flatMap((id) => (loaded.ok ? loaded.value.get(id) : undefined) ?? stored.get(id) ?? [])
  return { ...describe(deps, question, entries), failure: loaded.ok ? null : loaded.error }
}

async function waitFor(deps: CacheDeps, question: PlacesQuestion, work: Promise<Loaded>): Promise<Loaded> {
  return inTime(question.deadlineAt - deps.now(), work).catch(() => err(serviceError('deadline_exceeded')))
}

async function find(deps: CacheDeps, { provider, ids, key }: PlacesQuestion): Promise<Map<string, Entry>> {
  const notBefore = deps.invalidations.notBefore(provider)
  const found = new Map<string, Entry>()
  const keep = (id: string, entry: Entry): void => void (entry.basic.storedAt >= notBefore && found.set(id, entry))
  const absent: string[] = []
  for (const id of ids) {
    const near = deps.memory.get(key(id), deps.now()) as Entry | undefined
    if (near === undefined) absent.push(id)
    else keep(id, near)
  }
  if (absent.length === 0) return found
  const { values } = await deps.store.read(absent.map(key))
  for (const id of absent) {
    const entry = Entry.safeParse(values.get(key(id)))
    if (!entry.success) continue
    keep(id, entry.data)
    remember(deps, key(id), entry.data)
  }
  return found
}

function sort(
  { now, settings }: CacheDeps,
  { ids, facets }: PlacesQuestion,
  stored: ReadonlyMap<string, Entry>,
): { fresh: string[]; behind: string[]; now: string[] } {
  const sorted = { fresh: [] as string[], behind: [] as string[], now: [] as string[] }
  for (const id of ids) {
    const entry = stored.get(id)
    if (entry === undefined) sorted.now.push(id)
    else if (facets.every((facet) => standing(entry[facet], now()) === 'fresh')) sorted.fresh.push(id)
    else if (entry.value === null) sorted.now.push(id)
    else if (facets.includes('hours') && now() - entry.hours.storedAt - entry.hours.lifeMs >= settings.hoursBehindS * 1_000)
      sorted.now.push(id)
    else sorted.behind.push(id)
  }
  return sorted
}

function describe({ now, settings }: CacheDeps, { facets }: PlacesQuestion, entries: readonly Entry[]): Omit<Places, 'failure'> {
  const ages = entries.flatMap((entry) => facets.map((facet) => entry[facet]))
  return {
    places: entries.flatMap(({ value }) => (value === null ? [] : [value])),
    asOf: entries.length === 0 ? null : Math.min(...entries.map(({ basic }) => basic.storedAt), ...ages.map(({ storedAt }) => storedAt)),
    told: ages.some(({ storedAt, lifeMs }) => now() - storedAt - lifeMs >= settings.toldStaleS * 1_000),
  }
}

/** Places that came with a search, kept as what is known of each: for providers that cannot be asked by id. */
export function keepPlaces(
  deps: CacheDeps,
  question: Pick<PlacesQuestion, 'provider' | 'key' | 'policy'>,
  places: readonly PlaceFacts[],
): void {
  if (!keepsContent(question.policy)) return
  for (const place of places) {
    const entry = entryOf(deps, question.provider, place, null, 0)
    remember(deps, question.key(place.id), entry)
    deps.background(deps.store.write(question.key(place.id), entry, deps.settings.keepS))
  }
}

/** Each id is under way once in this isolate: what another caller is fetching is waited for, the rest fetched in one go. */
async function fetchAll(
  deps: CacheDeps,
  question: PlacesQuestion,
  ids: readonly string[],
  before: ReadonlyMap<string, Entry>,
  load: LoadPlaces,
): Promise<Loaded> {
  const under = ids.map((id) => ({ id, flight: deps.flights.get(question.key(id)) as Promise<Loaded> | undefined }))
  const mine = under.filter(({ flight }) => flight === undefined).map(({ id }) => id)
  const batches = inGroups(mine, question.perCall).map((group) => start(deps, question, group, before, load))
  const others = new Map(
    under.flatMap(({ flight }) =>
      flight === undefined ? [] : [[flight, inTime(question.loadMs + 500, flight).catch(() => null)] as const],
    ),
  )
  const results = await Promise.all([...batches, ...others.values()])
  const entries = new Map<string, Entry>()
  for (const result of results) if (result?.ok === true) for (const [id, entry] of result.value) entries.set(id, entry)
  // Followers of a leader that never came back.
  const orphans = under.filter(({ id, flight }) => flight !== undefined && !entries.has(id)).map(({ id }) => id)
  const own = orphans.length > 0 && results.includes(null) ? await start(deps, question, orphans, before, load) : null
  if (own?.ok === true) for (const [id, entry] of own.value) entries.set(id, entry)
  const failed = [...results, own].find((result) => result?.ok === false)
  return entries.size === 0 && failed !== undefined ? failed! : ok(entries)
}

function start(
  deps: CacheDeps,
  question: PlacesQuestion,
  ids: readonly string[],
  before: ReadonlyMap<string, Entry>,
  load: LoadPlaces,
): Promise<Loaded> {
  const flight: Promise<Loaded> = leasedIfCold(deps, question, ids, before, load).finally(() => {
    for (const id of ids) if (deps.flights.get(question.key(id)) === flight) deps.flights.delete(question.key(id))
  })
  for (const id of ids) deps.flights.set(question.key(id), flight)
  deps.background(flight.catch(() => undefined))
  return flight
}

const Landed = z.array(z.tuple([z.string(), Entry]))

function leasedIfCold(
  deps: CacheDeps,
  question: PlacesQuestion,
  ids: readonly string[],
  before: ReadonlyMap<string, Entry>,
  load: LoadPlaces,
): Promise<Loaded> {
  const run = (): Promise<Loaded> => fetched(deps, question, ids, before, load)
  if (ids.some((id) => before.has(id))) return run()
  const keepMs = keepsContent(question.policy) ? deps.settings.memoryS * 1_000 : 1_000
  return leased<Loaded>({
    flight: deps.flight(`${question.key('')}${ids.join(' ')}`),
    holder: deps.newId(),
    loadMs: question.loadMs,
    background: deps.background,
    load: run,
    write: (landed) => JSON.stringify(landed.ok ? [...landed.value] : null),
    read: (text) => {
      const landed = Landed.safeParse(JSON.parse(text))
      if (!landed.success) return err(serviceError('provider_unavailable', 'A place provider does not answer.'))
      return landed.data.some(([, entry]) => entry.basic.storedAt < deps.invalidations.notBefore(question.provider))
        ? null
        : ok(new Map(landed.data))
    },
    keepMs: (landed) => (landed.ok ? keepMs : 1_000),
  })
}

async function fetched(
  deps: CacheDeps,
  question: PlacesQuestion,
  ids: readonly string[],
  before: ReadonlyMap<string, Entry>,
  load: LoadPlaces,
): Promise<Loaded> {
  const startedAt = deps.now()
  const loaded = await load(ids, startedAt + question.loadMs)
  if (!loaded.ok) return loaded
  const byId = new Map(loaded.value.map((place) => [place.id, place]))
  const costMs = deps.now() - startedAt
  const entries = new Map(ids.map((id) => [id, entryOf(deps, question.provider, byId.get(id) ?? null, before.get(id) ?? null, costMs)]))
  for (const [id, entry] of entries) {
    if (!(entry.value === null ? keepsAbsence(question.policy) : keepsContent(question.policy))) continue
    remember(deps, question.key(id), entry)
    deps.background(deps.store.write(question.key(id), entry, deps.settings.keepS))
  }
  return ok(entries)
}

function entryOf({ now, settings }: CacheDeps, provider: string, value: PlaceFacts | null, before: Entry | null, costMs: number): Entry {
  const storedAt = now()
  const age = (facet: (typeof PLACE_FACETS)[number]): Age => {
    const same = before?.value != null && value !== null && saidOf(facet, before.value) === saidOf(facet, value)
    return { storedAt, lifeMs: lifetime({ provider, facet, empty: value === null, before: before?.[facet] ?? null, same }, settings) }
  }
  return { value, costMs, basic: age('basic'), hours: age('hours'), reviews: age('reviews') }
}

/** What a facet says, as text to compare. */
function saidOf(facet: (typeof PLACE_FACETS)[number], place: PlaceFacts): string {
  const { hours, businessStatus, rating, ...basic } = place
  return JSON.stringify(facet === 'hours' ? [hours, businessStatus] : facet === 'reviews' ? rating : basic)
}

function remember({ memory, settings, now }: CacheDeps, key: string, entry: Entry): void {
  memory.set(key, entry, now() + settings.memoryS * 1_000)
}

function inGroups<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))
}
