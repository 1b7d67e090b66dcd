import { LANGUAGES } from '@yeojeong/domain'
import * as z from 'zod'
import { UserId } from './ids.ts'

export const Language = z.enum(LANGUAGES)

/** Who asks. `guest` is a signed session without an account; `system` is our own machinery (saga, cron). */
export const Principal = z.object({
  userId: UserId,
  role: z.enum(['guest', 'user', 'operator', 'system']),
})
export type Principal = z.infer<typeof Principal>

/** First parameter of every call between Workers: RPC carries no headers. */
export const CallContext = z.object({
  requestId: z.string().min(1).max(64),
  /** W3C trace context, version 00. */
  traceparent: z.string().max(64),
  principal: Principal,
  /** Epoch milliseconds after which nobody waits for the answer. */
  deadlineAt: z.number(),
  language: Language,
})
export type CallContext = z.infer<typeof CallContext>
