import type { ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import styles from './form.module.css'

type Props = { readonly chosen: boolean; readonly onChange: (chosen: boolean) => void }

/** Whether to have one plan, or one of each pace to choose from. */
export function ThreePlans({ chosen, onChange }: Props): ReactNode {
  const { t } = useText()
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={chosen} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {t('form.three')}
        <small>{t('form.three.hint')}</small>
      </span>
    </label>
  )
}
