import type { ItineraryView } from '@yeojeong/contracts'
import { errorSentence, reasonSentence } from '@yeojeong/i18n/lazy'
import type { ReactNode } from 'react'
import { Link } from '../app/router.tsx'
import { useText } from '../app/text.tsx'
import styles from './ended-states.module.css'
import { useViewNames } from './view-names.ts'

/** Nobody could satisfy this: what conflicts, and the changes that were tried and do work. */
export function InfeasibleState({ view }: { readonly view: ItineraryView }): ReactNode {
  const { t } = useText()
  const names = useViewNames(view)
  return (
    <section className={styles.ended}>
      <h1>{t('infeasible.title')}</h1>
      <p className={styles.lead}>{t('infeasible.lead')}</p>
      <h2>{t('infeasible.conflict')}</h2>
      <ul className={styles.conflict}>
        {(view.infeasible?.conflict ?? []).map((reason, index) => (
          <li key={index}>{reasonSentence(t, reason, names)}</li>
        ))}
      </ul>
      {view.infeasible !== null && view.infeasible.relaxations.length > 0 && (
        <>
          <h2>{t('infeasible.relax')}</h2>
          <ul className={styles.relax}>
            {view.infeasible.relaxations.map((reason, index) => (
              <li key={index}>{reasonSentence(t, reason, names)}</li>
            ))}
          </ul>
          <p className={styles.fine}>{t('infeasible.relax.note')}</p>
        </>
      )}
      <Link className="button" href={`/trips/${view.tripId}/edit`}>
        {t('infeasible.edit')}
      </Link>
    </section>
  )
}

export function FailedState({ view }: { readonly view: ItineraryView }): ReactNode {
  const { t } = useText()
  const kind = view.status === 'needs_attention' ? 'attention' : 'failed'
  return (
    <section className={styles.ended}>
      <h1>{t(`${kind}.title`)}</h1>
      <p className={styles.lead}>{t(`${kind}.body`)}</p>
      {view.failure !== null && <p className={styles.fine}>{t('failed.reason', { reason: errorSentence(t, view.failure) })}</p>}
      <Link className="button" href={`/trips/${view.tripId}`}>
        {t('itin.trip')}
      </Link>
    </section>
  )
}
