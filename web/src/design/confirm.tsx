import { errorSentence } from '@yeojeong/i18n/lazy'
import type { UseMutationResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { codeOf } from '../api/problem.ts'
import { useText } from '../app/text.tsx'
import { Dialog } from './dialog.tsx'
import styles from './dialog.module.css'

type Props = {
  readonly title: string
  /** What the button that does it says. */
  readonly act: string
  readonly work: Pick<UseMutationResult<unknown, unknown, void>, 'mutate' | 'isPending' | 'error'>
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** Asks before it does something, and says in words why it could not. */
export function Confirm({ title, act, work, onClose, children }: Props): ReactNode {
  const { t } = useText()
  return (
    <Dialog title={title} kind="question" onClose={onClose}>
      {children}
      <p className="bad" role="alert">
        {work.error !== null && errorSentence(t, codeOf(work.error))}
      </p>
      <p className={styles.actions}>
        <button type="button" className="button" data-quiet="" onClick={onClose}>
          {t('app.cancel')}
        </button>
        <button type="button" className="button" disabled={work.isPending} onClick={() => work.mutate()}>
          {act}
        </button>
      </p>
    </Dialog>
  )
}
