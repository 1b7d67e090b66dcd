import type { LocationRpc, ProfileRpc, ProjectionHint } from '@yeojeong/contracts'
import { sealer, type Sealer } from '@yeojeong/worker-kit'
import type { Bindings } from './bindings.ts'
import { configOf, type Config } from './config.ts'
import { pepperOf } from './sharing/token.ts'
import { attachmentRows, type AttachmentRows } from './store/attachment-rows.ts'
import { discreet, primary } from './store/database.ts'
import { eventStreams, type EventStreams } from './store/event-stream.ts'
import { erasureOf, type Erasure } from './store/erase.ts'
import { itineraryRows, type ItineraryRows } from './store/itinerary-rows.ts'
import { operationsOf, type Operations } from './store/operations.ts'
import { outboxOf, type Outbox } from './store/outbox.ts'
import { reservationsOf, type Reservations } from './store/reservations.ts'
import { sharesOf, type Shares } from './store/share-links.ts'

/** What a use case works with besides its arguments. */
export type Deps = {
  readonly profile: ProfileRpc
  readonly location: LocationRpc
  readonly rows: ItineraryRows
  readonly streams: EventStreams
  readonly outbox: Outbox
  readonly erasure: Erasure
  readonly operations: Operations
  readonly reservations: Reservations
  readonly shares: Shares
  readonly attachments: AttachmentRows
  /** The bytes of attachments. */
  readonly photos: R2Bucket
  readonly views: KVNamespace
  readonly hints: Pick<Queue<ProjectionHint>, 'send' | 'sendBatch'>
  readonly journalSealer: Sealer
  /** For what people call themselves, row by row. */
  readonly wordsSealer: Sealer
  /** Makes share tokens and upload addresses nobody can guess. */
  sharePepper(): Promise<CryptoKey>
  readonly config: Config
  sagaOf(itineraryId: string): ReturnType<Bindings['ITINERARY_SAGA']['getByName']>
  roomOf(itineraryId: string): ReturnType<Bindings['ITINERARY_ROOM']['getByName']>
  now(): number
}

export function depsOf(env: Bindings): Deps {
  const db = primary(env.ITINERARY_DB)
  const wordsSealer = sealer(env.JOURNAL_SECRET, 'itinerary-words')
  return {
    profile: env.PROFILE,
    location: env.LOCATION,
    rows: discreet(itineraryRows(db, wordsSealer)),
    streams: discreet(eventStreams(db, sealer(env.JOURNAL_SECRET, 'itinerary-events'))),
    outbox: discreet(outboxOf(db)),
    erasure: discreet(erasureOf(db)),
    operations: discreet(operationsOf(db)),
    reservations: discreet(reservationsOf(db)),
    shares: discreet(sharesOf(db)),
    attachments: discreet(attachmentRows(db)),
    photos: env.ATTACHMENTS,
    views: env.ITINERARY_VIEWS,
    hints: env.ITINERARY_EVENTS,
    journalSealer: sealer(env.JOURNAL_SECRET, 'planning-journal'),
    wordsSealer,
    sharePepper: () => pepperOf(env.JOURNAL_SECRET),
    config: configOf(env),
    sagaOf: (itineraryId) => env.ITINERARY_SAGA.getByName(itineraryId),
    roomOf: (itineraryId) => env.ITINERARY_ROOM.getByName(itineraryId),
    now: () => Date.now(),
  }
}
