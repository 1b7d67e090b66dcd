import { createContext, use, useId, type ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import styles from './form.module.css'
import type { Issues } from './issues.ts'

export const IssuesContext = createContext<Issues>(new Map())

/** What a control needs to be tied to its label, hint and error. */
export type Wiring = { readonly id: string; readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true }

type FieldProps = {
  readonly label: string
  /** Where in the request the value goes; errors there are said here. */
  readonly pointer?: string
  readonly hint?: string | undefined
  readonly optional?: boolean
  readonly className?: string | undefined
  readonly children: (wiring: Wiring) => ReactNode
}

export function Field({ label, pointer, hint, optional = false, className, children }: FieldProps): ReactNode {
  const { t } = useText()
  const id = useId()
  const issue = use(IssuesContext).get(pointer ?? '')
  const described = [hint === undefined ? null : `${id}-hint`, issue === undefined ? null : `${id}-issue`]
    .filter((one) => one !== null)
    .join(' ')
  const wiring: Wiring = {
    id,
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(issue === undefined ? {} : { 'aria-invalid': true }),
  }
  return (
    <div className={className === undefined ? styles.field : `${styles.field} ${className}`}>
      <label htmlFor={id}>
        {label}
        {optional && <span className={styles.optional}> {t('form.optional')}</span>}
      </label>
      {children(wiring)}
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {issue !== undefined && (
        <p id={`${id}-issue`} className={styles.issue}>
          {t(issue)}
        </p>
      )}
    </div>
  )
}

type ChoiceProps<T extends string> = {
  readonly legend: string
  readonly name: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string; readonly hint?: string | undefined }[]
  readonly pointer?: string
  readonly onChange: (value: T) => void
}

/** One of a few, as large radio buttons. */
export function Choice<T extends string>({ legend, name, value, options, pointer, onChange }: ChoiceProps<T>): ReactNode {
  const { t } = useText()
  const id = useId()
  const issue = use(IssuesContext).get(pointer ?? '')
  return (
    <fieldset className={styles.choice} aria-describedby={issue === undefined ? undefined : id}>
      <legend>{legend}</legend>
      {issue !== undefined && (
        <p id={id} className={styles.issue}>
          {t(issue)}
        </p>
      )}
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
              aria-invalid={issue === undefined ? undefined : true}
            />
            <span>
              {option.label}
              {option.hint !== undefined && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type SectionProps = { readonly title: string; readonly hint?: string; readonly children: ReactNode }

export function Section({ title, hint, children }: SectionProps): ReactNode {
  return (
    <section className={styles.section}>
      <header>
        <h2>{title}</h2>
        {hint !== undefined && <p>{hint}</p>}
      </header>
      <div className={styles.fields}>{children}</div>
    </section>
  )
}
