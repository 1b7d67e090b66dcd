import { McpServer } from '@modelcontextprotocol/server'
import type { GoogleEnv } from './google-api.ts'
import { registerComputeRoutes } from './tools/compute-routes.ts'
import { registerPlaceDetails } from './tools/place-details.ts'
import { registerSearchPlaces } from './tools/search-places.ts'

/** A fresh server for each request: nothing is kept between them. */
export function googleServer(env: GoogleEnv): McpServer {
  const server = new McpServer({ name: 'yeojeong-google', version: '1.0.0' })
  registerSearchPlaces(server, env)
  registerPlaceDetails(server, env)
  registerComputeRoutes(server, env)
  return server
}
