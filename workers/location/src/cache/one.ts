import { ServiceError, serviceError } from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import * as z from 'zod'
import { inTime, Late } from '../in-time.ts'
import type { CachePolicy } from '../providers/adapter.ts'
import type { CacheDeps } from './deps.ts'
import { Age, early, lifetime, standing } from './entry.ts'
import { leased, shared } from './flights.ts'
import { keepsAbsence, keepsContent } from './policy.ts'
import type { Facet } from './settings.ts'

export type Question<T> = {
  readonly key: string
  readonly provider: string
  readonly facet: Facet
  readonly schema: z.ZodType<T>
  readonly isEmpty: (value: T) => boolean
  readonly policy: CachePolicy
  /** When the caller stops waiting, epoch ms. */
  readonly deadlineAt: number
  /** The longest a load may take. */
  readonly loadMs: number
}

/** `told`: so old that the reader should know. */
export type Cached<T> = { readonly value: T; readonly asOf: number; readonly stale: 'no' | 'quietly' | 'told' }

/** Loads by its own deadline (epoch ms): the caller's may be over while others still wait for the same. */
export type Load<T> = (deadlineAt: number) => Promise<Result<T, ServiceError>>

type Entry<T> = Age & { readonly value: T; readonly costMs: number }

/** Cache-aside for one value: fresh = answered; stale = answered and refreshed behind; absent = loaded, once for everybody who asks. */
export async function one<T>(deps: CacheDeps, question: Question<T>, load: Load<T>): Promise<Result<Cached<T>, ServiceError>> {
  const stored = await find(deps, question)
  const now = deps.now()
  const fresh = stored !== null && standing(stored, now) === 'fresh'
  // That there was nothing is believed while it is fresh, and no longer.
  if (stored !== null && (fresh || !question.isEmpty(stored.value))) {
    if (!fresh || early(stored, stored.costMs, now, deps.random)) refreshBehind(deps, question, stored, load)
    deps.seen(question.provider, fresh ? 'hits' : 'stale', 1)
    return ok(cachedOf(deps, stored))
  }
  deps.seen(question.provider, 'misses', 1)
  const loading = shared(deps.flights, question.key, question.loadMs + 500, deps.background, () => cold(deps, question, load))
  const loaded = await inTime(question.deadlineAt - deps.now(), loading).catch((error: unknown) => {
    if (error instanceof Late) return err(serviceError('deadline_exceeded'))
    throw error
  })
  return loaded.ok ? ok(cachedOf(deps, loaded.value)) : loaded
}

function cachedOf<T>({ settings, now }: CacheDeps, entry: Entry<T>): Cached<T> {
  const over = now() - entry.storedAt - entry.lifeMs
  return { value: entry.value, asOf: entry.storedAt, stale: over < 0 ? 'no' : over < settings.toldStaleS * 1_000 ? 'quietly' : 'told' }
}

async function find<T>(deps: CacheDeps, { key, provider, schema }: Question<T>): Promise<Entry<T> | null> {
  const notBefore = deps.invalidations.notBefore(provider)
  const near = deps.memory.get(key, deps.now()) as Entry<T> | undefined
  if (near !== undefined) return near.storedAt < notBefore ? null : near
  const { values } = await deps.store.read([key])
  const entry = entryOf(schema).safeParse(values.get(key))
  if (!entry.success || entry.data.storedAt < notBefore) return null
  remember(deps, key, entry.data)
  return entry.data
}

function refreshBehind<T>(deps: CacheDeps, question: Question<T>, before: Entry<T>, load: Load<T>): void {
  deps.background(shared(deps.flights, question.key, question.loadMs + 500, deps.background, () => fetched(deps, question, before, load)))
}

function cold<T>(deps: CacheDeps, question: Question<T>, load: Load<T>): Promise<Result<Entry<T>, ServiceError>> {
  const keepMs = keepsContent(question.policy) ? deps.settings.memoryS * 1_000 : 1_000
  const schema = resultOf(question.schema)
  return leased({
    flight: deps.flight(question.key),
    holder: deps.newId(),
    loadMs: question.loadMs,
    background: deps.background,
    load: () => fetched(deps, question, null, load),
    write: (landed) => JSON.stringify(landed),
    read: (text) => {
      const landed = schema.safeParse(JSON.parse(text))
      return landed.success && !(landed.data.ok && landed.data.value.storedAt < deps.invalidations.notBefore(question.provider))
        ? landed.data
        : null
    },
    keepMs: (landed) => (landed.ok ? keepMs : 1_000),
  })
}

async function fetched<T>(
  deps: CacheDeps,
  question: Question<T>,
  before: Entry<T> | null,
  load: Load<T>,
): Promise<Result<Entry<T>, ServiceError>> {
  const startedAt = deps.now()
  const loaded = await load(startedAt + question.loadMs)
  if (!loaded.ok) return loaded
  const { value } = loaded
  const same = before !== null && JSON.stringify(before.value) === JSON.stringify(value)
  const empty = question.isEmpty(value)
  const storedAt = deps.now()
  const entry: Entry<T> = {
    value,
    storedAt,
    lifeMs: lifetime({ ...question, empty, before, same }, deps.settings),
    costMs: storedAt - startedAt,
  }
  if (empty ? keepsAbsence(question.policy) : keepsContent(question.policy)) {
    remember(deps, question.key, entry)
    deps.background(deps.store.write(question.key, entry, deps.settings.keepS))
  }
  return ok(entry)
}

/** For some seconds, whatever its lifetime: a refresh elsewhere shows here soon. */
function remember<T>({ memory, settings, now }: CacheDeps, key: string, entry: Entry<T>): void {
  memory.set(key, entry, now() + settings.memoryS * 1_000, Array.isArray(entry.value) ? 1 + entry.value.length : 1)
}

const entryOf = <T>(schema: z.ZodType<T>) => Age.extend({ value: schema, costMs: z.number() }) as unknown as z.ZodType<Entry<T>>
const resultOf = <T>(schema: z.ZodType<T>) =>
  z.union([
    z.object({ ok: z.literal(true), value: entryOf(schema) }),
    z.object({ ok: z.literal(false), error: ServiceError }),
  ]) as unknown as z.ZodType<Result<Entry<T>, ServiceError>>
