import { kvKeys, Place, type CallContext, type PlaceAnswer, type ServiceError } from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import { digest, notFound } from '@yeojeong/worker-kit'
import * as z from 'zod'
import type { Deps } from '../deps.ts'
import { answerOf } from './answer.ts'
import { ask } from './ask.ts'

/** Kept as long as hours may be believed: they are the facet that ages fastest. */
export async function details(deps: Deps, ctx: CallContext, placeIds: readonly string[]): Promise<Result<PlaceAnswer, ServiceError>> {
  const ids = [...new Set(placeIds)].toSorted()
  const set = ids.length === 1 ? ids[0]! : await digest(ids.join(' '))
  const found = await ask(deps, 'hours', (provider) => kvKeys.placeDetails(provider.id, 'all', set), z.array(Place), (provider) => provider.details(ids, ctx.deadlineAt))
  return found.ok ? ok(answerOf(found.value)) : found
}

export async function place(deps: Deps, ctx: CallContext, placeId: string): Promise<Result<Place, ServiceError>> {
  const found = await details(deps, ctx, [placeId])
  if (!found.ok) return found
  const only = found.value.places[0]
  return only === undefined ? err(notFound) : ok(only)
}
