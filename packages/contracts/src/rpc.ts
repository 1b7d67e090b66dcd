import type { HolidayCalendar, Result, TripBrief } from '@yeojeong/domain'
import * as z from 'zod'
import type { AttachCommand, Attachment, AttachmentAddress, MadeAttachment } from './attachments.ts'
import type { ImportBookings, ProposedBookings } from './bookings-import.ts'
import type { CallContext } from './call-context.ts'
import type { Alternatives, CommandAnswer, EditItinerary, HistoryPage, HistoryQuery } from './commands.ts'
import type { ServiceError } from './errors.ts'
import type { ExportedFile, ExportFormat } from './export.ts'
import type { LocationMoreRpc } from './location.ts'
import type { Member, MemberInput, MemberPatch } from './member.ts'
import type { OpsOverview, SagaAction, SagaReport } from './operations.ts'
import type { Place, PlaceAnswer, PlaceQuery, Region } from './place.ts'
import type { PlanAccepted, PlanItinerary } from './planning.ts'
import type {
  AcceptShare,
  CollaboratorAddress,
  CreateShare,
  Joined,
  NewShareLink,
  ReadItinerary,
  ShareAddress,
  SharedItinerary,
  Sharing,
} from './sharing.ts'
import type { BookingsInput, LodgingsInput, PageQuery, TransportInput, Trip, TripInput, TripPage, TripPatch } from './trip.ts'

/** A `ReadableStream` of bytes, named without the platform's types. */
export type ByteStream = { readonly locked: boolean; cancel(reason?: unknown): Promise<void> }

type Answer<T> = Promise<Result<T, ServiceError>>

export const ServiceHealth = z
  .object({ service: z.string(), version: z.string(), state: z.enum(['ok', 'degraded', 'down']), detail: z.string().optional() })
  .meta({ id: 'ServiceHealth' })
export type ServiceHealth = z.infer<typeof ServiceHealth>

/** What the gateway and the itinerary service ask of PROFILE. Every method checks that the principal owns the trip. */
export interface ProfileRpc {
  createTrip(ctx: CallContext, command: { key: string; trip: TripInput; region: Region }): Answer<Trip>
  listTrips(ctx: CallContext, page: PageQuery): Answer<TripPage>
  getTrip(ctx: CallContext, tripId: string): Answer<Trip>
  updateTrip(ctx: CallContext, tripId: string, patch: TripPatch, region: Region | null): Answer<Trip>
  deleteTrip(ctx: CallContext, tripId: string): Answer<null>
  setLodgings(ctx: CallContext, tripId: string, input: LodgingsInput): Answer<Trip>
  setBookings(ctx: CallContext, tripId: string, input: BookingsInput): Answer<Trip>
  setTransport(ctx: CallContext, tripId: string, input: TransportInput): Answer<Trip>
  addMember(ctx: CallContext, tripId: string, command: { key: string; member: MemberInput }): Answer<Member>
  getMember(ctx: CallContext, tripId: string, memberId: string): Answer<Member>
  updateMember(ctx: CallContext, tripId: string, memberId: string, patch: MemberPatch): Answer<Member>
  removeMember(ctx: CallContext, tripId: string, memberId: string): Answer<null>
  /** For the planning saga: facts without names or health data, plus the names a view may show to its owner. */
  briefTrip(ctx: CallContext, tripId: string): Answer<{ brief: TripBrief; title: string; names: Record<string, string>; version: number }>
  /** Idempotent both ways. */
  linkItinerary(ctx: CallContext, tripId: string, itineraryId: string): Answer<null>
  unlinkItinerary(ctx: CallContext, tripId: string, itineraryId: string): Answer<null>
  health(): Promise<ServiceHealth>
}

