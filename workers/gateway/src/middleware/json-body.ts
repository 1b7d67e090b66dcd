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

/** Where a body is something else, and what. */
const OTHERWISE: readonly { readonly path: RegExp; readonly type: RegExp }[] = [
  { path: /^\/v1\/trips\/[^/]+\/bookings\/import$/, type: /^text\/calendar\b/i },
]

/** A body is JSON and says so, unless its route takes something else; what does not parse is told apart from what does not fit. */
export const requireJson = createMiddleware<GatewayEnv>(async (c, next) => {
  const other = OTHERWISE.find(({ path }) => path.test(c.req.path))
  if (other !== undefined) {
    if (!other.type.test(c.req.header('content-type') ?? '')) throw new ServiceFailure(serviceError('unsupported_media_type'))
  } else if (c.req.method === 'POST' || c.req.method === 'PUT' || c.req.method === 'PATCH') {
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
