import * as z from 'zod'
import { ItineraryId } from './ids.ts'

/** A hint that an itinerary has a newer version; the projector reads the newest state itself, so order and copies do not matter. */
export const ProjectionHint = z.object({ type: z.literal('ItineraryChanged'), itineraryId: ItineraryId, version: z.number().int() })
export type ProjectionHint = z.infer<typeof ProjectionHint>
