import { ErrorCode, serviceError } from '@yeojeong/contracts'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { GatewayEnv } from '../bindings.ts'
import { PROBLEMS, ServiceFailure, type Meaning } from '../problem.ts'

/** The OpenAPI description, a page to read it on, and the page each problem's `type` leads to. */
export function addReference(app: OpenAPIHono<GatewayEnv>): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: 'yeojeong_session' })
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' })
  app.doc31('/openapi.json', OPENAPI_INFO)
  app.get('/docs', (c) => c.html(REFERENCE_PAGE))
  app.get('/problems/:code', (c) => {
    const code = ErrorCode.safeParse(c.req.param('code'))
    if (!code.success) throw new ServiceFailure(serviceError('not_found', 'There is no such problem type.'))
    const { status, title, remedy }: Meaning = PROBLEMS[code.data]
    return c.text(`${code.data} (HTTP ${status})\n${title}.\n\n${remedy}\n`)
  })
}

export const OPENAPI_INFO = {
  openapi: '3.1.0',
  info: {
    title: 'Yeojeong',
    version: '1',
    description:
      'Trip itineraries for the people who actually travel. Errors are RFC 9457 problems; times are local to the destination with their offset.',
  },
  security: [{ session: [] }, { bearer: [] }],
}

/** Swagger UI from our own assets: the page works without any other host. */
const REFERENCE_PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Yeojeong API</title><link rel="stylesheet" href="/reference/swagger-ui.css"></head>
<body><div id="reference"></div><script src="/reference/swagger-ui-bundle.js"></script><script src="/reference/start.js"></script></body></html>`
