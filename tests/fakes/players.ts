import type { Adapter } from '../../workers/location/src/providers/adapter.ts'
import { atlas } from '../../workers/location/src/providers/adapters/atlas.ts'
import { googleCommunity } from '../../workers/location/src/providers/adapters/google-community.ts'
import { google } from '../../workers/location/src/providers/adapters/google.ts'
import { kakao } from '../../workers/location/src/providers/adapters/kakao.ts'
import { mapbox } from '../../workers/location/src/providers/adapters/mapbox.ts'
import { mapstools } from '../../workers/location/src/providers/adapters/mapstools.ts'
import { osm } from '../../workers/location/src/providers/adapters/osm.ts'
import { playmcp } from '../../workers/location/src/providers/adapters/playmcp.ts'
import type { ToolReply } from './mcp-server.ts'
import type { Spot } from './spots.ts'

/** A provider as the outside world plays it: its adapter as configured, and how its server would answer a search. */
export type Player = {
  readonly adapter: Adapter
  readonly reply: (spots: readonly Spot[], tool: string, args: Record<string, unknown>) => ToolReply
}

const structured = (value: unknown): ToolReply => ({ structuredContent: value, content: [{ type: 'text', text: JSON.stringify(value) }] })
const text = (value: string): ToolReply => ({ content: [{ type: 'text', text: value }] })

const own = (adapter: Adapter): Player => ({
  adapter,
  reply: (spots) =>
    structured({
      places: spots.map(({ id, name, lat, lng }) => ({ id, names: { ko: name }, position: { lat, lng }, category: 'palace' })),
    }),
})

/** One for every adapter, so for every parser. */
export const PLAYERS: readonly Player[] = [
  own(kakao),
  own(google),
  own(osm),
  {
    adapter: atlas,
    reply: (spots) =>
      structured({
        places: spots.map(({ id, name, lat, lng }) => ({
          id: `plc_seoul_${id}`,
          regionId: 'seoul',
          names: { ko: name },
          position: { lat, lng },
          extent: 'point',
          category: 'palace',
          prominence: 3,
          hours: { kind: 'unknown' },
          stay: { min: 30, ideal: 60, max: 90 },
          price: 'unknown',
          stepFree: 'unknown',
          stroller: 'unknown',
          indoor: 'outdoor',
          effort: 1,
          insideWalkM: 500,
          sources: { '*': { source: 'test', asOf: '2026-11-01' } },
        })),
      }),
  },
  {
    adapter: mapbox(),
    reply: (spots) =>
      structured({
        type: 'FeatureCollection',
        features: spots.map(({ id, name, lat, lng }) => ({
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [lng, lat] },
          properties: {
            mapbox_id: `box${id}`,
            name,
            name_preferred: name,
            poi_category_ids: ['tourist_attraction', 'palace'],
            coordinates: { longitude: lng, latitude: lat },
            metadata: {},
          },
        })),
      }),
  },
  {
    adapter: mapstools(),
    reply: (spots) =>
      structured({
        summary: 'Two places worth a look [0][1].',
        places: spots.map(({ id, name, lat, lng }) => ({
          place: `places/${id}`,
          id,
          location: { latitude: lat, longitude: lng },
          attribution: { title: name, url: `https://maps.example/${id}` },
        })),
      }),
  },
  {
    adapter: playmcp(),
    reply(spots, tool, args) {
      if (tool === 'KakaoMap-GetWalkDirections') {
        const at = (name: unknown): string => {
          const spot = spots.find((one) => one.name === name)
          return spot === undefined ? '37.566,126.977' : `${String(spot.lat)},${String(spot.lng)}`
        }
        return text(
          `총 거리: 1.2km\n소요시간: 18분\n[지도](https://map.example/link?sp=${at(args['origin'])}&ep=${at(args['destination'])}&by=FOOT)`,
        )
      }
      if (spots.length === 0) return text('해당 검색어의 장소를 찾을 수 없습니다. 다른 검색어로 시도해 주세요.')
      return text(
        spots
          .map(
            ({ id, name }, index) =>
              `${index + 1}. ${name}\n   - 주소: 서울 가상구 시험로 ${index + 1}\n   - 카테고리: 여행 > 관광,명소 > 고궁,궁\n   - [자세히 보기](http://place.map.kakao.com/${id})`,
          )
          .join('\n\n'),
      )
    },
  },
  {
    adapter: googleCommunity('http://set.by.test/mcp'),
    reply: (spots) =>
      text(
        JSON.stringify({
          places: spots.map(({ id, name, lat, lng }) => ({
            place_id: `ChIJ${id}`,
            name,
            location: { lat, lng },
            types: ['tourist_attraction', 'palace'],
            rating: 0,
          })),
        }),
      ),
  },
]
