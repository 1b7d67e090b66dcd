import * as z from 'zod'
import { ItineraryId } from './ids.ts'

/**
 * A hint that an itinerary has a newer version; the projector reads the newest state itself, so order and copies do not
 * matter. `owed`: its lease has run out, so the view is written whatever version it has (what stands beside it may be old).
 */
export const ProjectionHint = z.object({
  type: z.literal('ItineraryChanged'),
  itineraryId: ItineraryId,
  version: z.number().int(),
  owed: z.literal(true).exactOptional(),
})
export type ProjectionHint = z.infer<typeof ProjectionHint>
