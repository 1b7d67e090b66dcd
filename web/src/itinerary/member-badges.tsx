import type { StopView } from '@yeojeong/contracts'
import { formatList, type Names } from '@yeojeong/i18n/lazy'
import type { ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import { Icon, type IconName } from '../design/icons.tsx'
import styles from './member-badges.module.css'

const BADGES = {
  'rest-for': { key: 'itin.badge.rest', icon: 'rest' },
  'step-free': { key: 'itin.badge.stepFree', icon: 'wheelchair' },
  'liked-by': { key: 'itin.badge.liked', icon: 'heart' },
  'for-children': { key: 'itin.badge.children', icon: 'child' },
} as const satisfies { readonly [code: string]: { readonly key: string; readonly icon: IconName } }
type BadgeCode = keyof typeof BADGES

const isBadge = (code: string): code is BadgeCode => Object.hasOwn(BADGES, code)

/** For whom a stop is: the rest, the step-free way, what somebody likes. */
export function MemberBadges({ stop, names }: { readonly stop: StopView; readonly names: Names }): ReactNode {
  const { t, language } = useText()
  const badges = stop.reasons.flatMap(({ code, params }) => {
    const ids = params['travellerIds']
    if (!isBadge(code) || !Array.isArray(ids)) return []
    const people = formatList(
      language,
      ids.map((id) => names.traveller?.(id) ?? t('name.traveller')),
    )
    const interest = `interest.${params['interest']}`
    return [{ ...BADGES[code], code, people, interest: t.has(interest) ? t(interest) : null }]
  })
  if (badges.length === 0) return null
  return (
    <ul className={styles.badges}>
      {badges.map((badge, index) => (
        <li key={index} data-code={badge.code}>
          <Icon name={badge.icon} size="1rem" />
          {t(badge.key, { names: badge.people })}
          {badge.interest !== null && <span className={styles.interest}>{badge.interest}</span>}
        </li>
      ))}
    </ul>
  )
}
