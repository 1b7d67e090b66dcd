import { createRoute, OpenAPIHono, type RouteConfig } from '@hono/zod-openapi'
import { ErrorCode, Problem, validationFailed } from '@yeojeong/contracts'
import * as z from 'zod'
import type { GatewayEnv } from './bindings.ts'
import { PROBLEMS, problemResponse } from './problem.ts'

/** A router whose request validation answers with pointers. */
export function router(): OpenAPIHono<GatewayEnv> {
  return new OpenAPIHono<GatewayEnv>({
    defaultHook: (result, c) => {
      if (!result.success) return problemResponse(validationFailed(result.error as unknown as z.ZodError), c.get('requestId'))
      return undefined
    },
  })
}

export function json<T extends z.ZodType>(schema: T, description: string) {
  return { content: { 'application/json': { schema } }, description }
}

/** A required JSON body. */
export function body<T extends z.ZodType>(schema: T) {
  return { content: { 'application/json': { schema } }, required: true }
}

type Problems = { [status: string]: ReturnType<typeof problem> }
const problem = (description: string) => ({ content: { 'application/problem+json': { schema: Problem } }, description })

/** The failures a route may answer with, by status. */
function problems(...codes: ErrorCode[]): Problems {
  const answers: Problems = {}
  for (const code of codes) {
    const { status, title } = PROBLEMS[code]
    const before = answers[status]?.description
    answers[status] = problem(before === undefined ? `${code}: ${title}` : `${before} · ${code}: ${title}`)
  }
  return answers
}

/**
 * A route as a value; the generic keeps the types of its request and success answer. Problems are documented but left
 * out of the handler's type: routes leave with `ServiceFailure`, so a handler only ever returns success.
 */
export function route<const R extends RouteConfig>(config: R, ...codes: ErrorCode[]) {
  const defined = createRoute(config)
  Object.assign(defined.responses, problems(...codes))
  return defined
}
