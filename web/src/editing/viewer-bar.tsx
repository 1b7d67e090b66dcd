import type { ItineraryView } from '@yeojeong/contracts'
import type { ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import type { DayChoice } from '../itinerary/day-tabs.tsx'
import styles from './edit-bar.module.css'
import { ShareButton } from './share-button.tsx'

/** In the place of the tools for changing, for whoever only reads. */
export function ViewerBar({ view, choice }: { readonly view: ItineraryView; readonly choice: DayChoice }): ReactNode {
  const { t } = useText()
  return (
    <div className={styles.bar}>
      <p className={styles.quiet}>{t('share.viewing')}</p>
      <span className={styles.space} />
      <ShareButton view={view} day={choice === 'all' ? null : choice} />
    </div>
  )
}
