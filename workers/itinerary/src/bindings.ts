import type { LocationRpc, ProfileRpc, ProjectionHint } from '@yeojeong/contracts'
import type { ItineraryRoom } from './room.ts'
import type { ItinerarySaga } from './saga.ts'

/** `Env` with what its bindings really are: services by their contracts, so that no Worker's source is needed here. */
export type Bindings = Omit<Env, 'PROFILE' | 'LOCATION' | 'ITINERARY_SAGA' | 'ITINERARY_ROOM' | 'ITINERARY_EVENTS'> & {
  readonly PROFILE: ProfileRpc
  readonly LOCATION: LocationRpc
  readonly ITINERARY_SAGA: DurableObjectNamespace<ItinerarySaga>
  readonly ITINERARY_ROOM: DurableObjectNamespace<ItineraryRoom>
  readonly ITINERARY_EVENTS: Queue<ProjectionHint>
}
