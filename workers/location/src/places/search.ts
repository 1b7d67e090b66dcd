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
import { regionAsked } from './regions.ts'

const Places = z.array(Place)
/** What a provider's place says where nobody has assigned it a region. */
const NO_REGION = 'world'
type Found = Result<Answered<PlaceFacts[]>, ServiceError>

export async function search(deps: Deps, ctx: CallContext, query: PlaceQuery): Promise<Result<PlaceAnswer, ServiceError>> {
  const region = await regionAsked(deps, ctx, query)
  const question = normalQuestion(query)
  const able = choose(deps.adapters, 'search', region?.countryCode ?? null).filter(
    (adapter) => adapter.tools.search!.args(asked(adapter, question, region)) !== null,
  )
  const ask = (adapter: Adapter): Promise<Found> => searchAt(deps, ctx, adapter, asked(adapter, question, region))
  const ours = able.filter(isOurs)
  const [own, others] = await Promise.all([
    Promise.all(ours.map(ask)),
    firstThatFinds(
      able.filter((adapter) => !isOurs(adapter)),
      ask,
    ),
  ])
  const answers = [...others.answers, ...own.flatMap((answer) => (answer.ok ? answer.value : []))]
  const failures = [...others.failures, ...own.flatMap((answer) => (answer.ok ? [] : answer.error))]
  if (answers.length === 0) return err(worst(failures))
  const places = placed(merged(answers.map(({ cached }) => cached.value)), region).slice(0, query.limit)
  return ok(answerOf(deps, places, answers, others.failures.length > 0 && others.answers.length === 0))
}

/** In order of rank until one finds something: an empty answer is an answer, but another may know more. */
async function firstThatFinds(
  adapters: readonly Adapter[],
  ask: (adapter: Adapter) => Promise<Found>,
): Promise<{ answers: Answered<PlaceFacts[]>[]; failures: ServiceError[] }> {
  const answers: Answered<PlaceFacts[]>[] = []
  const failures: ServiceError[] = []
  for (const adapter of adapters) {
    const answer = await ask(adapter)
    if (!answer.ok) failures.push(answer.error)
    else {
      answers.push(answer.value)
      if (answer.value.cached.value.length > 0) break
    }
  }
  return { answers, failures }
}

async function searchAt(deps: Deps, ctx: CallContext, adapter: Adapter, question: PlaceQuery): Promise<Found> {
  const { version } = deps.settings.cache
  const byId = { key: (id: string) => kvKeys.place(version, adapter.id, id), policy: adapter.cache }
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
    ...(adapter.tools.details === undefined ? { onLoad: (places: readonly PlaceFacts[]) => keepPlaces(deps.cache, byId, places) } : {}),
  })
}

/** What one provider says needs no comparing; only the closed are taken out. */
function merged(answers: readonly (readonly PlaceFacts[])[]): readonly PlaceFacts[] {
  const [only, ...others] = answers.filter((places) => places.length > 0)
  return others.length > 0 ? mergePlaces(answers) : (only ?? []).filter(({ businessStatus }) => businessStatus !== 'closed-permanently')
}

/** A stranger's place in a region of ours is that region's. */
function placed(places: readonly PlaceFacts[], region: Region | null): readonly PlaceFacts[] {
  return region === null ? places : places.map((place) => (place.regionId === NO_REGION ? { ...place, regionId: region.id } : place))
}

/** Who does not know our regions is told where they are. */
function asked(adapter: Adapter, question: PlaceQuery, region: Region | null): PlaceQuery {
  if (isOurs(adapter) || region === null || question.near !== undefined) return question
  return { ...question, near: region.center, radiusM: question.radiusM ?? region.radiusM }
}

/** Most places a plan chooses from. */
const CANDIDATES = 400

export function candidates(deps: Deps, ctx: CallContext, regionId: string): Promise<Result<PlaceAnswer, ServiceError>> {
  return search(deps, ctx, { regionId, language: 'ko', limit: CANDIDATES })
}
