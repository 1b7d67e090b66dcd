import type { ItineraryView } from '@yeojeong/contracts'
import { reasonSentence, type Names } from '@yeojeong/i18n/lazy'
import type { ReactNode } from 'react'
import { nameIn } from '../app/localized.ts'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import styles from './warning-list.module.css'

type Warnings = ItineraryView['warnings']

type Props = {
  readonly warnings: Warnings
  readonly names: Names
  /** Given where warnings of several days and stops stand together: each then says what it is about. */
  readonly view?: ItineraryView
}

export function WarningList({ warnings, names, view }: Props): ReactNode {
  const { t, language } = useText()
  const about = (warning: Warnings[number]): string | null => {
    const stop = view?.days.flatMap(({ stops }) => stops).find(({ id }) => id === warning.stopId)
    if (stop !== undefined) return nameIn(stop.names, language)
    return view === undefined || warning.day === null ? null : t('itin.day', { number: warning.day + 1 })
  }
  if (warnings.length === 0) return null
  return (
    <ul className={styles.list}>
      {warnings.map((warning, index) => (
        <li key={index}>
          <Icon name="warning" />
          <span>
            {about(warning) !== null && <strong>{about(warning)} </strong>}
            {reasonSentence(t, warning, names)}
          </span>
        </li>
      ))}
    </ul>
  )
}
