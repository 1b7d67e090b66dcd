import { McpServer } from '@modelcontextprotocol/server'
import { registerListRegions } from './tools/list-regions.ts'
import { registerPlaceDetails } from './tools/place-details.ts'
import { registerPublicHolidays } from './tools/public-holidays.ts'
import { registerSearchPlaces } from './tools/search-places.ts'

/** A fresh server for each request: nothing is kept between them. */
export function atlasServer(): McpServer {
  const server = new McpServer({ name: 'yeojeong-atlas', version: '1.0.0' })
  registerListRegions(server)
  registerSearchPlaces(server)
  registerPlaceDetails(server)
  registerPublicHolidays(server)
  return server
}
