import { err, ok } from '@yeojeong/domain'
import * as z from 'zod'
import type { Adapter } from '../adapter.ts'
import { jsonOf, unreadable } from '../parse/answers.ts'
import { detailsByIds } from '../parse/by-ids.ts'
import { geojsonPlaces, mapboxWord } from '../parse/geojson.ts'
import { noRoutes } from '../parse/own.ts'

const PROFILES = { walk: 'mapbox/walking', car: 'mapbox/driving', taxi: 'mapbox/driving', transit: null } as const
const Matrix = z.object({ durations: z.array(z.array(z.number().nullable())), distances: z.array(z.array(z.number().nullable())) })

/** Mapbox's hosted server (or one's own at another address), by configuration alone. */
export const mapbox = (url = 'https://mcp.mapbox.com/mcp'): Adapter => ({
  id: 'mapbox',
  endpoint: { kind: 'url', url },
  auth: { kind: 'header', header: 'authorization', secret: 'MAPBOX_ACCESS_TOKEN', prefix: 'Bearer ' },
  regions: 'world',
  rank: { default: 30 },
  turn: 3,
  coordinates: 'wgs84',
  timeoutMs: 2_000,
  maxConcurrent: 6,
  // Temporary geocoding: results are for showing, not for storing.
  cache: 'none',
  budget: { perHour: 600, perDay: 3_000, perMonth: 50_000 },
  attribution: '© Mapbox',
  tools: {
    search: {
      tool: 'search_and_geocode_tool',
      args(query) {
        const q = query.query || mapboxWord(query.categories?.[0])
        if (!q) return null
        return {
          q: q.slice(0, 256),
          language: query.language,
          types: ['poi'],
          ...(query.near === undefined ? {} : { proximity: { longitude: query.near.lng, latitude: query.near.lat } }),
        }
      },
      parse: geojsonPlaces,
      empty: () => [],
      priceUsd: 0.0115,
    },
    details: detailsByIds({
      providerId: 'mapbox',
      tool: 'place_details_tool',
      perCall: 1,
      most: 20,
      priceUsd: 0.0115,
      args: ([id]) => ({ mapbox_id: id, attribute_sets: ['visit', 'venue'] }),
      parse: (result, _ids, by) => geojsonPlaces(result, null, by),
    }),
    routes: {
      tool: 'matrix_tool',
      args({ origins, destinations, mode }) {
        const profile = PROFILES[mode]
        if (profile === null || origins.length + destinations.length > 25) return null
        const indices = (from: number, count: number): string => Array.from({ length: count }, (_, index) => from + index).join(';')
        return {
          coordinates: [...origins, ...destinations].map(({ lat, lng }) => ({ longitude: lng, latitude: lat })),
          profile,
          annotations: 'duration,distance',
          sources: indices(0, origins.length),
          destinations: indices(origins.length, destinations.length),
        }
      },
      parse(result, { origins, destinations }) {
        const parsed = Matrix.safeParse(jsonOf(result))
        if (!parsed.success) return unreadable('no matrix in the answer')
        const { durations, distances } = parsed.data
        if (durations.length !== origins.length || durations.some((row) => row.length !== destinations.length))
          return err({ outcome: { kind: 'failure', reason: 'unreadable' }, detail: 'a matrix of another size than asked for' })
        return ok(
          durations.map((row, i) =>
            row.map((seconds, j) => {
              const metres = distances[i]?.[j] ?? null
              return seconds === null || metres === null ? null : { durationMin: Math.ceil(seconds / 60), distanceM: Math.round(metres) }
            }),
          ),
        )
      },
      empty: noRoutes,
      priceUsd: 0.002,
      units: ({ origins, destinations }) => origins.length * destinations.length,
    },
  },
})
