import type { HistoryItem } from '@yeojeong/contracts'
import { errorSentence, type Names } from '@yeojeong/i18n/lazy'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { historyQuery } from '../api/commands.ts'
import { codeOf } from '../api/problem.ts'
import { useText, type Language, type Translate } from '../app/text.tsx'
import { Dialog } from '../design/dialog.tsx'
import { commandWords } from './command-words.ts'
import type { Editor } from './editor.ts'
import styles from './history-panel.module.css'

type Props = { readonly editor: Editor; readonly names: Names; readonly onClose: () => void }

/** Everything that has happened, newest first; any version can be gone back to, and that too can be undone. */
export function HistoryPanel({ editor, names, onClose }: Props): ReactNode {
  const { t, language } = useText()
  const { view } = editor
  const history = useQuery(historyQuery(view.id, view.version))
  const items = history.data ?? []
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <Dialog title={t('edit.history')} kind="panel" onClose={onClose}>
      {history.isPending && <p role="status">{t('app.loading')}</p>}
      {history.isError && <p role="alert">{errorSentence(t, codeOf(history.error))}</p>}
      {history.isSuccess && items.length <= 1 && <p className={`soft ${styles.told}`}>{t('edit.history.none')}</p>}
      <ol className={styles.items}>
        {items.map((item) => (
          <li key={item.version} aria-current={item.version === view.version ? 'true' : undefined}>
            <p>{itemWords(t, language, item, items, names)}</p>
            <p className={`soft ${styles.told}`}>
              <time dateTime={item.at}>{moment.format(new Date(item.at))}</time>
              {item.version === view.version && ` · ${t('edit.history.now')}`}
            </p>
            {item.version < view.version && view.status !== 'archived' && (
              <button
                type="button"
                className={styles.restore}
                onClick={() => {
                  editor.run({ type: 'RestoreVersion', version: item.version })
                  onClose()
                }}
              >
                {t('edit.history.restore')}
              </button>
            )}
          </li>
        ))}
      </ol>
    </Dialog>
  )
}

function itemWords(t: Translate, language: Language, item: HistoryItem, all: readonly HistoryItem[], names: Names): string {
  const key = `edit.history.${item.type}`
  const of = item.of === null ? item : all.find(({ version }) => version === item.of)
  const what = of?.command == null ? t('edit.history.other') : commandWords(t, language, of.command, names, of.names)
  return t.has(key) ? t(key, { what }) : what
}
