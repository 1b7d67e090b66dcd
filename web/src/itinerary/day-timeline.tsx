import { clock, duration, formatDate, formatDistance, reasonSentence, type Names } from '@yeojeong/i18n/lazy'
import { type CSSProperties, type ReactNode } from 'react'
import { nameIn } from '../app/localized.ts'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import { dayColour } from './day-colour.ts'
import styles from './day-timeline.module.css'
import { StopCard, type StopsProps } from './stop-card.tsx'
import { timelineRows, type GapRow, type LegRow, type Row, type StopRow } from './timeline-rows.ts'
import { WarningList } from './warning-list.tsx'

export function DayTimeline(props: StopsProps): ReactNode {
  const { t, language } = useText()
  const { view, day, names } = props
  const rows = timelineRows(day)
  const dayWarnings = view.warnings.filter((one) => one.day === day.index && one.stopId === null)
  return (
    <section className={styles.day} data-day={dayColour(day.index)} aria-labelledby={`day-title-${day.index}`}>
      <header className={styles.head}>
        <h2 id={`day-title-${day.index}`}>{formatDate(language, day.date, 'long')}</h2>
        <p className={styles.sums}>
          <span>{t('itin.walk', { walkM: day.walkM })}</span>
          <span>{t('itin.moving', { movingMin: day.movingMin })}</span>
        </p>
      </header>
      <WarningList warnings={dayWarnings} names={names} />
      <ol className={styles.rows}>
        {rows.map((row, index) => (
          <TimelineRow key={rowKey(row)} row={row} after={rows[index - 1]} {...props} />
        ))}
      </ol>
      {day.stops.some(({ leg }) => leg?.source === 'model') && <p className={styles.fine}>{t('itin.legModel')}</p>}
    </section>
  )
}

/** The same over edits, so that a moved stop keeps the focus. */
function rowKey(row: Row): string {
  if (row.kind === 'stop') return row.stop.id
  return row.kind === 'leg' ? `to ${row.to.id}` : `${row.waits ? 'wait' : 'free'} ${row.before.id}`
}

type RowProps = StopsProps & { readonly row: Row; readonly after: Row | undefined }

function TimelineRow({ row, after, ...props }: RowProps): ReactNode {
  const style = { '--minutes': row.toMin - row.fromMin } as CSSProperties
  return (
    <li
      className={styles.row}
      data-row={row.kind}
      data-mode={row.kind === 'leg' ? row.leg.mode : undefined}
      data-drop-day={props.day.index}
      data-drop-after={row.kind === 'stop' ? row.stop.id : after?.kind === 'stop' ? after.stop.id : undefined}
      data-passes={row.toMin === row.fromMin ? '' : undefined}
      style={style}
    >
      <Clock row={row} />
      <div className={styles.rail} aria-hidden="true">
        {row.kind === 'stop' && <Node row={row} />}
      </div>
      {row.kind === 'stop' && <StopCard {...props} row={row} />}
      {row.kind === 'leg' && <Leg row={row} />}
      {row.kind === 'gap' && <Gap row={row} names={props.names} />}
    </li>
  )
}

/** The clock column: a stop's times in words for everybody, whole hours between them for the eye only. */
function Clock({ row }: { readonly row: Row }): ReactNode {
  const { t } = useText()
  const stays = row.kind === 'stop' && row.toMin > row.fromMin
  return (
    <div className={styles.clock}>
      {row.kind === 'stop' && <time className={styles.from}>{clock(t, row.fromMin)}</time>}
      {row.ticks.map((tick) => (
        <span key={tick.minute} className={styles.tick} style={{ top: `${tick.at * 100}%` }} aria-hidden="true">
          {clock(t, tick.minute)}
        </span>
      ))}
      {stays && <time className={styles.to}>{clock(t, row.toMin)}</time>}
    </div>
  )
}

function Node({ row }: { readonly row: StopRow }): ReactNode {
  if (row.number !== null) return <span className={styles.node}>{row.number}</span>
  return (
    <span className={styles.node} data-plain="">
      <Icon name={row.stop.kind} size="15px" />
    </span>
  )
}

function Leg({ row }: { readonly row: LegRow }): ReactNode {
  const { t, language } = useText()
  const { leg, to } = row
  const name = nameIn(to.names, language)
  return (
    <div className={styles.leg}>
      <p className="visually-hidden">{t('itin.legSpoken', { name, mode: leg.mode, durationMin: leg.durationMin, walkM: leg.walkM })}</p>
      <p className={styles.legText} aria-hidden="true">
        <Icon name={leg.mode} />
        <strong>{duration(t, leg.durationMin)}</strong>
        <span>{t(`mode.${leg.mode}`)}</span>
        <span>{formatDistance(language, leg.distanceM)}</span>
        {leg.mode !== 'walk' && leg.walkM > 0 && <span>{t('itin.legWalk', { walkM: leg.walkM })}</span>}
      </p>
    </div>
  )
}

function Gap({ row, names }: { readonly row: GapRow; readonly names: Names }): ReactNode {
  const { t, language } = useText()
  const here: Names = { ...names, booking: () => nameIn(row.before.names, language) }
  const words = t(row.waits ? 'itin.wait' : 'itin.gap', { gapMin: row.toMin - row.fromMin })
  return (
    <div className={styles.gap}>
      <p>{row.reason === null ? words : reasonSentence(t, row.reason, here)}</p>
    </div>
  )
}
