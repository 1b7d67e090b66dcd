import type { Attachment, StopView } from '@yeojeong/contracts'
import { errorSentence } from '@yeojeong/i18n/lazy'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type ReactNode } from 'react'
import { attachmentsQuery, removeAttachment } from '../api/attachments.ts'
import { codeOf } from '../api/problem.ts'
import { meQuery } from '../api/queries.ts'
import { useText } from '../app/text.tsx'
import { Confirm } from '../design/confirm.tsx'
import { useReaderRole } from '../editing/editor.ts'
import { AddMemo } from './add-memo.tsx'
import { AddPhotos } from './add-photos.tsx'
import styles from './attachments.module.css'
import { MemoList } from './memo-list.tsx'
import { PhotoGrid } from './photo-grid.tsx'

type Props = { readonly itineraryId: string; readonly stop: StopView; readonly changeable: boolean }

/** What people have put on a stop, for everybody who has joined; more may be added by those who may edit. */
export function StopAttachments({ itineraryId, stop, changeable }: Props): ReactNode {
  const { t } = useText()
  const titleId = useId()
  const role = useReaderRole()
  const joined = role !== null
  const { data: me } = useQuery({ ...meQuery, enabled: joined })
  const found = useQuery({ ...attachmentsQuery(itineraryId), enabled: joined })
  const [asked, setAsked] = useState<Attachment | null>(null)
  const items = (found.data ?? []).filter(({ stopId }) => stopId === stop.id)
  const adds = changeable && (role === 'owner' || role === 'editor')
  if (!joined || (!adds && items.length === 0)) return null
  const mayRemove = ({ createdBy }: Attachment): boolean => adds && (role === 'owner' || createdBy === me?.userId)
  const at = { itineraryId, stopId: stop.id }
  return (
    <section className={styles.part} aria-labelledby={titleId} aria-busy={found.isPending}>
      <h3 id={titleId}>{t('photos.title')}</h3>
      {found.isError && (
        <p className="bad" role="alert">
          {errorSentence(t, codeOf(found.error))}
        </p>
      )}
      <PhotoGrid
        itineraryId={itineraryId}
        stop={stop}
        photos={items.filter(({ kind }) => kind === 'photo')}
        mayRemove={mayRemove}
        onRemove={setAsked}
      />
      {adds && <AddPhotos at={at} />}
      <MemoList memos={items.filter(({ kind }) => kind === 'memo')} mayRemove={mayRemove} onRemove={setAsked} />
      {adds && <AddMemo at={at} />}
      {adds && <p className="soft">{t('photos.privacy')}</p>}
      {asked !== null && <AskRemoval itineraryId={itineraryId} attachment={asked} onClose={() => setAsked(null)} />}
    </section>
  )
}

type AskProps = { readonly itineraryId: string; readonly attachment: Attachment; readonly onClose: () => void }

function AskRemoval({ itineraryId, attachment: { id, kind }, onClose }: AskProps): ReactNode {
  const { t } = useText()
  const client = useQueryClient()
  const { queryKey } = attachmentsQuery(itineraryId)
  const remove = useMutation({
    mutationFn: () => removeAttachment(itineraryId, id),
    onSuccess: () => {
      client.setQueryData(queryKey, (before) => before?.filter((one) => one.id !== id))
      onClose()
    },
  })
  return (
    <Confirm title={t(kind === 'photo' ? 'photos.delete.ask' : 'memo.delete.ask')} act={t('app.delete')} work={remove} onClose={onClose}>
      <p className="soft">{t('photos.delete.body')}</p>
    </Confirm>
  )
}
