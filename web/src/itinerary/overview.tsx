import type { ItineraryView } from '@yeojeong/contracts'
import { clock, formatDate, type Names } from '@yeojeong/i18n/lazy'
import type { ReactNode } from 'react'
import { nameIn } from '../app/localized.ts'
import { useText } from '../app/text.tsx'
import { dayColour } from './day-colour.ts'
import type { DayChoice } from './day-tabs.tsx'
import styles from './overview.module.css'
import { CostSummary, DroppedSummary, MemberSummary } from './summary-parts.tsx'
import { clockRange, dayStrip, timelineRows } from './timeline-rows.ts'
import { WarningList } from './warning-list.tsx'

type Props = {
  readonly view: ItineraryView
  readonly names: Names
  readonly onChooseDay: (choice: DayChoice) => void
  readonly onSelect: (stopId: string) => void
}

/** The whole trip on one page: each day as a strip on a common clock, then people, money, what was left out. */
export function Overview({ view, names, onChooseDay }: Props): ReactNode {
  const { t } = useText()
  return (
    <div className={styles.overview}>
      <Days view={view} onChooseDay={onChooseDay} />
      {view.warnings.length > 0 && (
        <section>
          <h2>{t('summary.warnings')}</h2>
          <WarningList warnings={view.warnings} names={names} view={view} />
        </section>
      )}
      <MemberSummary view={view} names={names} />
      <CostSummary view={view} />
      <DroppedSummary view={view} names={names} />
      {view.attribution.length > 0 && (
        <p className={styles.attribution}>
          {t('summary.attribution')}: {view.attribution.join(' · ')}
        </p>
      )}
    </div>
  )
}

function Days({ view, onChooseDay }: { readonly view: ItineraryView; readonly onChooseDay: Props['onChooseDay'] }): ReactNode {
  const { t, language } = useText()
  const { fromMin, toMin } = clockRange(view.days)
  const hours = Array.from({ length: Math.floor((toMin - fromMin) / 180) + 1 }, (_, i) => fromMin + i * 180)
  return (
    <section>
      <h2>{t('summary.days')}</h2>
      <ol className={styles.days}>
        {view.days.map((day) => (
          <li key={day.index} data-day={dayColour(day.index)} className={styles.day}>
            <p className={styles.dayHead}>
              <button type="button" onClick={() => onChooseDay(day.index)}>
                <strong>{t('itin.day', { number: day.index + 1 })}</strong> {formatDate(language, day.date, 'short')}
              </button>
              <span>{t('itin.walk', { walkM: day.walkM })}</span>
            </p>
            <div className={styles.strip} aria-hidden="true">
              {dayStrip(day, fromMin, toMin).map((part, index) => (
                <span key={index} data-kind={part.kind} style={{ left: `${part.from * 100}%`, width: `${part.width * 100}%` }}>
                  {part.label}
                </span>
              ))}
            </div>
            <p className={styles.names}>
              {timelineRows(day)
                .flatMap((row) =>
                  row.kind === 'stop' && row.number !== null ? [`${row.number}\u00A0${nameIn(row.stop.names, language)}`] : [],
                )
                .join('   ')}
            </p>
          </li>
        ))}
      </ol>
      <p className={styles.axis} aria-hidden="true">
        {hours.map((minute) => (
          <span
            key={minute}
            data-end={minute === toMin ? '' : undefined}
            style={{ left: `${((minute - fromMin) / (toMin - fromMin)) * 100}%` }}
          >
            {clock(t, minute)}
          </span>
        ))}
      </p>
    </section>
  )
}
