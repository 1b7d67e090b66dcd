import type { ProposedBookings } from '@yeojeong/contracts'
import { errorSentence } from '@yeojeong/i18n/lazy'
import { useMutation } from '@tanstack/react-query'
import { useId, type ReactNode } from 'react'
import { proposeBookings } from '../api/save-trip.ts'
import { codeOf } from '../api/problem.ts'
import { useText } from '../app/text.tsx'
import { emptyBooking, type BookingDraft } from './draft.ts'
import styles from './form.module.css'

type Props = { readonly tripId: string; readonly onBookings: (bookings: readonly BookingDraft[]) => void }

function draftsOf({ bookings }: ProposedBookings): readonly BookingDraft[] {
  return bookings.map(({ booking }) => ({ ...emptyBooking(booking.date), ...booking }))
}

/** Bookings from a calendar file, put into the form to be completed: a calendar seldom says where on Earth something is. */
export function ImportCalendar({ tripId, onBookings }: Props): ReactNode {
  const { t } = useText()
  const id = useId()
  const read = useMutation({
    mutationFn: async (file: File) => proposeBookings(tripId, await file.text()),
    onSuccess: (found) => onBookings(draftsOf(found)),
  })
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t('form.booking.import')}</label>
      <input
        id={id}
        type="file"
        accept=".ics,text/calendar"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file !== undefined) read.mutate(file)
          event.target.value = ''
        }}
      />
      <p className={styles.hint} role="status">
        {read.isPending && t('form.booking.importing')}
        {read.isSuccess && t('form.booking.imported', { count: read.data.bookings.length })}
        {read.isSuccess && read.data.skipped.length > 0 && ` · ${t('form.booking.skipped', { count: read.data.skipped.length })}`}
      </p>
      {read.isError && (
        <p className={styles.issue} role="alert">
          {errorSentence(t, codeOf(read.error))}
        </p>
      )}
    </div>
  )
}
