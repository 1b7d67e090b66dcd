import { serviceError } from '@yeojeong/contracts'
import { createMiddleware } from 'hono/factory'
import type { GatewayEnv } from '../bindings.ts'
import { ServiceFailure } from '../problem.ts'

/** After `authenticate`. The services ask again: this only spares them the call. */
export const operatorsOnly = createMiddleware<GatewayEnv>(async (c, next) => {
  if (c.get('principal').role !== 'operator') throw new ServiceFailure(serviceError('forbidden', 'For operators only.'))
  await next()
})
