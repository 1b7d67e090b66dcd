import type { ItineraryView } from '@yeojeong/contracts'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import { useReaderRole } from './editor.ts'

const SharePanel = lazy(() => import('../sharing/share-panel.tsx'))

/** Files for everybody; links are the owner's to give. */
export function ShareButton({ view, day }: { readonly view: ItineraryView; readonly day: number | null }): ReactNode {
  const { t } = useText()
  const owns = useReaderRole() === 'owner'
  const [open, setOpen] = useState(false)
  const label = t(owns ? 'export.open' : 'export.title')
  return (
    <>
      <button type="button" className="icon-button" aria-label={label} title={label} onClick={() => setOpen(true)}>
        <Icon name="share" />
      </button>
      {open && (
        <Suspense fallback={null}>
          <SharePanel view={view} day={day} title={label} links={owns} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
