import { WorkerEntrypoint } from 'cloudflare:workers'
import {
  AcceptShare,
  AttachCommand,
  AttachmentAddress,
  CollaboratorAddress,
  CreateShare,
  EditItinerary,
  ExportFormat,
  HistoryQuery,
  ImportBookings,
  ItineraryId,
  PlanItinerary,
  SagaAction,
  ShareAddress,
  ShareToken,
  StopId,
  TripId,
  type CallContext,
  type ItineraryRpc,
  type ServiceHealth,
} from '@yeojeong/contracts'
import { describeError, log, parsed } from '@yeojeong/worker-kit'
import * as z from 'zod'
import type { Bindings } from './bindings.ts'
import { attach, listAttachments, removeAttachment } from './attachments/attach.ts'
import { servePhotos } from './attachments/photos.ts'
import { importBookings } from './bookings/import-bookings.ts'
import { cancel, erase } from './commands/cancel.ts'
import { plan } from './commands/plan.ts'
import { forgetTrip, tripChanged } from './commands/trip-events.ts'
import { depsOf } from './deps.ts'
import { editItinerary } from './edits/edit-itinerary.ts'
import { exportFile, exportShared } from './export/export-file.ts'
import { opsOverview, opsResolve, opsSaga } from './operations/ops.ts'
import { alternatives } from './queries/alternatives.ts'
import { history } from './queries/history.ts'
import { enterRoom } from './live/rooms.ts'
import { progress } from './queries/progress.ts'
import { read } from './queries/read.ts'
import { acceptShare, removeCollaborator } from './sharing/guests.ts'
import { createShare, revokeShare, sharing } from './sharing/links.ts'
import { readShared } from './sharing/shared.ts'

const VERSION = '0.1.0'

const ExportQuery = z.object({ itineraryId: ItineraryId, format: ExportFormat })
const SharedExportQuery = z.object({ token: ShareToken, format: ExportFormat })

/** ITINERARY: each method parses what crossed the wire, then hands it to its use case. */
export class ItineraryService extends WorkerEntrypoint<Bindings> implements ItineraryRpc {
  readonly #deps = depsOf(this.env)

  /** What RPC cannot carry: photos, and a WebSocket to the itinerary's room. */
  override async fetch(request: Request): Promise<Response> {
    return (await servePhotos(this.#deps, request)) ?? enterRoom(this.#deps, request)
  }

  plan(ctx: CallContext, command: z.input<typeof PlanItinerary>) {
    return parsed(ctx, PlanItinerary, command, (c, argument) => plan(this.#deps, c, argument))
  }
  read(ctx: CallContext, itineraryId: string) {
    return parsed(ctx, ItineraryId, itineraryId, (c, id) => read(this.#deps, c, id))
  }
  progress(ctx: CallContext, itineraryId: string) {
    return parsed(ctx, ItineraryId, itineraryId, (c, id) => progress(this.#deps, c, id))
  }
  exportItinerary(ctx: CallContext, query: z.input<typeof ExportQuery>) {
    return parsed(ctx, ExportQuery, query, (c, argument) => exportFile(this.#deps, c, argument))
  }
  createShare(ctx: CallContext, command: z.input<typeof CreateShare>) {
    return parsed(ctx, CreateShare, command, (c, argument) => createShare(this.#deps, c, argument))
  }
  sharing(ctx: CallContext, itineraryId: string) {
    return parsed(ctx, ItineraryId, itineraryId, (c, id) => sharing(this.#deps, c, id))
  }
  revokeShare(ctx: CallContext, address: ShareAddress) {
    return parsed(ctx, ShareAddress, address, (c, argument) => revokeShare(this.#deps, c, argument))
  }
  acceptShare(ctx: CallContext, command: AcceptShare) {
    return parsed(ctx, AcceptShare, command, (c, argument) => acceptShare(this.#deps, c, argument))
  }
  removeCollaborator(ctx: CallContext, address: CollaboratorAddress) {
    return parsed(ctx, CollaboratorAddress, address, (c, argument) => removeCollaborator(this.#deps, c, argument))
  }
  readShared(ctx: CallContext, token: string) {
    return parsed(ctx, ShareToken, token, (c, argument) => readShared(this.#deps, c, argument))
  }
  exportShared(ctx: CallContext, query: z.input<typeof SharedExportQuery>) {
    return parsed(ctx, SharedExportQuery, query, (c, argument) => exportShared(this.#deps, c, argument))
  }
  attach(ctx: CallContext, command: z.input<typeof AttachCommand>) {
    return parsed(ctx, AttachCommand, command, (c, argument) => attach(this.#deps, c, argument))
  }
  attachments(ctx: CallContext, itineraryId: string) {
    return parsed(ctx, ItineraryId, itineraryId, (c, id) => listAttachments(this.#deps, c, id))
  }
  removeAttachment(ctx: CallContext, address: AttachmentAddress) {
    return parsed(ctx, AttachmentAddress, address, (c, argument) => removeAttachment(this.#deps, c, argument))
  }
  proposeBookings(ctx: CallContext, command: ImportBookings) {
    return parsed(ctx, ImportBookings, command, (c, argument) => importBookings(this.#deps, c, argument))
  }
  edit(ctx: CallContext, command: z.input<typeof EditItinerary>) {
    return parsed(ctx, EditItinerary, command, (c, argument) => editItinerary(this.#deps, c, argument))
  }
  history(ctx: CallContext, itineraryId: string, query: z.input<typeof HistoryQuery>) {
    return parsed(ctx, z.tuple([ItineraryId, HistoryQuery]), [itineraryId, query], (c, [id, page]) => history(this.#deps, c, id, page))
  }
  alternatives(ctx: CallContext, itineraryId: string, stopId: string | null) {
    return parsed(ctx, z.tuple([ItineraryId, StopId.nullable()]), [itineraryId, stopId], (c, [id, stop]) =>
      alternatives(this.#deps, c, id, stop),
    )
  }
  cancel(ctx: CallContext, itineraryId: string) {
    return parsed(ctx, ItineraryId, itineraryId, (c, id) => cancel(this.#deps, c, id))
  }
  erase(ctx: CallContext, itineraryId: string) {
    return parsed(ctx, ItineraryId, itineraryId, (c, id) => erase(this.#deps, c, id))
  }
  tripChanged(ctx: CallContext, tripId: string) {
    return parsed(ctx, TripId, tripId, (c, id) => tripChanged(this.#deps, c, id))
  }
  forgetTrip(ctx: CallContext, tripId: string) {
    return parsed(ctx, TripId, tripId, (c, id) => forgetTrip(this.#deps, c, id))
  }
  opsOverview(ctx: CallContext) {
    return parsed(ctx, z.null(), null, (c) => opsOverview(this.#deps, c))
  }
  opsSaga(ctx: CallContext, itineraryId: string) {
    return parsed(ctx, ItineraryId, itineraryId, (c, id) => opsSaga(this.#deps, c, id))
  }
  opsResolve(ctx: CallContext, itineraryId: string, action: z.input<typeof SagaAction>) {
    return parsed(ctx, z.tuple([ItineraryId, SagaAction]), [itineraryId, action], (c, [id, what]) => opsResolve(this.#deps, c, id, what))
  }
  async health(): Promise<ServiceHealth> {
    const about = { service: 'itinerary', version: VERSION }
    try {
      await this.#deps.streams.load('itn_none')
      return { ...about, state: 'ok' }
    } catch (error) {
      log('error', 'health.store_failed', null, { error: describeError(error) })
      return { ...about, state: 'down', detail: 'The store does not answer.' }
    }
  }
}
