import { Component, lazy, Suspense, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import { dayColour } from '../itinerary/day-colour.ts'
import type { DayChoice } from '../itinerary/day-tabs.tsx'
import styles from './trip-map.module.css'
import type { TripMapProps } from './trip-map.tsx'

const TripMap = lazy(() => import('./trip-map.tsx'))
const WIDE = '(min-width: 960px)'

function subscribeWide(listener: () => void): () => void {
  const wide = matchMedia(WIDE)
  wide.addEventListener('change', listener)
  return () => wide.removeEventListener('change', listener)
}

/** Fetches the map only when it is seen: at once beside the timeline, on a phone when asked for. */
export function LazyTripMap(props: TripMapProps): ReactNode {
  const { t } = useText()
  const wide = useSyncExternalStore(subscribeWide, () => matchMedia(WIDE).matches)
  const [wanted, setWanted] = useState(false)
  if (!wanted && (wide || props.shown)) setWanted(true)
  const waiting = <p className={styles.plain}>{t('map.loading')}</p>
  return (
    <>
      {wanted && (
        <WithoutMap fallback={<p className={styles.plain}>{t('map.unavailable')}</p>}>
          <Suspense fallback={waiting}>
            <TripMap {...props} />
          </Suspense>
        </WithoutMap>
      )}
      {!wide && <DayFilter {...props} />}
    </>
  )
}

function DayFilter({ view, choice, onChoose }: TripMapProps): ReactNode {
  const { t } = useText()
  const choices: readonly DayChoice[] = ['all', ...view.days.map(({ index }) => index)]
  return (
    <div className={styles.filter} role="group" aria-label={t('map.filter')}>
      {choices.map((one) => (
        <button
          key={one}
          type="button"
          className={styles.chip}
          data-day={one === 'all' ? undefined : dayColour(one)}
          aria-pressed={choice === one}
          onClick={() => onChoose(one)}
        >
          {one === 'all' ? t('map.allDays') : t('itin.day', { number: one + 1 })}
        </button>
      ))}
    </div>
  )
}

type BoundaryProps = { readonly fallback: ReactNode; readonly children: ReactNode }

/** No WebGL, or the map's code did not come: the page goes on without it. */
class WithoutMap extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}
