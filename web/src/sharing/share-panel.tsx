import type { ItineraryView } from '@yeojeong/contracts'
import type { ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import { Dialog } from '../design/dialog.tsx'
import { ExportList } from './export-list.tsx'
import { ShareLinks } from './share-links.tsx'

type Props = { readonly view: ItineraryView; readonly day: number | null; readonly onClose: () => void }

export default function SharePanel({ view, day, onClose }: Props): ReactNode {
  const { t } = useText()
  return (
    <Dialog title={t('export.open')} kind="panel" onClose={onClose}>
      <ExportList view={view} base={`/v1/itineraries/${encodeURIComponent(view.id)}`} day={day} />
      <ShareLinks itineraryId={view.id} />
    </Dialog>
  )
}
