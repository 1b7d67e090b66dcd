import { errorSentence } from '@yeojeong/i18n/lazy'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState, type ReactNode } from 'react'
import { addMemo, attachmentsQuery, type StopAddress } from '../api/attachments.ts'
import { newKey } from '../api/client.ts'
import { codeOf } from '../api/problem.ts'
import { useText } from '../app/text.tsx'
import styles from './attachments.module.css'

const LONGEST_MEMO = 4_000

export function AddMemo({ at }: { readonly at: StopAddress }): ReactNode {
  const { t } = useText()
  const client = useQueryClient()
  const id = useId()
  const [text, setText] = useState('')
  const key = useRef(newKey())
  const add = useMutation({
    mutationFn: () => addMemo(at, text.trim(), key.current),
    onSuccess: () => {
      setText('')
      key.current = newKey()
      return client.invalidateQueries({ queryKey: attachmentsQuery(at.itineraryId).queryKey })
    },
  })
  const code = add.isError ? codeOf(add.error) : null
  return (
    <form
      className={styles.memoForm}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '' && !add.isPending) add.mutate()
      }}
    >
      <label htmlFor={id}>{t('memo.label')}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={LONGEST_MEMO}
        value={text}
        placeholder={t('memo.placeholder')}
        onChange={(event) => {
          key.current = newKey()
          setText(event.target.value)
        }}
      />
      {text.trim() !== '' && (
        <p className={styles.actions}>
          <button type="submit" className="small-button" disabled={add.isPending}>
            {t('memo.save')}
          </button>
        </p>
      )}
      <p className="bad" role="alert">
        {code !== null && (code === 'limit_reached' ? t('photos.error.limit_reached') : errorSentence(t, code))}
      </p>
    </form>
  )
}
