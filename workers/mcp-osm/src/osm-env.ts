/** What this Worker works with: addresses from wrangler, and the limits the public servers set on one application. */
export type OsmEnv = {
  readonly OSM_CONTACT: string
  readonly NOMINATIM_URL: string
  readonly OVERPASS_URL: string
  /** Empty: no routes. */
  readonly OSRM_URL: string
  readonly NOMINATIM_LIMIT: { limit(options: { key: string }): Promise<{ success: boolean }> }
  readonly OVERPASS_LIMIT: { limit(options: { key: string }): Promise<{ success: boolean }> }
}
