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
      <h1 className={styles.title}>{view.title === '' ? place : view.title}</h1>
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
