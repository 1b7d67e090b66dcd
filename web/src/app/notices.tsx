import { errorSentence } from '@yeojeong/i18n/lazy'
import type { ReactNode } from 'react'
import { ApiError, codeOf } from '../api/problem.ts'
import styles from './notices.module.css'
import { Link } from './router.tsx'
import { useText } from './text.tsx'
import { useTitle } from './title.ts'

export function Waiting(): ReactNode {
  const { t } = useText()
  return (
    <div className={styles.waiting} role="status">
      <span className={styles.line} aria-hidden="true" />
      <span className="visually-hidden">{t('app.loading')}</span>
    </div>
  )
}

export function Problem({ error, retry }: { readonly error: unknown; readonly retry?: () => void }): ReactNode {
  const { t } = useText()
  const code = codeOf(error)
  const requestId = error instanceof ApiError ? error.requestId : null
  // A read is only ever refused as invalid for an id that cannot be one.
  if (code === 'not_found' || code === 'validation_failed') return <NotFound />
  return (
    <section className={styles.notice} role="alert">
      <h1>{t('error.title')}</h1>
      <p>{errorSentence(t, code)}</p>
      {requestId !== null && <p className={styles.fine}>{t('error.requestId', { id: requestId })}</p>}
      {retry !== undefined && (
        <button type="button" className="button" onClick={retry}>
          {t('app.retry')}
        </button>
      )}
    </section>
  )
}

export function NotFound(): ReactNode {
  const { t } = useText()
  useTitle(t('app.notFound.title'))
  return (
    <section className={styles.notice}>
      <h1>{t('app.notFound.title')}</h1>
      <p>{t('app.notFound.body')}</p>
      <Link href="/" className="button">
        {t('app.notFound.home')}
      </Link>
    </section>
  )
}
