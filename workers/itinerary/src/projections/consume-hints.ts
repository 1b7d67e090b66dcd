import { ProjectionHint } from '@yeojeong/contracts'
import { describeError, log } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'

const RETRY_DELAY_S = 5

/**
 * Hands each hint to its itinerary's object. Copies, old ones and any order are harmless: the object reads the newest
 * state itself. Each message is answered for on its own, so that one itinerary's trouble delays no other.
 */
export async function consumeHints({ sagaOf }: Pick<Deps, 'sagaOf'>, batch: MessageBatch): Promise<void> {
  await Promise.all(
    batch.messages.map(async (message) => {
      const hint = ProjectionHint.safeParse(message.body)
      if (!hint.success) {
        log('error', 'projection.hint_unreadable', null, { messageId: message.id })
        message.ack()
        return
      }
      const { itineraryId, version, owed = false } = hint.data
      try {
        await sagaOf(itineraryId).project(version, owed)
        message.ack()
      } catch (error) {
        log('warn', 'projection.hint_failed', null, { itineraryId, version, attempts: message.attempts, error: describeError(error) })
        message.retry({ delaySeconds: RETRY_DELAY_S })
      }
    }),
  )
}
