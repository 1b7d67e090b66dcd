import { kvKeys, Place, type CallContext, type PlaceAnswer, type PlaceQuery, type Region, type ServiceError } from '@yeojeong/contracts'
import { err, ok, type Place as PlaceFacts, type Result } from '@yeojeong/domain'
import { digest } from '@yeojeong/worker-kit'
import * as z from 'zod'
import { keepPlaces } from '../cache/many.ts'
import { normalQuestion, questionKey } from '../cache/question.ts'
import type { Deps } from '../deps.ts'
import { mergePlaces } from '../merge/merge-places.ts'
import type { Adapter } from '../providers/adapter.ts'
import { answerOf } from './answer.ts'
import { askOne, worst, type Answered } from './ask.ts'
import { answersAlike, choose, isOurs } from './choose.ts'
import { filterOf, type Filter } from './filters.ts'
import { keptById } from './kept-by-id.ts'
import { placed, regionAsked } from './regions.ts'
import { isShort } from './short.ts'

export const Places = z.array(Place)
type Found = Result<Answered<PlaceFacts[]>, ServiceError>
type Ask = (adapter: Adapter) => Promise<Found>
/** What came of asking several. */
type Heard = { readonly answers: readonly Answered<PlaceFacts[]>[]; readonly failures: readonly ServiceError[] }

export async function search(deps: Deps, ctx: CallContext, query: PlaceQuery): Promise<Result<PlaceAnswer, ServiceError>> {
  const region = await regionAsked(deps, ctx, query)
  const fits = await filterOf(deps, ctx, query, region)
  const list = (answers: Heard['answers']): readonly PlaceFacts[] => listOf(answers, region).filter(fits)
  const question = normalQuestion(query)
  const able = choose(deps.adapters, 'search', region?.countryCode ?? null).filter(
    (adapter) => adapter.tools.search!.args(asked(adapter, question, region)) !== null,
  )
  const { answers, failures } = await hear(
    able,
    (adapter) => searchAt(deps, ctx, adapter, asked(adapter, question, region)),
    fits,
    (heard) => !isShort(list(heard), query),
  )
  if (answers.length === 0) return err(worst(failures))
  const unheard = able.some((adapter) => !isOurs(adapter)) && answers.every(({ adapter }) => isOurs(adapter)) && failures.length > 0
  return ok(answerOf(deps, list(answers).slice(0, query.limit), answers, unheard))
}

const TURNS = [1, 2, 3] as const

/** Ours and those whose turn is first, at once; those of a later turn only where `enough` was not heard, or nobody before them answers. */
async function hear(able: readonly Adapter[], ask: Ask, fits: Filter, enough: (answers: Heard['answers']) => boolean): Promise<Heard> {
  const ours = everyOf(able.filter(isOurs), ask)
  let strangers: Heard = { answers: [], failures: [] }
  for (const turn of TURNS) {
    const next = able.filter((adapter) => !isOurs(adapter) && adapter.turn === turn)
    if (next.length === 0) continue
    const silent = strangers.answers.length === 0 && strangers.failures.length > 0
    if (turn > 1 && !silent && enough([...strangers.answers, ...(await ours).answers])) break
    const more = await firstThatFinds(next, ask, fits)
    strangers = { answers: [...strangers.answers, ...more.answers], failures: [...strangers.failures, ...more.failures] }
  }
  const own = await ours
  return {
    answers: [...strangers.answers, ...own.answers].toSorted((a, b) => able.indexOf(a.adapter) - able.indexOf(b.adapter)),
    failures: [...strangers.failures, ...own.failures],
  }
}

async function everyOf(adapters: readonly Adapter[], ask: Ask): Promise<Heard> {
  const all = await Promise.all(adapters.map(ask))
  return {
    answers: all.flatMap((answer) => (answer.ok ? answer.value : [])),
    failures: all.flatMap((answer) => (answer.ok ? [] : answer.error)),
  }
}

/** In order of rank until one finds something that fits: an empty answer is an answer, but another may know more. */
async function firstThatFinds(adapters: readonly Adapter[], ask: Ask, fits: Filter): Promise<Heard> {
  const answers: Answered<PlaceFacts[]>[] = []
  const failures: ServiceError[] = []
  for (const adapter of adapters) {
    const answer = await ask(adapter)
    if (!answer.ok) failures.push(answer.error)
    else {
      answers.push(answer.value)
      if (answer.value.cached.value.some(fits)) break
    }
  }
  return { answers, failures }
}

async function searchAt(deps: Deps, ctx: CallContext, adapter: Adapter, question: PlaceQuery): Promise<Found> {
  const { version } = deps.settings.cache
  return askOne(deps, adapter, {
    facet: 'search',
    // Hashed: a question may be longer than a KV key, and what people look for need not be readable there.
    key: kvKeys.placeSearch(version, adapter.id, await digest(questionKey(question, answersAlike(adapter)))),
    schema: Places,
    isEmpty: (places) => places.length === 0,
    use: adapter.tools.search!,
    question,
    deadlineAt: ctx.deadlineAt,
    // Who cannot be asked for a place by its id is known by what it found.
    ...(adapter.tools.details === undefined
      ? { onLoad: (places: readonly PlaceFacts[]) => keepPlaces(deps.cache, keptById(deps, adapter), places) }
      : {}),
  })
}

/** One list out of several answers. What one provider says needs no comparing; only the closed are taken out. */
function listOf(answers: readonly Answered<PlaceFacts[]>[], region: Region | null): readonly PlaceFacts[] {
  const lists = answers.map(({ cached }) => cached.value).filter((places) => places.length > 0)
  const [only = []] = lists
  const merged = lists.length > 1 ? mergePlaces(lists) : only.filter(({ businessStatus }) => businessStatus !== 'closed-permanently')
  return placed(merged, region === null ? [] : [region])
}

/** Who does not know our regions is told where they are. */
function asked(adapter: Adapter, question: PlaceQuery, region: Region | null): PlaceQuery {
  if (isOurs(adapter) || region === null || question.near !== undefined) return question
  return { ...question, near: region.center, radiusM: question.radiusM ?? region.radiusM }
}
