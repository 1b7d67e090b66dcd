import { kvKeys, Place, type CallContext, type PlaceAnswer, type PlaceQuery, type ServiceError } from '@yeojeong/contracts'
import { ok, type Result } from '@yeojeong/domain'
import { digest } from '@yeojeong/worker-kit'
import * as z from 'zod'
import { questionKey } from '../cache/question.ts'
import type { Deps } from '../deps.ts'
import { answerOf } from './answer.ts'
import { ask } from './ask.ts'

export async function search(deps: Deps, ctx: CallContext, query: PlaceQuery): Promise<Result<PlaceAnswer, ServiceError>> {
  // Hashed: a question may be longer than a KV key, and what people look for need not be readable there.
  const question = await digest(questionKey(query))
  const found = await ask(deps, 'search', (provider) => kvKeys.placeSearch(provider.id, question), z.array(Place), (provider) => provider.search(query, ctx.deadlineAt))
  return found.ok ? ok(answerOf(found.value)) : found
}

/** Most places a plan chooses from. */
const CANDIDATES = 400

export function candidates(deps: Deps, ctx: CallContext, regionId: string): Promise<Result<PlaceAnswer, ServiceError>> {
  return search(deps, ctx, { regionId, language: 'ko', limit: CANDIDATES })
}
