import { Marker, type LngLat, type Map as MapLibre } from 'maplibre-gl'
import styles from './pins.module.css'
import { spread } from './spread.ts'
import type { Pin } from './trip-geometry.ts'

const HOUSE = 'M4 11.5 12 5l8 6.5V19h-5v-5H9v5H4z'
const FLAG = 'M6 21V4h11l-2.5 4L17 12H6'

/** A pin's own width and its rim. */
const APART_PX = 34

type PinOptions = { readonly label: string; readonly onSelect: (() => void) | null }

function pinElement(pin: Pin, { label, onSelect }: PinOptions): HTMLElement {
  const element = document.createElement(onSelect === null ? 'span' : 'button')
  element.className = styles['pin'] ?? ''
  element.dataset['day'] = pin.colour
  element.dataset['stop'] = pin.stop.id
  if (pin.number === null) {
    element.dataset['plain'] = ''
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    svg.setAttribute('viewBox', '0 0 24 24')
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    path.setAttribute('d', pin.stop.kind === 'arrival' || pin.stop.kind === 'departure' ? FLAG : HOUSE)
    svg.append(path)
    element.append(svg)
  } else element.textContent = String(pin.number)
  if (onSelect === null) element.setAttribute('role', 'img')
  else
    element.addEventListener('click', (event) => {
      event.stopPropagation()
      onSelect()
    })
  element.setAttribute('aria-label', label)
  return element
}

/** Pins are elements, not pixels: they can be reached by keyboard and read aloud. */
export function placePin(map: MapLibre, pin: Pin, options: PinOptions): Marker {
  const element = pinElement(pin, options)
  const marker = new Marker({ element, anchor: 'center' }).setLngLat([pin.stop.position.lng, pin.stop.position.lat]).addTo(map)
  // MapLibre names every marker "Map marker" when it is added.
  element.setAttribute('aria-label', options.label)
  return marker
}

/**
 * Keeps pins of neighbouring places from hiding one another; they part more the further one zooms out. Answers where
 * each is now.
 */
export function spreadPins(map: MapLibre, markers: readonly Marker[]): readonly LngLat[] {
  const places = markers.map((marker) => map.project(marker.getLngLat()))
  const moves = spread(places, APART_PX)
  return markers.map((marker, index) => {
    const { x, y } = moves[index] ?? { x: 0, y: 0 }
    marker.setOffset([x, y])
    const at = places[index] ?? { x: 0, y: 0 }
    return map.unproject([at.x + x, at.y + y])
  })
}

export function markPin(marker: Marker, selected: boolean, pointed: boolean): void {
  const element = marker.getElement()
  element.toggleAttribute('data-selected', selected)
  element.toggleAttribute('data-pointed', pointed)
  element.style.zIndex = selected || pointed ? '3' : '1'
}
