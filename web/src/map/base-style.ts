import type { StyleSpecification } from 'maplibre-gl'

type LatLng = { readonly lat: number; readonly lng: number }
export type Scheme = 'light' | 'dark'

const STYLES: { readonly [S in Scheme]: string } = {
  light: 'https://tiles.openfreemap.org/styles/positron',
  dark: 'https://tiles.openfreemap.org/styles/dark',
}
/** A reader waits for pins, not for roads: after this the plain ground stays. */
const STYLE_TIMEOUT_MS = 6_000
const GRID_STEP_DEG = 0.01
const GRID_REACH = 40

export function cssColour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

function gridLines(center: LatLng): GeoJSON.Feature<GeoJSON.MultiLineString> {
  const lat = Math.round(center.lat / GRID_STEP_DEG) * GRID_STEP_DEG
  const lng = Math.round(center.lng / GRID_STEP_DEG) * GRID_STEP_DEG
  const reach = GRID_REACH * GRID_STEP_DEG
  const steps = Array.from({ length: GRID_REACH * 2 + 1 }, (_, i) => (i - GRID_REACH) * GRID_STEP_DEG)
  const coordinates = steps.flatMap((step) => [
    [
      [lng - reach, lat + step],
      [lng + reach, lat + step],
    ],
    [
      [lng + step, lat - reach],
      [lng + step, lat + reach],
    ],
  ])
  return { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates } }
}

/** The ground without any network: land and a grid of about a kilometre, so that distances can still be read. */
export function groundStyle(center: LatLng): StyleSpecification {
  return {
    version: 8,
    sources: { grid: { type: 'geojson', data: gridLines(center) } },
    layers: [
      { id: 'land', type: 'background', paint: { 'background-color': cssColour('--map-land') } },
      { id: 'grid', type: 'line', source: 'grid', paint: { 'line-color': cssColour('--map-grid'), 'line-width': 1 } },
    ],
  }
}

/** Labels in the reader's language where the map has them, else as written there. */
function localised(style: StyleSpecification, language: string): StyleSpecification {
  const layers = style.layers.map((layer) => {
    if (layer.type !== 'symbol' || !JSON.stringify(layer.layout?.['text-field'] ?? '').includes('name')) return layer
    const text = ['coalesce', ['get', language === 'zh' ? 'name:zh-Hans' : `name:${language}`], ['get', 'name']]
    return { ...layer, layout: { ...layer.layout, 'text-field': text as unknown as string } }
  })
  return { ...style, layers }
}

/** OpenFreeMap's vector style; null when it cannot be had in time. */
export async function onlineStyle(scheme: Scheme, language: string, signal: AbortSignal): Promise<StyleSpecification | null> {
  if (!navigator.onLine) return null
  try {
    const response = await fetch(STYLES[scheme], { signal: AbortSignal.any([signal, AbortSignal.timeout(STYLE_TIMEOUT_MS)]) })
    return response.ok ? localised((await response.json()) as StyleSpecification, language) : null
  } catch {
    return null
  }
}

export function schemeNow(): Scheme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
