import { decideItinerary, err, ok, type ItineraryCommand, type ItineraryRefusal, type Result } from '@yeojeong/domain'
import { describeError, log } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { LEASE_MS } from '../store/outbox.ts'

export type Change = { readonly itineraryId: string; readonly actor: string; readonly cause: string }
type Refusal = ItineraryRefusal | { readonly code: 'version_conflict' }

const ROUNDS = 3

/**
 * Decides a command on the newest state and appends what follows, with its hint for the projection. The same cause
 * changes an itinerary once: a repeat is answered with the version it made. Who loses a race decides anew.
 */
export async function changeItinerary(
  { streams, hints, now }: Pick<Deps, 'streams' | 'hints' | 'now'>,
  command: ItineraryCommand,
  { itineraryId, actor, cause }: Change,
): Promise<Result<{ readonly version: number }, Refusal>> {
  for (let round = 0; round < ROUNDS; round++) {
    const { state, earlier } = await streams.load(itineraryId, cause)
    if (earlier !== null) return ok({ version: earlier })
    const decision = decideItinerary(command, state)
    if (!decision.ok) return decision
    if (decision.value.length === 0) return ok({ version: state.version })
    const at = now()
    const appended = await streams.append({
      itineraryId,
      before: state,
      events: decision.value,
      at,
      actor,
      cause,
      leaseUntil: at + LEASE_MS,
    })
    if (appended === 'conflict') continue
    await sendHint(hints, itineraryId, appended.version)
    return ok({ version: appended.version })
  }
  return err({ code: 'version_conflict' })
}

/** The outbox row is what counts: a hint that is not sent now is sent by the sweeper. */
export async function sendHint(hints: Deps['hints'], itineraryId: string, version: number): Promise<void> {
  await hints.send({ type: 'ItineraryChanged', itineraryId, version }).catch((error: unknown) => {
    log('warn', 'outbox.send_failed', null, { itineraryId, version, error: describeError(error) })
  })
}
