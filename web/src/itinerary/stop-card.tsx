import { duration, money, reasonSentence, type Names } from '@yeojeong/i18n/lazy'
import { useRef, type ReactNode } from 'react'
import type { DayView, ItineraryView, StopView } from '@yeojeong/contracts'
import { Attached } from '../attachments/attached.tsx'
import { MoveHandle } from '../editing/move-handle.tsx'
import { useEditing } from '../editing/editor.ts'
import { isMovable } from '../editing/foresee.ts'
import { nameIn } from '../app/localized.ts'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import { MemberBadges } from './member-badges.tsx'
import { OpeningHours } from './opening-hours.tsx'
import styles from './stop-card.module.css'
import { stopIcon } from './stop-icon.ts'
import type { StopRow } from './timeline-rows.ts'
import { WarningList } from './warning-list.tsx'

/** What all stops of a day share. */
export type StopsProps = {
  readonly view: ItineraryView
  readonly day: DayView
  readonly names: Names
  readonly selected: string | null
  readonly onSelect: (stopId: string) => void
  readonly onPoint: (stopId: string | null) => void
}

/** Told elsewhere on the card, as a gap, a badge or the price. */
const SHOWN_OTHERWISE = new Set(['rest-for', 'free-entry', 'stay-adjusted', 'step-free', 'liked-by', 'for-children'])

function leadReason(stop: StopView): StopView['reasons'][number] | null {
  return stop.reasons.find(({ code }) => !SHOWN_OTHERWISE.has(code) && !code.startsWith('gap-')) ?? null
}

export function StopCard({ row, ...props }: StopsProps & { readonly row: StopRow }): ReactNode {
  const { stop } = row
  const plain = row.number === null && stop.kind !== 'rest'
  return plain ? <AnchorStop row={row} {...props} /> : <VisitStop row={row} {...props} />
}

/** Where a day begins, ends or passes by the lodging: a name and what is done there. */
function AnchorStop({ row, names }: StopsProps & { readonly row: StopRow }): ReactNode {
  const { t, language } = useText()
  const { stop } = row
  const travels = stop.kind === 'arrival' || stop.kind === 'departure'
  const part = row.startsDay ? 'itin.start' : row.endsDay ? 'itin.end' : null
  const place = travels || part === null ? (`kind.${stop.kind}` as const) : part
  return (
    <div className={styles.anchor}>
      <h3>{nameIn(stop.names, language)}</h3>
      <p className={styles.eyebrow}>{t(place)}</p>
      {stop.reasons.map((reason, index) => (
        <p key={index} className={styles.why}>
          {reasonSentence(t, reason, names)}
        </p>
      ))}
    </div>
  )
}

function VisitStop({ row, view, day, names, selected, onSelect, onPoint }: StopsProps & { readonly row: StopRow }): ReactNode {
  const { t, language } = useText()
  const { stop } = row
  const place = stop.placeId === null ? undefined : view.places[stop.placeId]
  const lead = leadReason(stop)
  const card = useRef<HTMLElement>(null)
  const editor = useEditing()
  const moves = editor !== null && editor.view.status === 'ready' && isMovable(stop) && !stop.locked
  const stay = row.toMin - row.fromMin
  return (
    <article
      ref={card}
      className={styles.card}
      data-moves={moves ? '' : undefined}
      data-selected={selected === stop.id ? '' : undefined}
      id={`row-${stop.id}`}
      onPointerEnter={() => onPoint(stop.id)}
      onPointerLeave={() => onPoint(null)}
    >
      {moves && <MoveHandle stop={stop} day={day} card={() => card.current} />}
      <p className={styles.eyebrow}>
        <Icon name={stopIcon(stop, place)} size="1.125rem" />
        <span>{kindText(t, stop, place?.category)}</span>
        {stay > 0 && <span>{duration(t, stay)}</span>}
        <Cost stop={stop} />
        {stop.locked && (
          <span className={styles.locked}>
            <Icon name="lock" size="1rem" /> {t('itin.locked')}
          </span>
        )}
      </p>
      <h3>
        <button
          type="button"
          className={styles.name}
          onClick={() => onSelect(stop.id)}
          onFocus={() => onPoint(stop.id)}
          onBlur={() => onPoint(null)}
        >
          {nameIn(stop.names, language)}
        </button>
      </h3>
      <MemberBadges stop={stop} names={names} />
      <OpeningHours date={day.date} stop={stop} />
      {lead !== null && <p className={styles.why}>{reasonSentence(t, lead, { ...names, booking: () => nameIn(stop.names, language) })}</p>}
      {stop.note !== null && (
        <p className={styles.note}>
          <Icon name="note" size="1rem" />
          <span>{stop.note}</span>
        </p>
      )}
      <Attached itineraryId={view.id} stopId={stop.id} />
      <WarningList warnings={view.warnings.filter((one) => one.stopId === stop.id && one.code !== 'hours-unknown')} names={names} />
    </article>
  )
}

type Text = ReturnType<typeof useText>['t']

/** What kind of stop it is: the meal, the rest, or the kind of place. */
export function kindText(t: Text, stop: StopView, category: string | undefined): string {
  if (stop.meal !== null) return t(`meal.${stop.meal}`)
  const key = `category.${category}`
  return stop.kind === 'sight' && t.has(key) ? t(key) : t(`kind.${stop.kind}`)
}

function Cost({ stop }: { readonly stop: StopView }): ReactNode {
  const { t } = useText()
  if (stop.cost === null) return stop.placeId === null ? null : <span className={styles.unknown}>{t('itin.cost.unknown')}</span>
  return <span>{stop.cost.amount === 0 ? t('itin.cost.free') : money(t, stop.cost.amount, stop.cost.currency)}</span>
}
