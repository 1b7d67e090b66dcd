import { lazy, Suspense, useState, type ReactNode } from 'react'
import { nameIn } from '../app/localized.ts'
import { useText } from '../app/text.tsx'
import { Field } from './field.tsx'
import styles from './form.module.css'
import { PlaceSearch } from './place-search.tsx'

type LatLng = { readonly lat: number; readonly lng: number }
type Props = {
  readonly regionId: string
  readonly center: LatLng
  readonly position: LatLng | null
  readonly pointer: string
  readonly onMove: (position: LatLng, nearby: string | null) => void
}

const PickerMap = lazy(() => import('../map/picker-map.tsx'))
const DECIMALS = 5

/** `37.5704, 126.9921` as people paste it from anywhere; null when it is no place on earth. */
export function parseCoordinates(text: string): LatLng | null {
  const match = /^\s*(-?\d+(?:\.\d+)?)\s*[,\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text)
  if (match === null) return null
  const [lat, lng] = [Number(match[1]), Number(match[2])]
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? { lat, lng } : null
}

const written = (position: LatLng | null): string =>
  position === null ? '' : `${position.lat.toFixed(DECIMALS)}, ${position.lng.toFixed(DECIMALS)}`

/** A point three ways: on the map, by a place near it, or by its coordinates. The last two need no pointer. */
export function LocationPicker({ regionId, center, position, pointer, onMove }: Props): ReactNode {
  const { t, language } = useText()
  const [typed, setTyped] = useState<string | null>(null)
  const unreadable = typed !== null && typed.trim() !== '' && parseCoordinates(typed) === null
  const type = (text: string): void => {
    setTyped(text)
    const parsed = parseCoordinates(text)
    if (parsed !== null) onMove(parsed, null)
  }
  return (
    <div className={styles.picker}>
      <div className={styles.pair}>
        <Field label={t('form.lodging.find')} pointer={pointer}>
          {(wiring) => (
            <PlaceSearch
              regionId={regionId}
              wiring={wiring}
              placeholder={t('form.lodging.findPlaceholder')}
              onPick={(place) => {
                setTyped(null)
                onMove(place.position, nameIn(place.names, language))
              }}
            />
          )}
        </Field>
        <Field label={t('form.lodging.coordinates')} hint={unreadable ? t('issue.coordinates') : undefined}>
          {(wiring) => (
            <input
              {...wiring}
              inputMode="text"
              autoComplete="off"
              value={typed ?? written(position)}
              placeholder="37.57040, 126.99210"
              onChange={(event) => type(event.target.value)}
              onBlur={() => !unreadable && setTyped(null)}
            />
          )}
        </Field>
      </div>
      <Suspense fallback={<div className={styles.mapBox} />}>
        <PickerMap
          center={center}
          position={position}
          onMove={(next) => {
            setTyped(null)
            onMove(next, null)
          }}
        />
      </Suspense>
    </div>
  )
}
