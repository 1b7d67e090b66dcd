import { useId, useState, type ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import { Dialog } from '../design/dialog.tsx'
import type { Editor } from './editor.ts'
import styles from './edit-forms.module.css'

export function Rename({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }): ReactNode {
  const { t } = useText()
  const id = useId()
  const [title, setTitle] = useState(editor.view.title)
  return (
    <Dialog title={t('edit.rename')} kind="question" onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          editor.run({ type: 'Rename', title: title.trim() === '' ? null : title.trim() })
          onClose()
        }}
      >
        <div className={styles.field}>
          <label htmlFor={id}>{t('form.tripTitle')}</label>
          <input id={id} value={title} maxLength={120} aria-describedby={`${id}-hint`} onChange={(event) => setTitle(event.target.value)} />
          <p id={`${id}-hint`} className="soft">
            {t('edit.rename.hint')}
          </p>
        </div>
        <p className={styles.actions}>
          <button type="submit" className="button">
            {t('edit.apply')}
          </button>
        </p>
      </form>
    </Dialog>
  )
}
