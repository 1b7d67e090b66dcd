import { useId, type ReactNode } from 'react'
import styles from './check.module.css'

type Props = {
  readonly label: string
  readonly hint: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** A yes or no, with what it means below it. */
export function Check({ label, hint, checked, onChange }: Props): ReactNode {
  const hintId = useId()
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={checked} aria-describedby={hintId} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label}
        <small id={hintId}>{hint}</small>
      </span>
    </label>
  )
}
