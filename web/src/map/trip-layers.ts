import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import { cssColour } from './base-style.ts'
import type { LegLine, Pin } from './trip-geometry.ts'

type LngLat = { readonly lng: number; readonly lat: number }
export type Drawing = {
  readonly legs: readonly LegLine[]
  readonly pins: readonly Pin[]
  readonly legLabel: (minutes: number) => string
  readonly nameOf: (pin: Pin) => string
}

const LEGS = 'trip-legs'
const LEG_LABELS = 'trip-leg-labels'
const NAMES = 'trip-names'
const PIN_ROOM = 'trip-pin-room'
const PIN_ROOM_PX = 30
const FONT = ['Noto Sans Regular']
const LEG_LABELS_FROM_ZOOM = 11.5

type Collection = GeoJSON.FeatureCollection

const collection = (features: readonly GeoJSON.Feature[]): Collection => ({ type: 'FeatureCollection', features: [...features] })

function legFeatures(drawing: Drawing): Collection {
  return collection(
    drawing.legs.map((leg) => ({
      type: 'Feature',
      properties: { colour: cssColour(`--day-${leg.colour}`), walked: leg.mode === 'walk' },
      geometry: { type: 'LineString', coordinates: leg.points.map((point) => [...point]) },
    })),
  )
}

function labelFeatures(drawing: Drawing): Collection {
  return collection(
    drawing.legs.map((leg) => ({
      type: 'Feature',
      properties: { text: drawing.legLabel(leg.durationMin), colour: cssColour(`--day-${leg.colour}`) },
      geometry: { type: 'Point', coordinates: [...leg.middle] },
    })),
  )
}

function nameFeatures(drawing: Drawing, places: readonly LngLat[]): Collection {
  return collection(
    drawing.pins.map((pin, index) => ({
      type: 'Feature',
      properties: { text: drawing.nameOf(pin), rank: pin.number ?? 99 },
      geometry: { type: 'Point', coordinates: [places[index]?.lng ?? pin.stop.position.lng, places[index]?.lat ?? pin.stop.position.lat] },
    })),
  )
}

function addLayers(map: MapLibre): void {
  const [ground, ink] = [cssColour('--surface'), cssColour('--ink')]
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const
  map.addLayer({
    id: 'trip-casing',
    type: 'line',
    source: LEGS,
    layout: round,
    paint: { 'line-color': ground, 'line-width': 7, 'line-opacity': 0.9 },
  })
  map.addLayer({
    id: 'trip-rides',
    type: 'line',
    source: LEGS,
    filter: ['!', ['get', 'walked']],
    layout: round,
    paint: { 'line-color': ['get', 'colour'], 'line-width': 3.5 },
  })
  map.addLayer({
    id: 'trip-walks',
    type: 'line',
    source: LEGS,
    filter: ['get', 'walked'],
    layout: round,
    paint: { 'line-color': ['get', 'colour'], 'line-width': 3.5, 'line-dasharray': [0.1, 1.9] },
  })
  const halo = { 'text-halo-color': ground, 'text-halo-width': 2.2 }
  map.addLayer({
    id: 'trip-leg-labels',
    type: 'symbol',
    source: LEG_LABELS,
    minzoom: LEG_LABELS_FROM_ZOOM,
    layout: { 'text-field': ['get', 'text'], 'text-font': FONT, 'text-size': 12, 'text-padding': 4 },
    paint: { 'text-color': ['get', 'colour'], ...halo },
  })
  map.addLayer({
    id: 'trip-names',
    type: 'symbol',
    source: NAMES,
    layout: {
      'text-field': ['get', 'text'],
      'text-font': FONT,
      'text-size': 13,
      'text-max-width': 9,
      'symbol-sort-key': ['get', 'rank'],
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 1.45,
      'text-justify': 'auto',
    },
    paint: { 'text-color': ink, ...halo },
  })
  addPinRoom(map)
}

/** Pins are elements above the map; an empty image as large as each keeps the map's own words from going under them. */
function addPinRoom(map: MapLibre): void {
  const size = PIN_ROOM_PX
  if (!map.hasImage(PIN_ROOM)) map.addImage(PIN_ROOM, { width: size, height: size, data: new Uint8Array(size * size * 4) })
  map.addLayer({
    id: PIN_ROOM,
    type: 'symbol',
    source: NAMES,
    layout: { 'icon-image': PIN_ROOM, 'icon-allow-overlap': true, 'icon-padding': 0 },
  })
}

/** Names follow their pins when those part from one another. */
export function moveNames(map: MapLibre, drawing: Drawing, places: readonly LngLat[]): void {
  ;(map.getSource(NAMES) as GeoJSONSource | undefined)?.setData(nameFeatures(drawing, places))
}

/** Whether this ground already carries the trip. */
export function isDrawn(map: MapLibre): boolean {
  return map.getSource(LEGS) !== undefined
}

/** Puts the trip's lines and names on whatever ground there is now. */
export function drawTrip(map: MapLibre, drawing: Drawing): void {
  const data: readonly (readonly [string, Collection])[] = [
    [LEGS, legFeatures(drawing)],
    [LEG_LABELS, labelFeatures(drawing)],
    [NAMES, nameFeatures(drawing, [])],
  ]
  if (isDrawn(map)) {
    for (const [id, features] of data) (map.getSource(id) as GeoJSONSource | undefined)?.setData(features)
    return
  }
  for (const [id, features] of data) map.addSource(id, { type: 'geojson', data: features, tolerance: 0 })
  addLayers(map)
}
