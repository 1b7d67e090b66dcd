import type { ItineraryView } from '@yeojeong/contracts'
import { money, reasonSentence, type Names } from '@yeojeong/i18n/lazy'
import { useState, type ReactNode } from 'react'
import { nameIn } from '../app/localized.ts'
import { useText } from '../app/text.tsx'
import styles from './summary-parts.module.css'

type Props = { readonly view: ItineraryView; readonly names: Names }

const DROPPED_SHOWN = 4

export function MemberSummary({ view, names }: Props): ReactNode {
  const { t } = useText()
  if (view.members.length === 0) return null
  return (
    <section>
      <h2 className={styles.title}>{t('summary.members')}</h2>
      <ul className={styles.members}>
        {view.members.map((member) => {
          const name = names.traveller?.(member.travellerId) ?? t('name.traveller')
          const percent = Math.round(member.satisfaction * 100)
          return (
            <li key={member.travellerId}>
              <p className={styles.member}>
                <strong>{name}</strong>
                <span className="visually-hidden">{t('summary.satisfaction', { name, percent })}</span>
                <span className={styles.percent} aria-hidden="true">
                  {percent}%
                </span>
              </p>
              <div className={styles.bar} aria-hidden="true">
                <span style={{ width: `${percent}%` }} />
              </div>
              {member.reasons.map((reason, index) => (
                <p key={index} className="soft">
                  {reasonSentence(t, reason, names)}
                </p>
              ))}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

export function CostSummary({ view }: { readonly view: ItineraryView }): ReactNode {
  const { t } = useText()
  const { known, unknownStops } = view.cost
  return (
    <section>
      <h2 className={styles.title}>{t('summary.cost')}</h2>
      <p className={styles.amount}>{known === null ? t('summary.costNone') : money(t, known.amount, known.currency)}</p>
      <p className="soft">{t('summary.costUnknown', { stops: unknownStops })}</p>
      <p className="soft">{t('summary.budgetScope')}</p>
    </section>
  )
}

export function DroppedSummary({ view, names }: Props): ReactNode {
  const { t, language } = useText()
  const [all, setAll] = useState(false)
  const ordered = [...view.dropped].sort((a, b) => Number(b.wished) - Number(a.wished))
  const wished = ordered.filter((one) => one.wished).length
  const shown = all ? ordered : ordered.slice(0, Math.max(DROPPED_SHOWN, wished))
  const hidden = ordered.length - shown.length
  return (
    <section>
      <h2 className={styles.title}>{t('summary.dropped')}</h2>
      {wished === 0 && <p className="soft">{t('summary.dropped.none')}</p>}
      <ul className={styles.dropped}>
        {shown.map((one) => (
          <li key={one.placeId}>
            <p>
              <strong>{nameIn(one.names, language)}</strong>
              {one.wished && <span className={styles.wished}>{t('summary.dropped.wished')}</span>}
            </p>
            <p className="soft">{reasonSentence(t, one.reason, names)}</p>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" className="button" data-quiet="" onClick={() => setAll(true)}>
          {t('summary.showMore', { count: hidden })}
        </button>
      )}
    </section>
  )
}
