import type { StopView } from '@yeojeong/contracts'
import { clock } from '@yeojeong/i18n/lazy'
import type { ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import { openingBar } from './opening.ts'
import styles from './opening-hours.module.css'

/** The visit inside the opening it lies in, or a plain word where there is no gate or nobody knows. */
export function OpeningHours({ date, stop }: { readonly date: string; readonly stop: StopView }): ReactNode {
  const { t } = useText()
  if (stop.placeId === null) return null
  if (!stop.hoursKnown) return <p className={styles.unknown}>{t('itin.hours.unknown')}</p>
  const bar = openingBar(date, stop)
  if (bar === null) return <p className={styles.words}>{t('itin.hours.always')}</p>
  const words = t('itin.hours.bar', {
    open: clock(t, bar.openMin),
    close: clock(t, bar.closeMin),
    start: clock(t, bar.startMin),
    end: clock(t, bar.endMin),
  })
  const lastEntry = bar.lastEntryMin === null ? null : t('itin.hours.lastEntry', { clock: clock(t, bar.lastEntryMin) })
  return (
    <div className={styles.hours}>
      <span className="visually-hidden">{lastEntry === null ? words : `${words}. ${lastEntry}`}</span>
      <span aria-hidden="true">{clock(t, bar.openMin)}</span>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.visit} style={{ left: `${bar.from * 100}%`, width: `${bar.width * 100}%` }} />
        {bar.lastEntry !== null && <span className={styles.last} style={{ left: `${bar.lastEntry * 100}%` }} />}
      </span>
      <span aria-hidden="true">{clock(t, bar.closeMin)}</span>
      {lastEntry !== null && (
        <span className={styles.lastWords} aria-hidden="true">
          {lastEntry}
        </span>
      )}
    </div>
  )
}
