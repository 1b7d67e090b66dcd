import { LANGUAGES, type LanguageCode } from '@yeojeong/contracts'
import { createMiddleware } from 'hono/factory'
import type { GatewayEnv } from '../bindings.ts'

const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/

/** A request id of our own making and a W3C trace context, the caller's where it sent a valid one. */
export const requestContext = createMiddleware<GatewayEnv>(async (c, next) => {
  const requestId = `req_${hex(10)}`
  const theirs = c.req.header('traceparent')
  c.set('requestId', requestId)
  c.set('traceparent', theirs !== undefined && TRACEPARENT.test(theirs) ? theirs : `00-${hex(16)}-${hex(8)}-01`)
  await next()
  c.res.headers.set('x-request-id', requestId)
})

function hex(bytes: number): string {
  return [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The first language of `Accept-Language` the product speaks, else Korean. */
export function languageOf(header: string | undefined): LanguageCode {
  for (const part of (header ?? '').split(',')) {
    const tag = part.split(';')[0]!.trim().slice(0, 2).toLowerCase()
    const known = LANGUAGES.find((language) => language === tag)
    if (known !== undefined) return known
  }
  return 'ko'
}
