import { HolidayCalendar, Place, Region } from '@yeojeong/contracts'
import { ok } from '@yeojeong/domain'
import * as z from 'zod'
import { callTool, type McpEndpoint } from './mcp-client.ts'
import type { PlaceProvider } from './provider.ts'

const Places = z.object({ places: z.array(Place) })
const Regions = z.object({ regions: z.array(Region) })
const Holidays = z.object({ calendar: HolidayCalendar.nullable() })

/** A provider that speaks our own tools: `list_regions`, `search_places`, `place_details`, `public_holidays`. */
export function mcpProvider(endpoint: McpEndpoint, attribution: string): PlaceProvider {
  return {
    id: endpoint.providerId,
    attribution,
    async regions(deadlineAt) {
      const answer = await callTool(endpoint, 'list_regions', {}, Regions, deadlineAt)
      return answer.ok ? ok(answer.value.regions) : answer
    },
    async search(query, deadlineAt) {
      const answer = await callTool(endpoint, 'search_places', query, Places, deadlineAt)
      return answer.ok ? ok(answer.value.places) : answer
    },
    async details(placeIds, deadlineAt) {
      const answer = await callTool(endpoint, 'place_details', { placeIds }, Places, deadlineAt)
      return answer.ok ? ok(answer.value.places) : answer
    },
    async holidays(countryCode, deadlineAt) {
      const answer = await callTool(endpoint, 'public_holidays', { countryCode }, Holidays, deadlineAt)
      return answer.ok ? ok(answer.value.calendar) : answer
    },
  }
}
