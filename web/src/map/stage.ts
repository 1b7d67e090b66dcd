import 'maplibre-gl/dist/maplibre-gl.css'
import { Map as MapLibre, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import type { Translate } from '@yeojeong/i18n/lazy'
import { groundStyle, onlineStyle, schemeNow } from './base-style.ts'

// As a file of its own, so that a content security policy needs no blob: workers.
setWorkerUrl(workerUrl)

type LatLng = { readonly lat: number; readonly lng: number }
export type StageOptions = {
  readonly container: HTMLElement
  readonly center: LatLng
  readonly zoom: number
  readonly t: Translate
  /** Called on every new ground (first, online, change of scheme): sources and layers must be added again. */
  readonly draw: (map: MapLibre) => void
  /** Whether the real map is under the pins, once that is known. */
  readonly onGround: (online: boolean) => void
}
export type Stage = { readonly map: MapLibre; readonly remove: () => void }

/** A map that shows at once on a plain ground and takes OpenFreeMap's when it arrives. Throws without WebGL. */
export function openStage({ container, center, zoom, t, draw, onGround }: StageOptions): Stage {
  const closing = new AbortController()
  const map = new MapLibre({
    container,
    center,
    zoom,
    style: groundStyle(center),
    attributionControl: { compact: true },
    dragRotate: false,
    pitchWithRotate: false,
    localIdeographFontFamily: getComputedStyle(document.body).fontFamily,
    locale: { 'NavigationControl.ZoomIn': t('map.zoomIn'), 'NavigationControl.ZoomOut': t('map.zoomOut'), 'Map.Title': t('itin.map') },
  })
  map.touchZoomRotate.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'bottom-right')
  map.addControl(new ScaleControl(), 'bottom-left')
  // Tiles that do not come leave a hole in the ground, nothing else; pins and lines are ours.
  map.on('error', () => undefined)
  map.on('style.load', () => draw(map))

  const dress = async (): Promise<void> => {
    const style = await onlineStyle(schemeNow(), t.language, closing.signal)
    if (closing.signal.aborted) return
    onGround(style !== null)
    map.setStyle(style ?? groundStyle(center), { diff: false })
  }
  void dress()
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  scheme.addEventListener('change', dress)
  const resized = new ResizeObserver(() => map.resize())
  resized.observe(container)
  return {
    map,
    remove: () => {
      closing.abort()
      scheme.removeEventListener('change', dress)
      resized.disconnect()
      map.remove()
    },
  }
}

export const motionMs = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 500)
