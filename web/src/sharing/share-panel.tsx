import type { ItineraryView } from '@yeojeong/contracts'
import type { ReactNode } from 'react'
import { Dialog } from '../design/dialog.tsx'
import { ExportList } from './export-list.tsx'
import { ShareLinks } from './share-links.tsx'

type Props = {
  readonly view: ItineraryView
  readonly day: number | null
  readonly title: string
  /** Whether links can be given, or files only. */
  readonly links: boolean
  readonly onClose: () => void
}

export default function SharePanel({ view, day, title, links, onClose }: Props): ReactNode {
  return (
    <Dialog title={title} kind="panel" onClose={onClose}>
      <ExportList view={view} base={`/v1/itineraries/${encodeURIComponent(view.id)}`} day={day} />
      {links && <ShareLinks itineraryId={view.id} />}
    </Dialog>
  )
}
