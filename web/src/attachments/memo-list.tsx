import type { Attachment } from '@yeojeong/contracts'
import type { ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import styles from './attachments.module.css'

type Props = {
  readonly memos: readonly Attachment[]
  readonly mayRemove: (memo: Attachment) => boolean
  readonly onRemove: (memo: Attachment) => void
}

const SHORT = 24

export function MemoList({ memos, mayRemove, onRemove }: Props): ReactNode {
  const { t, language } = useText()
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  if (memos.length === 0) return null
  return (
    <ul className={styles.memos}>
      {memos.map((memo) => (
        <li key={memo.id}>
          <p className={styles.memo}>{memo.text}</p>
          <p className="soft">
            <time dateTime={memo.createdAt}>{moment.format(new Date(memo.createdAt))}</time>
          </p>
          {mayRemove(memo) && (
            <button
              type="button"
              className="icon-button"
              aria-label={t('memo.delete', { text: (memo.text ?? '').slice(0, SHORT) })}
              onClick={() => onRemove(memo)}
            >
              <Icon name="trash" size="1.125rem" />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
