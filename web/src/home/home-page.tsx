import type { TripSummary } from '@yeojeong/contracts'
import { useQuery } from '@tanstack/react-query'
import { formatDateRange } from '@yeojeong/i18n/lazy'
import type { ReactNode } from 'react'
import { tripsQuery } from '../api/queries.ts'
import { nameIn } from '../app/localized.ts'
import { Problem } from '../app/notices.tsx'
import { Link } from '../app/router.tsx'
import { useText } from '../app/text.tsx'
import { useTitle } from '../app/title.ts'
import { Icon } from '../design/icons.tsx'
import { dayColour } from '../itinerary/day-colour.ts'
import { DayLine } from './day-line.tsx'
import styles from './home-page.module.css'

const PROMISES = ['hours', 'people', 'honest'] as const

export function HomePage(): ReactNode {
  const { t } = useText()
  useTitle(null)
  return (
    <div className={styles.home}>
      <section className={styles.hero}>
        <h1>{t('home.title')}</h1>
        <p>{t('home.lead')}</p>
        <Link href="/trips/new" className="button">
          <Icon name="plus" /> {t('home.new')}
        </Link>
      </section>
      <Trips />
      <DayLine />
      <ul className={styles.promises}>
        {PROMISES.map((promise) => (
          <li key={promise}>
            <h2>{t(`home.promise.${promise}`)}</h2>
            <p>{t(`home.promise.${promise}.body`)}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The trips as stops on one line, like the days they lead to. */
function Trips(): ReactNode {
  const { t } = useText()
  const trips = useQuery(tripsQuery)
  if (trips.isError) return <Problem error={trips.error} retry={() => void trips.refetch()} />
  const items = trips.data?.items ?? []
  return (
    <section className={styles.trips} aria-labelledby="trips-title" aria-busy={trips.isPending}>
      <h2 id="trips-title">{t('home.trips')}</h2>
      {trips.isSuccess && items.length === 0 && <p className={styles.empty}>{t('home.empty')}</p>}
      <ol>
        {items.map((trip, index) => (
          <TripLine key={trip.id} trip={trip} index={index} />
        ))}
      </ol>
    </section>
  )
}

function TripLine({ trip, index }: { readonly trip: TripSummary; readonly index: number }): ReactNode {
  const { t, language } = useText()
  // Of several, the trip's own page says which is which.
  const [itinerary, ...more] = trip.itineraryIds
  const place = nameIn(trip.destination.names, language)
  return (
    <li className={styles.trip} data-day={dayColour(index)}>
      <p className={styles.facts}>
        <span>{place}</span>
        <span>{formatDateRange(language, trip.startDate, trip.endDate)}</span>
        <span>{t('home.travellers', { count: trip.memberCount })}</span>
      </p>
      <h3>
        <Link href={itinerary === undefined || more.length > 0 ? `/trips/${trip.id}` : `/itineraries/${itinerary}`}>
          {trip.title === '' ? place : trip.title}
        </Link>
      </h3>
      <p className={styles.state}>{t(itinerary === undefined ? 'home.noItinerary' : 'home.hasItinerary')}</p>
    </li>
  )
}
