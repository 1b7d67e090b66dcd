import type { LocationRpc, ProfileRpc, ProjectionHint } from '@yeojeong/contracts'
import type { ItineraryRoom } from '@yeojeong/durable-objects/itinerary-room'
import type { ItinerarySagaShell } from '@yeojeong/durable-objects/itinerary-saga'

/** `Env` with what its bindings really are: services by their contracts, so that no Worker's source is needed here. */
export type Bindings = Omit<Env, 'PROFILE' | 'LOCATION' | 'ITINERARY_SAGA' | 'ITINERARY_ROOM' | 'ITINERARY_EVENTS'> & {
  readonly PROFILE: ProfileRpc
  readonly LOCATION: LocationRpc
  readonly ITINERARY_SAGA: DurableObjectNamespace<ItinerarySagaShell<Bindings>>
  readonly ITINERARY_ROOM: DurableObjectNamespace<ItineraryRoom<Bindings>>
  readonly ITINERARY_EVENTS: Queue<ProjectionHint>
}
