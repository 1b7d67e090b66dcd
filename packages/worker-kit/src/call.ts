import { CallContext, serviceError, validationFailed, type ServiceError } from '@yeojeong/contracts'
import { err, type Result } from '@yeojeong/domain'
import type * as z from 'zod'

/**
 * First line of every RPC method: TypeScript's types are not checked across the wire, so context and argument are parsed.
 * A bad context is a bug of the caller and throws; a bad argument is an answer.
 */
export async function parsed<T, R>(
  rawContext: unknown,
  schema: z.ZodType<T>,
  rawArgument: unknown,
  run: (ctx: CallContext, argument: T) => Promise<Result<R, ServiceError>>,
): Promise<Result<R, ServiceError>> {
  const ctx = CallContext.parse(rawContext)
  const argument = schema.safeParse(rawArgument)
  if (!argument.success) return err(validationFailed(argument.error))
  return run(ctx, argument.data)
}

/** Milliseconds left before the caller gives up, at least 0. */
export function timeLeftMs(ctx: CallContext, nowMs: number): number {
  return Math.max(0, ctx.deadlineAt - nowMs)
}

/** The context our own machinery acts under for a user, with a deadline of its own. */
export function asSystem(ctx: CallContext, deadlineAt: number): CallContext {
  return { ...ctx, deadlineAt }
}

export const notFound: ServiceError = serviceError('not_found', 'There is no such thing here, or it is not yours.')
