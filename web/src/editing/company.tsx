import type { ReactNode } from 'react'
import { useLive } from '../api/live.ts'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import styles from './company.module.css'

/** Who else is looking at this, and that something came from them. */
export function Company({ itineraryId }: { readonly itineraryId: string }): ReactNode {
  const { t } = useText()
  const { others, heard } = useLive(itineraryId, true)
  return (
    <div role="status" className={styles.company} data-quiet={others.length === 0 && heard === 0 ? '' : undefined}>
      {others.length > 0 && (
        <p>
          <Icon name="person" size="1.125rem" />
          {t('live.here', { count: others.length })}
        </p>
      )}
      {heard > 0 && <p key={heard}>{t('live.updated')}</p>}
    </div>
  )
}
