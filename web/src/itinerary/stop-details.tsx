import type { ItineraryView } from '@yeojeong/contracts'
import { clock, reasonSentence, type Names } from '@yeojeong/i18n/lazy'
import { useEffect, useRef, type ReactNode } from 'react'
import { StopAttachments } from '../attachments/stop-attachments.tsx'
import { StopEditor } from '../editing/stop-editor.tsx'
import { nameIn } from '../app/localized.ts'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import { dayColour } from './day-colour.ts'
import { MemberBadges } from './member-badges.tsx'
import { OpeningHours } from './opening-hours.tsx'
import { PlaceFacts } from './place-facts.tsx'
import { kindText } from './stop-card.tsx'
import styles from './stop-details.module.css'
import { timelineRows, type StopRow } from './timeline-rows.ts'
import { WarningList } from './warning-list.tsx'

type Props = {
  readonly view: ItineraryView
  readonly stopId: string
  readonly names: Names
  readonly onClose: () => void
  readonly onSelect: (stopId: string) => void
  readonly overMap: boolean
}

function findRow(
  view: ItineraryView,
  stopId: string,
): { readonly day: ItineraryView['days'][number]; readonly rows: readonly StopRow[]; readonly at: number } | null {
  for (const day of view.days) {
    const rows = timelineRows(day)
      .filter((row) => row.kind === 'stop')
      .filter((row) => row.number !== null || row.stop.kind === 'rest')
    const at = rows.findIndex((row) => row.stop.id === stopId)
    if (at >= 0) return { day, rows, at }
  }
  return null
}

/** Everything known of one stop. Beside the map on a wide screen, a sheet on a phone; Escape gives the focus back. */
export function StopDetails({ view, stopId, names, onClose, onSelect, overMap }: Props): ReactNode {
  const { t, language } = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  const cameFrom = useRef<Element | null>(null)
  useEffect(() => {
    cameFrom.current ??= document.activeElement
    heading.current?.focus({ preventScroll: true })
  }, [stopId])
  const close = (): void => {
    onClose()
    if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus({ preventScroll: true })
  }
  // What one came from goes with the stop.
  const leave = (): void => {
    onClose()
    document.getElementById('main')?.focus({ preventScroll: true })
  }
  const found = findRow(view, stopId)
  const row = found?.rows[found.at]
  if (found === null || row === undefined) return null
  const { stop } = row
  const place = stop.placeId === null ? undefined : view.places[stop.placeId]
  const here: Names = { ...names, booking: () => nameIn(stop.names, language) }
  return (
    <aside
      className={styles.sheet}
      data-day={dayColour(found.day.index)}
      data-over={overMap ? 'map' : undefined}
      aria-labelledby="details-title"
      // A dialog over this one has an Escape of its own.
      onKeyDown={(event) => event.key === 'Escape' && (event.target as Element).closest('dialog') === null && close()}
    >
      <header className={styles.head}>
        <p className={styles.eyebrow}>
          {row.number !== null && <span className={styles.number}>{row.number}</span>}
          <span>{kindText(t, stop, place?.category)}</span>
          <span>
            {clock(t, row.fromMin)}–{clock(t, row.toMin)}
          </span>
        </p>
        <nav className={styles.tools}>
          <Neighbour row={found.rows[found.at - 1]} icon="previous" onSelect={onSelect} />
          <Neighbour row={found.rows[found.at + 1]} icon="next" onSelect={onSelect} />
          <button type="button" className="icon-button" onClick={close} aria-label={t('app.close')}>
            <Icon name="close" />
          </button>
        </nav>
        <h2 id="details-title" ref={heading} tabIndex={-1}>
          {nameIn(stop.names, language)}
        </h2>
        <OtherNames names={stop.names} />
      </header>
      <MemberBadges stop={stop} names={names} />
      <WarningList warnings={view.warnings.filter((one) => one.stopId === stop.id)} names={here} />
      <OpeningHours date={found.day.date} stop={stop} />
      <StopEditor key={stop.id} stop={stop} day={found.day} onGone={leave} />
      {stop.reasons.length > 0 && (
        <section className={styles.part}>
          <h3>{t('itin.why')}</h3>
          <ul className={styles.reasons}>
            {stop.reasons.map((reason, index) => (
              <li key={index}>{reasonSentence(t, reason, here)}</li>
            ))}
          </ul>
        </section>
      )}
      <StopAttachments key={`${stop.id} attachments`} itineraryId={view.id} stop={stop} changeable={view.status === 'ready'} />
      <PlaceFacts stop={stop} place={place} />
    </aside>
  )
}

function Neighbour({
  row,
  icon,
  onSelect,
}: {
  readonly row: StopRow | undefined
  readonly icon: 'previous' | 'next'
  readonly onSelect: (id: string) => void
}): ReactNode {
  const { t, language } = useText()
  if (row === undefined) return null
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={t('itin.details', { name: nameIn(row.stop.names, language) })}
      onClick={() => onSelect(row.stop.id)}
    >
      <Icon name={icon} />
    </button>
  )
}

/** The name as signs and taxi drivers have it, when the reader's language is another. */
function OtherNames({ names }: { readonly names: ItineraryView['destination']['names'] }): ReactNode {
  const { language } = useText()
  const shown = nameIn(names, language)
  const other = language === 'ko' ? names.en : names.ko
  if (other === undefined || other === shown) return null
  return (
    <p className={styles.other} lang={language === 'ko' ? 'en' : 'ko'}>
      {other}
    </p>
  )
}
