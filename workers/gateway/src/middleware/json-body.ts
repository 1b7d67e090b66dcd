import { serviceError } from '@yeojeong/contracts'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { GatewayEnv } from '../bindings.ts'
import { ServiceFailure } from '../problem.ts'

const MAX_BODY_BYTES = 1024 * 1024

export const limitBody = bodyLimit({
  maxSize: MAX_BODY_BYTES,
  onError: () => {
    throw new ServiceFailure(serviceError('body_too_large', 'At most 1 MiB.'))
  },
})

/** A body is JSON and says so; what does not parse is told apart from what does not fit. */
export const requireJson = createMiddleware<GatewayEnv>(async (c, next) => {
  if (c.req.method === 'POST' || c.req.method === 'PUT' || c.req.method === 'PATCH') {
    const text = await c.req.text()
    if (text !== '') {
      if (!/^application\/(json|[\w.-]+\+json)\b/i.test(c.req.header('content-type') ?? ''))
        throw new ServiceFailure(serviceError('unsupported_media_type'))
      try {
        JSON.parse(text)
      } catch {
        throw new ServiceFailure(serviceError('bad_json'))
      }
    }
  }
  await next()
})
