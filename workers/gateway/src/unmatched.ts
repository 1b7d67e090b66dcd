import { serviceError } from '@yeojeong/contracts'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { GatewayEnv } from './bindings.ts'
import { problemResponse } from './problem.ts'

/** For a request no route took: 405 with `Allow` where the address exists under another method, else 404. */
export function unmatched(app: OpenAPIHono<GatewayEnv>): (c: Context<GatewayEnv>) => Response {
  return (c) => {
    const allowed = [
      ...new Set(app.routes.filter(({ method, path }) => method !== 'ALL' && matches(path, c.req.path)).map(({ method }) => method)),
    ]
    if (allowed.length === 0) return problemResponse(serviceError('not_found', 'There is nothing at this address.'), c.get('requestId'))
    const response = problemResponse(serviceError('method_not_allowed'), c.get('requestId'))
    response.headers.set('allow', allowed.toSorted().join(', '))
    return response
  }
}

function matches(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  return wanted.length === given.length && wanted.every((part, at) => part.startsWith(':') || part === given[at])
}
