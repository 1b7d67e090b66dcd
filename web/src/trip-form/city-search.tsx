import type { Region } from '@yeojeong/contracts'
import { errorSentence } from '@yeojeong/i18n/lazy'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { findRegions } from '../api/queries.ts'
import { codeOf } from '../api/problem.ts'
import { useText } from '../app/text.tsx'
import { Field } from './field.tsx'
import styles from './form.module.css'

/** Destinations that are not on the list, by name. Asked for on demand: the servers that know the world forbid to be asked at every letter. */
export function CitySearch({ onFound }: { readonly onFound: (found: readonly Region[]) => void }): ReactNode {
  const { t } = useText()
  const [words, setWords] = useState('')
  const search = useMutation({ mutationFn: findRegions, onSuccess: onFound })
  const send = (): void => {
    if (words.trim() !== '') search.mutate(words.trim())
  }
  return (
    <>
      <Field label={t('form.city')} hint={t('form.city.hint')} optional>
        {(wiring) => (
          <input
            {...wiring}
            type="search"
            value={words}
            maxLength={120}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              // Enter looks the city up; the form is sent by its own button.
              event.preventDefault()
              send()
            }}
          />
        )}
      </Field>
      <button type="button" className={styles.quiet} onClick={send} disabled={search.isPending}>
        {t('form.city.search')}
      </button>
      <p className={styles.hint} role="status">
        {search.isPending && t('form.place.searching')}
        {search.isSuccess && (search.data.length === 0 ? t('form.place.none') : t('form.city.found', { count: search.data.length }))}
      </p>
      {search.isError && (
        <p className={styles.issue} role="alert">
          {errorSentence(t, codeOf(search.error))}
        </p>
      )}
    </>
  )
}
