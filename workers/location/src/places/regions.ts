import { kvKeys, Region, serviceError, type CallContext, type ServiceError } from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import * as z from 'zod'
import type { Deps } from '../deps.ts'
import { ask } from './ask.ts'

export async function regions(deps: Deps, ctx: CallContext): Promise<Result<Region[], ServiceError>> {
  const found = await ask(deps, 'basic', (provider) => kvKeys.regions(provider.id), z.array(Region), (provider) => provider.regions(ctx.deadlineAt))
  return found.ok ? ok(found.value.value) : found
}

export async function region(deps: Deps, ctx: CallContext, regionId: string): Promise<Result<Region, ServiceError>> {
  const all = await regions(deps, ctx)
  if (!all.ok) return all
  const found = all.value.find(({ id }) => id === regionId)
  if (found !== undefined) return ok(found)
  const known = all.value.map(({ id }) => id).join(', ')
  return err(serviceError('region_unknown', `We know ${known}.`, { errors: [{ pointer: '/destination/regionId', detail: 'not a destination we know' }] }))
}
