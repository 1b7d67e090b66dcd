import type { Trip } from '@yeojeong/contracts'
import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { errorSentence, formatDate, formatDateRange, money } from '@yeojeong/i18n/lazy'
import { useRef, useState, type ReactNode } from 'react'
import { newKey, request } from '../api/client.ts'
import { itineraryQuery } from '../api/itinerary.ts'
import { planTrip } from '../api/plan-trip.ts'
import { codeOf } from '../api/problem.ts'
import { tripQuery } from '../api/queries.ts'
import { nameIn } from '../app/localized.ts'
import { Problem, Waiting } from '../app/notices.tsx'
import { Link, navigate } from '../app/router.tsx'
import { useText } from '../app/text.tsx'
import { useTitle } from '../app/title.ts'
import { Confirm } from '../design/confirm.tsx'
import { Icon } from '../design/icons.tsx'
import { ThreePlans } from '../trip-form/three-plans.tsx'
import { WishFields, type Wishes } from '../trip-form/wish-fields.tsx'
import { TravellerList } from './traveller-list.tsx'
import styles from './trip-page.module.css'

/** What was said of a trip, its itineraries, and another one with other wishes. */
export function TripPage({ tripId }: { readonly tripId: string }): ReactNode {
  const { t, language } = useText()
  const query = useQuery(tripQuery(tripId))
  const trip = query.data
  useTitle(trip?.title ?? null)
  if (query.isPending) return <Waiting />
  if (trip === undefined) return <Problem error={query.error} retry={() => void query.refetch()} />
  return (
    <article className={styles.page}>
      <header className={styles.head}>
        <p>{formatDateRange(language, trip.startDate, trip.endDate)}</p>
        <h1>{trip.title}</h1>
        <p className={styles.actions}>
          <Link className="button" data-quiet="" href={`/trips/${trip.id}/edit`}>
            {t('app.edit')}
          </Link>
          <DeleteTrip tripId={trip.id} />
        </p>
      </header>
      <div className={styles.columns}>
        <div>
          <Itineraries trip={trip} />
          <PlanAgain trip={trip} />
        </div>
        <div>
          <Facts trip={trip} />
          <TravellerList members={trip.members} />
        </div>
      </div>
    </article>
  )
}

/** The newest say what they are; of older ones there may be many. */
const MOST_TOLD = 6

function Itineraries({ trip }: { readonly trip: Trip }): ReactNode {
  const { t } = useText()
  const told = useQueries({ queries: trip.itineraryIds.slice(0, MOST_TOLD).map((id) => ({ ...itineraryQuery(id), retry: false })) })
  const about = (index: number): readonly string[] => {
    const view = told[index]?.data
    if (view === undefined) return []
    return [...(view.pace == null ? [] : [t(`pace.${view.pace}`)]), ...(view.status === 'ready' ? [] : [t(`status.${view.status}`)])]
  }
  const count = trip.itineraryIds.length
  return (
    <section>
      <h2>{t('trip.itineraries')}</h2>
      {count === 0 && <p className="soft">{t('trip.noItinerary')}</p>}
      <ul className={styles.itineraries}>
        {trip.itineraryIds.map((id, index) => (
          <li key={id}>
            <Link href={`/itineraries/${id}`}>
              <span>
                {t('trip.itinerary', { number: count - index })} <span className="soft">{about(index).join(' · ')}</span>
              </span>
              <Icon name="next" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function PlanAgain({ trip }: { readonly trip: Trip }): ReactNode {
  const { t } = useText()
  const [wishes, setWishes] = useState<Wishes>({ mustSee: [], avoid: [] })
  const [three, setThree] = useState(false)
  const key = useRef(newKey())
  const plan = useMutation({
    mutationFn: () => planTrip(trip.id, { ...wishes, pace: trip.pace, three }, key.current),
    onSuccess: (address) => navigate(address),
  })
  const change = (next: Wishes): void => {
    key.current = newKey()
    setWishes(next)
  }
  return (
    <section className={styles.again}>
      <h2>{t('trip.wishes')}</h2>
      <WishFields regionId={trip.destination.regionId} wishes={wishes} onChange={change} />
      <ThreePlans
        chosen={three}
        onChange={(chosen) => {
          key.current = newKey()
          setThree(chosen)
        }}
      />
      <p className="bad" role="alert">
        {plan.isError && errorSentence(t, codeOf(plan.error))}
      </p>
      <button type="button" className="button" disabled={plan.isPending} onClick={() => plan.mutate()}>
        {t(plan.isPending ? 'trip.generating' : trip.itineraryIds.length === 0 ? 'trip.generate' : 'trip.generateAgain')}
      </button>
    </section>
  )
}

function Facts({ trip }: { readonly trip: Trip }): ReactNode {
  const { t, language } = useText()
  const end = (point: Trip['arrival']): string => `${point.time} · ${point.at?.name ?? t('form.place.lodging')}`
  const facts: readonly (readonly [string, string])[] = [
    [t('form.destination'), nameIn(trip.destination.names, language)],
    [t('form.arrival'), `${formatDate(language, trip.startDate, 'short')} ${end(trip.arrival)}`],
    [t('form.departure'), `${formatDate(language, trip.endDate, 'short')} ${end(trip.departure)}`],
    [t('trip.lodging'), trip.lodgings.map(({ name }) => name).join(', ')],
    [t('form.transport'), t(`transport.${trip.transport}`)],
    [t('form.pace'), t(`pace.${trip.pace}`)],
    ...(trip.budget === null ? [] : [[t('form.budget'), money(t, trip.budget.amount, trip.budget.currency)] as const]),
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function DeleteTrip({ tripId }: { readonly tripId: string }): ReactNode {
  const { t } = useText()
  const client = useQueryClient()
  const [asked, setAsked] = useState(false)
  const remove = useMutation({
    mutationFn: () => request<null>(`/v1/trips/${encodeURIComponent(tripId)}`, { method: 'DELETE' }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['trips'] })
      navigate('/')
    },
  })
  return (
    <>
      <button type="button" className="button" data-quiet="" onClick={() => setAsked(true)}>
        {t('trip.delete')}
      </button>
      {asked && (
        <Confirm title={t('trip.delete')} act={t('app.delete')} work={remove} onClose={() => setAsked(false)}>
          <p>{t('trip.deleteConfirm')}</p>
        </Confirm>
      )}
    </>
  )
}
