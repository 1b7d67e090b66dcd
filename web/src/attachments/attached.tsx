import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { attachmentsQuery, photoAddress } from '../api/attachments.ts'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import { useReaderRole } from '../editing/editor.ts'
import styles from './attachments.module.css'

const SHOWN = 3

/** On a stop's card: that there are photos and memos, and the first few of them. */
export function Attached({ itineraryId, stopId }: { readonly itineraryId: string; readonly stopId: string }): ReactNode {
  const { t } = useText()
  const joined = useReaderRole() !== null
  const { data = [] } = useQuery({ ...attachmentsQuery(itineraryId), enabled: joined })
  const here = data.filter((one) => one.stopId === stopId)
  if (here.length === 0) return null
  const photos = here.filter(({ kind }) => kind === 'photo')
  const memos = here.length - photos.length
  return (
    <p className={styles.attached}>
      {photos
        .filter(({ hasThumbnail }) => hasThumbnail)
        .slice(0, SHOWN)
        .map(({ id }) => (
          <img key={id} src={photoAddress(itineraryId, id, 'thumbnail')} alt="" loading="lazy" decoding="async" />
        ))}
      {photos.length > 0 && (
        <span>
          <Icon name="camera" size="1.125rem" />
          <Count words={t('photos.count', { count: photos.length })} of={photos.length} />
        </span>
      )}
      {memos > 0 && (
        <span>
          <Icon name="note" size="1.125rem" />
          <Count words={t('memo.count', { count: memos })} of={memos} />
        </span>
      )}
    </p>
  )
}

/** The eye has the icon beside the number; a screen reader is told what is counted. */
function Count({ words, of }: { readonly words: string; readonly of: number }): ReactNode {
  return (
    <>
      <span aria-hidden="true">{of}</span>
      <span className="visually-hidden">{words}</span>
    </>
  )
}
