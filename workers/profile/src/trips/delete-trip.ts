import type { CallContext, ServiceError } from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import { notFound } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'

export async function deleteTrip(deps: Deps, ctx: CallContext, tripId: string): Promise<Result<null, ServiceError>> {
  return (await deps.trips.remove(tripId, ctx.principal.userId)) ? ok(null) : err(notFound)
}
