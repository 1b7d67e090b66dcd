import { useSyncExternalStore, type ReactNode } from 'react'
import { isReadOnly, subscribeReadOnly } from '../api/read-only.ts'
import { Icon } from '../design/icons.tsx'
import { Link } from './router.tsx'
import styles from './shell.module.css'
import { LANGUAGES, useText, type Language } from './text.tsx'

function subscribeOnline(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

export function Shell({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useText()
  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine)
  const readOnly = useSyncExternalStore(subscribeReadOnly, isReadOnly)
  return (
    <>
      <a className={styles.skip} href="#main">
        {t('app.skip')}
      </a>
      <header className={styles.bar}>
        <Link href="/" className={styles.brand}>
          <Mark />
          <span>
            {t('app.name')}
            <span className="visually-hidden"> – {t('app.home')}</span>
          </span>
        </Link>
        <LanguageSwitch />
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {!online && <Banner>{t('banner.offline')}</Banner>}
        {readOnly && <Banner>{t('banner.readOnly')}</Banner>}
        {children}
      </main>
    </>
  )
}

export function Banner({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <p className={styles.banner} role="status">
      <Icon name="info" />
      <span>{children}</span>
    </p>
  )
}

/** The product's mark: a way with two stops. */
function Mark(): ReactNode {
  return (
    <svg className={styles.mark} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M6 5v5c0 4 12 4 12 8v1" />
      <circle cx="6" cy="5" r="2.6" className={styles.from} />
      <circle cx="18" cy="19" r="2.6" className={styles.to} />
    </svg>
  )
}

function LanguageSwitch(): ReactNode {
  const { t, language, setLanguage } = useText()
  return (
    <label className={styles.language}>
      <Icon name="globe" />
      <span className="visually-hidden">{t('app.language')}</span>
      <select value={language} onChange={(event) => setLanguage(event.target.value as Language)}>
        {LANGUAGES.map((one) => (
          <option key={one} value={one} lang={one}>
            {t(`language.${one}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
