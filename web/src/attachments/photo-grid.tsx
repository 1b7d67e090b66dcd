import type { Attachment, StopView } from '@yeojeong/contracts'
import { useState, type ReactNode } from 'react'
import { photoAddress } from '../api/attachments.ts'
import { nameIn } from '../app/localized.ts'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import styles from './attachments.module.css'
import { Lightbox } from './lightbox.tsx'

type Props = {
  readonly itineraryId: string
  readonly stop: StopView
  readonly photos: readonly Attachment[]
  readonly mayRemove: (photo: Attachment) => boolean
  readonly onRemove: (photo: Attachment) => void
}

/** A stop's photos, small; each opens large. */
export function PhotoGrid({ itineraryId, stop, photos, mayRemove, onRemove }: Props): ReactNode {
  const { t, language } = useText()
  const [shown, setShown] = useState<string | null>(null)
  const name = nameIn(stop.names, language)
  const label = (index: number): string => t('photos.nth', { name, number: index + 1 })
  const at = photos.findIndex(({ id }) => id === shown)
  const photo = photos[at]
  if (photos.length === 0) return null
  return (
    <>
      <ul className={styles.grid}>
        {photos.map((one, index) => (
          <li key={one.id}>
            <button type="button" onClick={() => setShown(one.id)} aria-label={label(index)}>
              <Small itineraryId={itineraryId} photo={one} />
            </button>
          </li>
        ))}
      </ul>
      {photo !== undefined && (
        <Lightbox
          itineraryId={itineraryId}
          photo={photo}
          label={label(at)}
          position={{ at, of: photos.length }}
          onTurn={(by) => setShown(photos[(at + by + photos.length) % photos.length]!.id)}
          onRemove={mayRemove(photo) ? () => onRemove(photo) : null}
          onClose={() => setShown(null)}
        />
      )}
    </>
  )
}

/** The thumbnail; without one the picture itself where every browser shows its type, else that it is a file. */
function Small({ itineraryId, photo }: { readonly itineraryId: string; readonly photo: Attachment }): ReactNode {
  const { t } = useText()
  if (photo.hasThumbnail || photo.mediaType !== 'image/heic') {
    const part = photo.hasThumbnail ? 'thumbnail' : 'photo'
    return <img src={photoAddress(itineraryId, photo.id, part)} alt="" loading="lazy" decoding="async" />
  }
  return (
    <span className={styles.file}>
      <Icon name="camera" />
      <small>{t('photos.file')}</small>
    </span>
  )
}
