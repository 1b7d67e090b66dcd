import { Marker } from 'maplibre-gl'
import { useEffect, useRef, type ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import styles from './picker-map.module.css'
import { motionMs, openStage, type Stage } from './stage.ts'

type LatLng = { readonly lat: number; readonly lng: number }
type Props = { readonly center: LatLng; readonly position: LatLng | null; readonly onMove: (position: LatLng) => void }

const ZOOM = 11
const CLOSE_ZOOM = 14
const FAR_PX = 40

function markElement(): HTMLElement {
  const element = document.createElement('div')
  element.className = styles['mark'] ?? ''
  return element
}

/** Puts one mark by a click; it can be dragged. What it does is also done by the fields beside it. */
export default function PickerMap({ center, position, onMove }: Props): ReactNode {
  const { t } = useText()
  const holder = useRef<HTMLDivElement>(null)
  const stage = useRef<Stage | null>(null)
  const marker = useRef<Marker | null>(null)
  const latest = useRef(onMove)
  latest.current = onMove
  const start = position ?? center
  const startAt = useRef(start)

  useEffect(() => {
    if (holder.current === null) return undefined
    const opened = openStage({
      container: holder.current,
      center: startAt.current,
      zoom: ZOOM,
      t,
      draw: () => undefined,
      onGround: () => undefined,
    })
    opened.map.on('click', ({ lngLat }) => latest.current({ lat: lngLat.lat, lng: lngLat.lng }))
    stage.current = opened
    return () => {
      stage.current = null
      marker.current = null
      opened.remove()
    }
  }, [t])

  useEffect(() => {
    const map = stage.current?.map
    if (map === undefined || position === null) return
    if (marker.current === null) {
      const placed = new Marker({ element: markElement(), draggable: true, anchor: 'bottom' }).setLngLat(position).addTo(map)
      placed.on('dragend', () => latest.current({ lat: placed.getLngLat().lat, lng: placed.getLngLat().lng }))
      marker.current = placed
    } else marker.current.setLngLat(position)
    const { x, y } = map.project(position)
    const { clientWidth, clientHeight } = map.getContainer()
    const inside = x > FAR_PX && y > FAR_PX && x < clientWidth - FAR_PX && y < clientHeight - FAR_PX
    if (!inside || map.getZoom() < ZOOM) map.easeTo({ center: position, zoom: Math.max(map.getZoom(), CLOSE_ZOOM), duration: motionMs() })
  }, [position])

  useEffect(() => {
    if (position === null) stage.current?.map.jumpTo({ center, zoom: ZOOM })
  }, [center, position])

  return (
    <div className={styles.box} role="region" aria-label={t('form.lodging.mapLabel')}>
      <div ref={holder} className={styles.holder} />
      {position === null && <p className={styles.hint}>{t('form.lodging.mapHint')}</p>}
    </div>
  )
}
