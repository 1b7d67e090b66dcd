import type { ReactNode } from 'react'
import { Banner } from '../app/shell.tsx'
import { useText } from '../app/text.tsx'
import type { Editor } from './editor.ts'
import styles from './out-of-date.module.css'

/** The trip is no longer what this was planned for; a replan keeps what still fits and says what it changed. */
export function OutOfDate({ editor }: { readonly editor: Editor }): ReactNode {
  const { t } = useText()
  if (editor.view.outOfDate == null || editor.view.status !== 'ready') return null
  return (
    <div className={styles.notice}>
      <Banner>{t('outOfDate.banner')}</Banner>
      <button
        type="button"
        className={styles.replan}
        disabled={editor.pending !== null}
        onClick={() => editor.run({ type: 'Replan', day: null })}
      >
        {t('edit.replan')}
      </button>
    </div>
  )
}
