import { useState, type CSSProperties, type ReactNode } from 'react'
import { nameIn } from '../app/localized.ts'
import { NotFound } from '../app/notices.tsx'
import { Link } from '../app/router.tsx'
import { useText } from '../app/text.tsx'
import { useTitle } from '../app/title.ts'
import type { Pace } from './address.ts'
import styles from './compare.module.css'
import { FigureTable } from './figure-table.tsx'
import { onlyIn } from './figures.ts'
import { PlanColumn } from './plan-column.tsx'
import { isReady, usePlans } from './plans.ts'
import { TakeDialog } from './take-dialog.tsx'

/** Plans of one trip at different paces, side by side; on a phone one beside the other to swipe through. */
export default function ComparePage(): ReactNode {
  const { t, language } = useText()
  const plans = usePlans()
  const [taken, setTaken] = useState<Pace | null>(null)
  const known = plans.find(({ view }) => view !== null)?.view ?? null
  useTitle(t('compare.title'))
  if (plans.length === 0) return <NotFound />
  const ready = plans.filter(isReady)
  const chosen = ready.find(({ pace }) => pace === taken)
  const only = onlyIn(ready.map(({ view }) => view))
  const days = Math.max(1, ...ready.map(({ view }) => view.days.length))
  return (
    <article className={styles.page}>
      <header className={styles.head}>
        <p>
          {known !== null && (
            <>
              <span>{nameIn(known.destination.names, language)}</span>
              <Link href={`/trips/${known.tripId}`}>{t('itin.trip')}</Link>
            </>
          )}
        </p>
        <h1>{t('compare.title')}</h1>
        <p>{t('compare.lead')}</p>
      </header>
      {ready.length > 1 && <FigureTable plans={ready} />}
      <section className={styles.section} aria-labelledby="compare-days">
        <h2 id="compare-days">{t('compare.days')}</h2>
        {/* Scrolls sideways on a phone, so a keyboard has to be able to reach it. */}
        <div
          className={styles.plans}
          style={{ '--plans': plans.length, '--rows': days + 2 } as CSSProperties}
          role="group"
          aria-labelledby="compare-days"
          tabIndex={0}
        >
          {plans.map((plan) => (
            <PlanColumn
              key={plan.itineraryId}
              plan={plan}
              days={days}
              only={only[ready.findIndex((one) => one === plan)] ?? new Set()}
              onTake={isReady(plan) ? () => setTaken(plan.pace) : null}
            />
          ))}
        </div>
      </section>
      {chosen !== undefined && <TakeDialog plan={chosen} others={ready.filter((one) => one !== chosen)} onClose={() => setTaken(null)} />}
    </article>
  )
}
