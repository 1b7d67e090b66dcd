import { ItineraryRoom as Room } from '@yeojeong/durable-objects/itinerary-room'
import type { Bindings } from './bindings.ts'

export class ItineraryRoom extends Room<Bindings> {}
