import type { ItineraryView } from '@yeojeong/contracts'
import type { Marker } from 'maplibre-gl'
import { duration } from '@yeojeong/i18n/lazy'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { nameIn } from '../app/localized.ts'
import { useText } from '../app/text.tsx'
import type { DayChoice } from '../itinerary/day-tabs.tsx'
import { markPin, placePin, spreadPins } from './pins.ts'
import { motionMs, openStage, type Stage } from './stage.ts'
import { boundsOf, legsOf, pinsOfDays, type Pin } from './trip-geometry.ts'
import { drawTrip, isDrawn, moveNames, type Drawing } from './trip-layers.ts'
import styles from './trip-map.module.css'

const ZOOM = 12
const CLOSEST_FIT = 15.5
/** The details lie over this much of the map's right side, where there is room beside them. */
const DETAILS_PX = 420
const WIDE_ENOUGH_PX = 560
const EDGE_PX = 40
/** To the right there is room for a pin's name. */
const PADDING = { top: 96, bottom: 96, left: 56, right: 136 }

/** Moves only when the pin is hidden or outside: a map that jumps at every click is hard to keep in one's head. */
function bringIntoView({ map }: Stage, position: Pin['stop']['position']): void {
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  const covered = width > WIDE_ENOUGH_PX ? DETAILS_PX : 0
  const { x, y } = map.project(position)
  if (x > EDGE_PX && x < width - covered - EDGE_PX && y > EDGE_PX && y < height - EDGE_PX) return
  map.easeTo({ center: position, offset: [-covered / 2, 0], duration: motionMs() })
}

export type TripMapProps = {
  readonly view: ItineraryView
  readonly choice: DayChoice
  readonly selected: string | null
  readonly pointed: string | null
  /** On a phone the map is a second face of the page; turning to it fits the view again. */
  readonly shown: boolean
  readonly onSelect: (stopId: string) => void
  readonly onChoose: (choice: DayChoice) => void
}

/** The plan on a map. Everything it says is also in the timeline, which is the page's first reading. */
export default function TripMap({ view, choice, selected, pointed, shown, onSelect }: TripMapProps): ReactNode {
  const { t, language } = useText()
  const holder = useRef<HTMLDivElement>(null)
  const stage = useRef<Stage | null>(null)
  const markers = useRef<readonly { readonly marker: Marker; readonly pin: Pin }[]>([])
  const [online, setOnline] = useState<boolean | null>(null)
  const days = useMemo(() => (choice === 'all' ? view.days : view.days.filter(({ index }) => index === choice)), [view, choice])
  const drawing = useMemo<Drawing>(() => {
    const pins = pinsOfDays(days)
    const legs = days.flatMap(legsOf)
    return { pins, legs, legLabel: (minutes) => duration(t, minutes), nameOf: (pin) => nameIn(pin.stop.names, language) }
  }, [days, t, language])
  const latest = useRef({ drawing, onSelect })
  latest.current = { drawing, onSelect }

  useEffect(() => {
    if (holder.current === null) return undefined
    const opened = openStage({
      container: holder.current,
      center: view.destination.center,
      zoom: ZOOM,
      t,
      draw: (map) => drawTrip(map, latest.current.drawing),
      onGround: setOnline,
    })
    stage.current = opened
    return () => {
      stage.current = null
      opened.remove()
    }
  }, [t, view.destination.center])

  useEffect(() => {
    const map = stage.current?.map
    if (map === undefined) return undefined
    // Before its first style the map has nowhere to draw; `style.load` does it then.
    if (isDrawn(map)) drawTrip(map, drawing)
    const placed = drawing.pins.map((pin) => {
      const named = { day: pin.day + 1, name: drawing.nameOf(pin) }
      const label = pin.number === null ? named.name : t('map.pin', { ...named, number: pin.number })
      const open = pin.number === null ? null : () => latest.current.onSelect(pin.stop.id)
      return { pin, marker: placePin(map, pin, { label, onSelect: open }) }
    })
    markers.current = placed
    const spreadNow = (): void =>
      void spreadPins(
        map,
        placed.map(({ marker }) => marker),
      )
    const settle = (): void =>
      moveNames(
        map,
        drawing,
        spreadPins(
          map,
          placed.map(({ marker }) => marker),
        ),
      )
    settle()
    map.on('zoom', spreadNow)
    map.on('zoomend', settle)
    map.on('style.load', settle)
    return () => {
      map.off('zoom', spreadNow)
      map.off('zoomend', settle)
      map.off('style.load', settle)
      placed.forEach(({ marker }) => marker.remove())
    }
  }, [drawing, t])

  useEffect(() => {
    const [from, to] = boundsOf(view, days)
    stage.current?.map.fitBounds([[...from], [...to]], { padding: PADDING, maxZoom: CLOSEST_FIT, duration: motionMs() })
  }, [view, days, shown])

  useEffect(() => {
    for (const { marker, pin } of markers.current) markPin(marker, pin.stop.id === selected, pin.stop.id === pointed)
    const chosen = drawing.pins.find((pin) => pin.stop.id === selected)
    if (chosen !== undefined && stage.current !== null) bringIntoView(stage.current, chosen.stop.position)
  }, [drawing, selected, pointed])

  return (
    <div className={styles.stage} role="region" aria-label={t('map.label', { place: nameIn(view.destination.names, language) })}>
      <div ref={holder} className={styles.holder} />
      <p className={styles.hint}>{t(online === false ? 'map.offline' : 'map.lines')}</p>
    </div>
  )
}
