import { type CSSProperties, type ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import styles from './day-line.module.css'

/** Where the stops of the drawing sit, in percent of its box; the curve passes through them. */
const STOPS = [
  { x: 4, y: 62, clock: '09:30', icon: 'lodging', key: 'kind.lodging', colour: '1' },
  { x: 24, y: 30, clock: '10:10', icon: 'sight', key: 'category.palace', colour: '2' },
  { x: 45, y: 58, clock: '12:20', icon: 'meal', key: 'meal.lunch', colour: '3' },
  { x: 64, y: 36, clock: '14:30', icon: 'rest', key: 'kind.rest', colour: '4' },
  { x: 83, y: 60, clock: '16:00', icon: 'shop', key: 'category.market', colour: '5' },
] as const
const CURVE = 'M4 62 C10 62 16 30 24 30 S37 58 45 58 S56 36 64 36 S75 60 83 60 S94 44 100 40'

/** A day as the product draws one: decoration, so nothing here is read aloud. */
export function DayLine(): ReactNode {
  const { t } = useText()
  return (
    <div className={styles.line} aria-hidden="true">
      <svg viewBox="0 0 100 100" preserveAspectRatio="none">
        <path d={CURVE} vectorEffect="non-scaling-stroke" />
      </svg>
      {STOPS.map((stop) => (
        <span
          key={stop.clock}
          className={styles.stop}
          data-day={stop.colour}
          style={{ '--x': `${stop.x}%`, '--y': `${stop.y}%` } as CSSProperties}
        >
          <span className={styles.dot}>
            <Icon name={stop.icon} size="1.25rem" />
          </span>
          <span className={styles.words}>
            <b>{stop.clock}</b> <span>{t(stop.key)}</span>
          </span>
        </span>
      ))}
    </div>
  )
}
