import { serviceError, type Result, type ServiceError, type Services } from '@yeojeong/contracts'
import { describeError, log } from '@yeojeong/worker-kit'
import type { Context } from 'hono'
import type { GatewayEnv } from './bindings.ts'
import { ServiceFailure } from './problem.ts'

/**
 * Calls a service and gives its value. An expected failure leaves the route as its problem. A service that is absent or
 * throws makes the product read-only for what it owns: writes are refused with `read_only`, reads with `not_ready`.
 */
export async function call<T, S extends keyof Services>(
  c: Context<GatewayEnv>,
  service: S,
  run: (service: Services[S]) => Promise<Result<T, ServiceError>>,
): Promise<T> {
  let result: Result<T, ServiceError>
  try {
    result = await run(c.env[service])
  } catch (error) {
    log('error', 'gateway.service_threw', c.get('callContext'), { service, error: describeError(error) })
    const reading = c.req.method === 'GET' || c.req.method === 'HEAD'
    throw new ServiceFailure(
      reading
        ? serviceError('not_ready', 'This part of the service does not answer at the moment.')
        : serviceError('read_only', 'Changes are paused for a moment; what you have can still be read.'),
    )
  }
  if (!result.ok) throw new ServiceFailure(result.error)
  return result.value
}
