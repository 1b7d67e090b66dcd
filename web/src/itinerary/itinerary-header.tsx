import type { ItineraryView } from '@yeojeong/contracts'
import { formatDateRange } from '@yeojeong/i18n/lazy'
import type { ReactNode } from 'react'
import { nameIn } from '../app/localized.ts'
import { compareAddress } from '../compare/address.ts'
import { Link } from '../app/router.tsx'
import { useText } from '../app/text.tsx'
import styles from './itinerary-header.module.css'

export function ItineraryHeader({ view }: { readonly view: ItineraryView }): ReactNode {
  const { t, language } = useText()
  const place = nameIn(view.destination.names, language)
  const title = view.title === '' ? place : view.title
  const people = Object.values(view.travellers)
  const compared = [...(view.pace == null ? [] : [{ itineraryId: view.id, pace: view.pace }]), ...(view.siblings ?? [])]
  return (
    <header className={styles.header}>
      <p className={styles.eyebrow}>
        <span>{formatDateRange(language, view.startDate, view.endDate)}</span>
        {/* Who is shown no travellers has no trip to look at either. */}
        {compared.length > 1 && <Link href={compareAddress(compared)}>{t('compare.open')}</Link>}
        {people.length > 0 && <Link href={`/trips/${view.tripId}`}>{t('itin.trip')}</Link>}
      </p>
      <h1 className={styles.title} data-long={isLong(title) ? '' : undefined}>
        {title}
      </h1>
      {people.length > 0 && (
        <ul className={styles.people} aria-label={t('trip.members')}>
          {people.map((name, index) => (
            <li key={`${name} ${index}`}>{name}</li>
          ))}
        </ul>
      )}
    </header>
  )
}

const MOST_AT_FULL_SIZE = 30

/** Whether a title takes so many lines that it should be set smaller; a Han, kana or Hangul letter is as wide as two others. */
function isLong(title: string): boolean {
  return (
    [...title].reduce((width, letter) => width + (/[\u1100-\u11ff\u3000-\ud7ff\uf900-\ufaff]/.test(letter) ? 2 : 1), 0) > MOST_AT_FULL_SIZE
  )
}
