import type { Attachment } from '@yeojeong/contracts'
import { type KeyboardEvent, type ReactNode } from 'react'
import { photoAddress } from '../api/attachments.ts'
import { useText } from '../app/text.tsx'
import { Dialog } from '../design/dialog.tsx'
import { Icon } from '../design/icons.tsx'
import styles from './attachments.module.css'

type Props = {
  readonly itineraryId: string
  readonly photo: Attachment
  readonly label: string
  readonly position: { readonly at: number; readonly of: number }
  readonly onTurn: (by: 1 | -1) => void
  /** Null where it is not the reader's to remove. */
  readonly onRemove: (() => void) | null
  readonly onClose: () => void
}

const TURNS: { readonly [key: string]: 1 | -1 } = { ArrowRight: 1, ArrowLeft: -1 }

/** One photo as large as the screen allows; the arrow keys turn the pages. */
export function Lightbox({ itineraryId, photo, label, position, onTurn, onRemove, onClose }: Props): ReactNode {
  const { t, language } = useText()
  const turn = ({ key }: KeyboardEvent): void => {
    const by = TURNS[key]
    if (by !== undefined && position.of > 1) onTurn(by)
  }
  const added = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(photo.createdAt))
  return (
    <Dialog title={label} kind="picture" onClose={onClose} onKeyDown={turn}>
      <div className={styles.lightbox}>
        <Large itineraryId={itineraryId} photo={photo} label={label} />
        <p className={styles.caption}>
          <span>{added}</span>
          <span aria-live="polite">{position.of > 1 && t('photos.position', { number: position.at + 1, count: position.of })}</span>
        </p>
        <p className={styles.actions}>
          {position.of > 1 && (
            <>
              <button type="button" className="icon-button" aria-label={t('photos.previous')} onClick={() => onTurn(-1)}>
                <Icon name="previous" />
              </button>
              <button type="button" className="icon-button" aria-label={t('photos.next')} onClick={() => onTurn(1)}>
                <Icon name="next" />
              </button>
            </>
          )}
          <a className="small-button" href={photoAddress(itineraryId, photo.id, 'photo')} download={fileName(photo)}>
            {t('photos.download')}
          </a>
          {onRemove !== null && (
            <button type="button" className="small-button" onClick={onRemove}>
              <Icon name="trash" size="1.125rem" /> {t('photos.delete')}
            </button>
          )}
        </p>
      </div>
    </Dialog>
  )
}

/** HEIC is shown by its thumbnail, since few browsers know it; without one there is nothing to see but the file. */
function Large({ itineraryId, photo, label }: Pick<Props, 'itineraryId' | 'photo' | 'label'>): ReactNode {
  const { t } = useText()
  const heic = photo.mediaType === 'image/heic'
  if (heic && !photo.hasThumbnail) return <p className={styles.noPicture}>{t('photos.noPreview')}</p>
  return <img key={photo.id} src={photoAddress(itineraryId, photo.id, heic ? 'thumbnail' : 'photo')} alt={label} />
}

function fileName({ id, mediaType }: Attachment): string {
  return `${id}.${mediaType === 'image/jpeg' ? 'jpg' : (mediaType?.slice('image/'.length) ?? 'bin')}`
}