export interface ItineraryRpc {
  plan(ctx: CallContext, command: PlanItinerary): Answer<PlanAccepted>
  /** The newest state from the write side: for a view not in KV yet, or a reader who knows a newer version. */
  read(ctx: CallContext, itineraryId: string): Answer<ReadItinerary>
  /** Server-sent events (`PlanningProgress` as JSON) until the planning ends. */
  progress(ctx: CallContext, itineraryId: string): Answer<ByteStream>
  /** A traveller's change; a repeat of its key is answered with what came of the first. */
  edit(ctx: CallContext, command: EditItinerary): Answer<CommandAnswer>
  history(ctx: CallContext, itineraryId: string, query: HistoryQuery): Answer<HistoryPage>
  /** For one stop, or (null) the plans of other character that were asked for with this one. */
  alternatives(ctx: CallContext, itineraryId: string, stopId: string | null): Answer<Alternatives>
  /** Ends a planning under way and takes back what it did. `too_late` when it has ended well. */
  cancel(ctx: CallContext, itineraryId: string): Answer<PlanAccepted>
  /** Erases an itinerary that is not being planned any more, or cancels it first; it is gone within a minute. */
  erase(ctx: CallContext, itineraryId: string): Answer<null>
  /** The trip is not what it was: its itineraries are told, and say so where it matters to them. */
  tripChanged(ctx: CallContext, tripId: string): Answer<null>
  /** Erases every itinerary of a trip of the caller's, whatever its state. */
  forgetTrip(ctx: CallContext, tripId: string): Answer<null>
  /** For operators only. */
  opsOverview(ctx: CallContext): Answer<OpsOverview>
  opsSaga(ctx: CallContext, itineraryId: string): Answer<SagaReport>
  opsResolve(ctx: CallContext, itineraryId: string, action: SagaAction): Answer<SagaReport>
  /** A file of the newest version, in the context's language, as others may see it. */
  exportItinerary(ctx: CallContext, query: { itineraryId: string; format: ExportFormat }): Answer<ExportedFile>
  createShare(ctx: CallContext, command: CreateShare): Answer<NewShareLink>
  sharing(ctx: CallContext, itineraryId: string): Answer<Sharing>
  /** Takes back the link and what was joined by it. */
  revokeShare(ctx: CallContext, address: ShareAddress): Answer<null>
  acceptShare(ctx: CallContext, command: AcceptShare): Answer<Joined>
  /** By the owner, or by whom it is about. */
  removeCollaborator(ctx: CallContext, address: CollaboratorAddress): Answer<null>
  /** What a link shows; the token is the only right that is looked at. */
  readShared(ctx: CallContext, token: string): Answer<SharedItinerary>
  exportShared(ctx: CallContext, query: { token: string; format: ExportFormat }): Answer<ExportedFile>
  /** Keeps a memo, or announces a photo whose bytes then come by its tickets. Owners and editors. */
  attach(ctx: CallContext, command: AttachCommand): Answer<MadeAttachment>
  attachments(ctx: CallContext, itineraryId: string): Answer<Attachment[]>
  removeAttachment(ctx: CallContext, address: AttachmentAddress): Answer<null>
  /** What a calendar's events would be as bookings of a trip; nothing is saved. */
  proposeBookings(ctx: CallContext, command: ImportBookings): Answer<ProposedBookings>
  health(): Promise<ServiceHealth>
}

export interface LocationRpc extends LocationMoreRpc {
  regions(ctx: CallContext): Answer<Region[]>
  /** Destinations by name: ours, and cities a provider knows. */
  findRegions(ctx: CallContext, words: string): Answer<Region[]>
  region(ctx: CallContext, regionId: string): Answer<Region>
  search(ctx: CallContext, query: PlaceQuery): Answer<PlaceAnswer>
  /** Everything a plan may choose from in a region. */
  candidates(ctx: CallContext, regionId: string): Answer<PlaceAnswer>
  /** Unknown ids are left out of the answer. `regionId`: the destination they are asked for, where that is none of ours. */
  details(ctx: CallContext, placeIds: readonly string[], regionId?: string): Answer<PlaceAnswer>
  place(ctx: CallContext, placeId: string): Answer<Place>
  /** Public holidays of a country (ISO 3166 alpha-2) over whole years; null = nobody here has a list for it. */
  holidays(ctx: CallContext, countryCode: string, years: readonly number[]): Answer<HolidayCalendar | null>
  health(): Promise<ServiceHealth>
}

/** The services behind the gateway, by binding name. */
export interface Services {
  PROFILE: ProfileRpc
  ITINERARY: ItineraryRpc
  LOCATION: LocationRpc
}
