import { kvKeys, type CallContext, type PlaceAnswer, type ServiceError } from '@yeojeong/contracts'
import { ok, type Result } from '@yeojeong/domain'
import { keepPlaces } from '../cache/many.ts'
import type { Deps } from '../deps.ts'
import { answerOf } from './answer.ts'
import { askOne } from './ask.ts'
import { cityProvider } from './cities.ts'
import { keptById } from './kept-by-id.ts'
import { region } from './regions.ts'
import { Places, search } from './search.ts'
import { isShort } from './short.ts'

/** Most places a plan chooses from. */
const CANDIDATES = 400

/** Everything a plan may choose from: of a region of ours what is known there, of a city elsewhere what its provider has of note. */
export async function candidates(deps: Deps, ctx: CallContext, regionId: string): Promise<Result<PlaceAnswer, ServiceError>> {
  const question = { regionId, language: 'ko', limit: CANDIDATES } as const
  const adapter = cityProvider(deps.adapters, regionId)
  const use = adapter?.tools.candidates
  if (adapter === null || use === undefined) return search(deps, ctx, question)
  const city = await region(deps, ctx, regionId)
  if (!city.ok) return city
  const found = await askOne(deps, adapter, {
    facet: 'search',
    key: kvKeys.placeSearch(deps.settings.cache.version, adapter.id, `candidates-${regionId}`),
    schema: Places,
    isEmpty: (places) => places.length === 0,
    use,
    question: city.value,
    deadlineAt: ctx.deadlineAt,
    // They come with everything that is mapped of them: who plans next asks for none of them again.
    onLoad: (places) => keepPlaces(deps.cache, keptById(deps, adapter), places),
  })
  if (!found.ok || isShort(found.value.cached.value, question)) return search(deps, ctx, question)
  return ok(answerOf(deps, found.value.cached.value, [found.value], false))
}
