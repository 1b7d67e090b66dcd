import { useEffect } from 'react'
import { useText } from './text.tsx'

/** Names the page in the tab and for screen readers. */
export function useTitle(title: string | null): void {
  const { t } = useText()
  useEffect(() => {
    document.title = title === null || title === '' ? t('app.name') : `${title} · ${t('app.name')}`
  }, [title, t])
}
