import type { Region } from '@yeojeong/contracts'
import { duration } from '@yeojeong/i18n/lazy'
import type { ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import { emptyBooking, type BookingDraft, type TripDraft } from './draft.ts'
import { Field } from './field.tsx'
import styles from './form.module.css'
import { ImportCalendar } from './import-calendar.tsx'
import { LocationPicker } from './location-picker.tsx'
import { BOOKING_KINDS } from './words.ts'

const MOST_BOOKINGS = 40
/** Minutes kept free before and after, as the planner keeps them. Others have none. */
const BUFFERS: { readonly [kind in BookingDraft['kind']]?: { readonly before: number; readonly after: number } } = {
  flight: { before: 90, after: 30 },
  train: { before: 30, after: 15 },
}

type Props = {
  /** A calendar is read in the clock of a trip's destination; null = not saved yet, so there is none. */
  readonly tripId: string | null
  readonly draft: TripDraft
  readonly region: Region | undefined
  readonly onChange: (bookings: readonly BookingDraft[]) => void
}

/** What is bought and has a time: the plan is built around it to the minute. */
export function BookingFields({ tripId, draft, region, onChange }: Props): ReactNode {
  const { t } = useText()
  const { bookings } = draft
  const set = (at: number, part: Partial<BookingDraft>): void =>
    onChange(bookings.map((one, index) => (index === at ? { ...one, ...part } : one)))
  return (
    <>
      {bookings.map((booking, index) => (
        <fieldset key={booking.key} className={styles.group}>
          <legend>{booking.name.trim() === '' ? t('form.booking.nth', { number: index + 1 }) : booking.name}</legend>
          <What booking={booking} index={index} onChange={(part) => set(index, part)} />
          <Hours booking={booking} index={index} draft={draft} onChange={(part) => set(index, part)} />
          {region === undefined ? (
            <p className={styles.hint}>{t('issue.region')}</p>
          ) : (
            <LocationPicker
              key={region.id}
              regionId={region.id}
              center={region.center}
              position={booking.position}
              pointer={`/bookings/${index}/position`}
              onMove={(position, nearby) => set(index, { position, name: booking.name === '' ? (nearby ?? '') : booking.name })}
            />
          )}
          <button type="button" className={styles.quiet} onClick={() => onChange(bookings.filter((_, at) => at !== index))}>
            <Icon name="trash" /> {t('form.booking.remove')}
          </button>
        </fieldset>
      ))}
      {bookings.length < MOST_BOOKINGS && (
        <button type="button" className={styles.quiet} onClick={() => onChange([...bookings, emptyBooking(draft.startDate)])}>
          <Icon name="plus" /> {t('form.booking.add')}
        </button>
      )}
      {tripId !== null && (
        <ImportCalendar tripId={tripId} onBookings={(found) => onChange([...bookings, ...found].slice(0, MOST_BOOKINGS))} />
      )}
    </>
  )
}

type OneProps = { readonly booking: BookingDraft; readonly index: number; readonly onChange: (part: Partial<BookingDraft>) => void }

function What({ booking, index, onChange }: OneProps): ReactNode {
  const { t } = useText()
  const buffer = BUFFERS[booking.kind]
  const hint = buffer && t('form.booking.buffer', { before: duration(t, buffer.before), after: duration(t, buffer.after) })
  return (
    <div className={styles.pair}>
      <Field label={t('form.booking.kind')} hint={hint}>
        {(wiring) => (
          <select {...wiring} value={booking.kind} onChange={(event) => onChange({ kind: event.target.value as BookingDraft['kind'] })}>
            {BOOKING_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`booking.${kind}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('form.booking.name')} pointer={`/bookings/${index}/name`}>
        {(wiring) => (
          <input
            {...wiring}
            value={booking.name}
            maxLength={120}
            autoComplete="off"
            placeholder={t('form.booking.namePlaceholder')}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}

function Hours({ booking, index, draft, onChange }: OneProps & { readonly draft: TripDraft }): ReactNode {
  const { t } = useText()
  const overnight = booking.start !== '' && booking.end !== '' && booking.end < booking.start
  return (
    <div className={styles.triple}>
      <Field label={t('form.booking.date')} pointer={`/bookings/${index}/date`}>
        {(wiring) => (
          <input
            {...wiring}
            type="date"
            min={draft.startDate}
            max={draft.endDate}
            value={booking.date}
            onChange={(event) => onChange({ date: event.target.value })}
          />
        )}
      </Field>
      {(['start', 'end'] as const).map((end) => (
        <Field
          key={end}
          label={t(`form.booking.${end}`)}
          pointer={`/bookings/${index}/${end}`}
          hint={end === 'end' && overnight ? t('form.booking.nextDay') : undefined}
        >
          {(wiring) => <input {...wiring} type="time" value={booking[end]} onChange={(event) => onChange({ [end]: event.target.value })} />}
        </Field>
      ))}
    </div>
  )
}
