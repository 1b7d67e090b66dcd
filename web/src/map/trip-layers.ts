import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import { cssColour } from './base-style.ts'
import type { LegLine, Pin } from './trip-geometry.ts'

export type Drawing = { readonly legs: readonly LegLine[]; readonly pins: readonly Pin[]; readonly legLabel: (minutes: number) => string; readonly nameOf: (pin: Pin) => string }

const LEGS = 'trip-legs'
const LEG_LABELS = 'trip-leg-labels'
const NAMES = 'trip-names'
const FONT = ['Noto Sans Regular']
const LEG_LABELS_FROM_ZOOM = 11.5

type Collection = GeoJSON.FeatureCollection

const collection = (features: readonly GeoJSON.Feature[]): Collection => ({ type: 'FeatureCollection', features: [...features] })

function legFeatures(drawing: Drawing): Collection {
  return collection(drawing.legs.map((leg) => ({
    type: 'Feature', properties: { colour: cssColour(`--day-${leg.colour}`), walked: leg.mode === 'walk' },
    geometry: { type: 'LineString', coordinates: leg.points.map((point) => [...point]) },
  })))
}

function labelFeatures(drawing: Drawing): Collection {
  return collection(drawing.legs.map((leg) => ({
    type: 'Feature', properties: { text: drawing.legLabel(leg.durationMin), colour: cssColour(`--day-${leg.colour}`) },
    geometry: { type: 'Point', coordinates: [...leg.middle] },
  })))
}

function nameFeatures(drawing: Drawing): Collection {
  return collection(drawing.pins.map((pin) => ({
    type: 'Feature', properties: { text: drawing.nameOf(pin), rank: pin.number ?? 99 },
    geometry: { type: 'Point', coordinates: [pin.stop.position.lng, pin.stop.position.lat] },
  })))
}

function addLayers(map: MapLibre): void {
  const [ground, ink] = [cssColour('--surface'), cssColour('--ink')]
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const
  map.addLayer({ id: 'trip-casing', type: 'line', source: LEGS, layout: round, paint: { 'line-color': ground, 'line-width': 7, 'line-opacity': 0.9 } })
  map.addLayer({ id: 'trip-rides', type: 'line', source: LEGS, filter: ['!', ['get', 'walked']], layout: round, paint: { 'line-color': ['get', 'colour'], 'line-width': 3.5 } })
  map.addLayer({ id: 'trip-walks', type: 'line', source: LEGS, filter: ['get', 'walked'], layout: round, paint: { 'line-color': ['get', 'colour'], 'line-width': 3.5, 'line-dasharray': [0.1, 1.9] } })
  const halo = { 'text-halo-color': ground, 'text-halo-width': 2.2 }
  map.addLayer({
    id: 'trip-leg-labels', type: 'symbol', source: LEG_LABELS, minzoom: LEG_LABELS_FROM_ZOOM,
    layout: { 'text-field': ['get', 'text'], 'text-font': FONT, 'text-size': 12, 'text-padding': 4 }, paint: { 'text-color': ['get', 'colour'], ...halo },
  })
  map.addLayer({
    id: 'trip-names', type: 'symbol', source: NAMES,
    layout: {
      'text-field': ['get', 'text'], 'text-font': FONT, 'text-size': 13, 'text-max-width': 9, 'symbol-sort-key': ['get', 'rank'],
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'], 'text-radial-offset': 1.35, 'text-justify': 'auto',
    },
    paint: { 'text-color': ink, ...halo },
  })
}

/** Puts the trip's lines and names on whatever ground there is now. */
export function drawTrip(map: MapLibre, drawing: Drawing): void {
  const data: readonly (readonly [string, Collection])[] = [[LEGS, legFeatures(drawing)], [LEG_LABELS, labelFeatures(drawing)], [NAMES, nameFeatures(drawing)]]
  if (map.getSource(LEGS) !== undefined) {
    for (const [id, features] of data) (map.getSource(id) as GeoJSONSource | undefined)?.setData(features)
    return
  }
  for (const [id, features] of data) map.addSource(id, { type: 'geojson', data: features, tolerance: 0 })
  addLayers(map)
}
