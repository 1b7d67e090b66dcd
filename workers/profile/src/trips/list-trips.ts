import { serviceError, type CallContext, type PageQuery, type ServiceError, type TripPage } from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import type { Deps } from '../deps.ts'
import type { Position } from '../store/trip-repository.ts'
import { summary } from './public-trip.ts'

export async function listTrips(deps: Deps, ctx: CallContext, page: PageQuery): Promise<Result<TripPage, ServiceError>> {
  const before = page.cursor === undefined ? null : position(page.cursor)
  if (before === undefined) {
    return err(
      serviceError('validation_failed', 'The cursor is not one of ours.', {
        errors: [{ pointer: '/cursor', detail: 'use nextCursor of the page before' }],
      }),
    )
  }
  const found = await deps.trips.list(ctx.principal.userId, before, page.limit + 1)
  const items = found.slice(0, page.limit)
  const last = items.at(-1)?.trip
  const more = found.length > page.limit && last !== undefined
  return ok({ items: items.map(summary), nextCursor: more ? `${last.createdAt}~${last.id}` : null })
}

function position(cursor: string): Position | undefined {
  const [createdAt, id] = cursor.split('~')
  return createdAt === undefined || id === undefined ? undefined : { createdAt, id }
}
