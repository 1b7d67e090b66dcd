import type { ByteStream, CallContext, ServiceError } from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import { notFound } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { mayRead } from './owned.ts'

/** Server-sent events of a planning, from its own object. */
export async function progress(
  { sagaOf }: Pick<Deps, 'sagaOf'>,
  ctx: CallContext,
  itineraryId: string,
): Promise<Result<ByteStream, ServiceError>> {
  const saga = sagaOf(itineraryId)
  const known = await saga.describe()
  if (known === null || !mayRead(ctx, known.subject.ownerId)) return err(notFound)
  const stream = await saga.watch()
  return stream === null ? err(notFound) : ok(stream)
}
