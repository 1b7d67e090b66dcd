import { McpServer } from '@modelcontextprotocol/server'
import type { OsmEnv } from './osm-env.ts'
import { registerCityPlaces } from './tools/city-places.ts'
import { registerComputeRoutes } from './tools/compute-routes.ts'
import { registerFindCities } from './tools/find-cities.ts'
import { registerPlaceDetails } from './tools/place-details.ts'
import { registerSearchPlaces } from './tools/search-places.ts'

/** A fresh server for each request: nothing is kept between them. */
export function osmServer(env: OsmEnv): McpServer {
  const server = new McpServer({ name: 'yeojeong-osm', version: '1.0.0' })
  registerSearchPlaces(server, env)
  registerPlaceDetails(server, env)
  registerFindCities(server, env)
  registerCityPlaces(server, env)
  registerComputeRoutes(server, env)
  return server
}
