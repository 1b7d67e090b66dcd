import type { ItineraryView } from '@yeojeong/contracts'
import { reasonSentence, type Names } from '@yeojeong/i18n/lazy'
import type { ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import styles from './warning-list.module.css'

type Warnings = ItineraryView['warnings']

export function WarningList({ warnings, names }: { readonly warnings: Warnings; readonly names: Names }): ReactNode {
  const { t } = useText()
  if (warnings.length === 0) return null
  return (
    <ul className={styles.list}>
      {warnings.map((warning, index) => (
        <li key={index}>
          <Icon name="warning" />
          <span>{reasonSentence(t, warning, names)}</span>
        </li>
      ))}
    </ul>
  )
}
