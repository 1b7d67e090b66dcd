import type { Member } from '@yeojeong/contracts'
import type { ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import styles from './trip-page.module.css'

const LIKED_FROM = 2

type Text = ReturnType<typeof useText>['t']

function traits(t: Text, member: Member): readonly string[] {
  const likes = Object.entries(member.tastes).flatMap(([interest, taste]) => {
    const key = `interest.${interest}`
    return taste !== undefined && taste >= LIKED_FROM && t.has(key) ? [t(key)] : []
  })
  return [
    t(`mobility.${member.mobility}`),
    ...(member.needsRest === true ? [t('form.member.needsRest')] : []),
    ...likes,
    ...member.diets.map((diet) => t(`diet.${diet}`)),
  ]
}

/** Who travels; what was said of their health is not repeated here. */
export function TravellerList({ members }: { readonly members: readonly Member[] }): ReactNode {
  const { t } = useText()
  return (
    <section>
      <h2>{t('trip.members')}</h2>
      <ul className={styles.people}>
        {members.map((member) => (
          <li key={member.id}>
            <p>
              <strong>{member.name}</strong> <span className="soft">{t('unit.ageYears', { age: member.age })}</span>
            </p>
            <p className="soft">{traits(t, member).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
