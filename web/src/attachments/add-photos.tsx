import { errorSentence } from '@yeojeong/i18n/lazy'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type DragEvent, type ReactNode } from 'react'
import type { StopAddress } from '../api/attachments.ts'
import { useText, type Translate } from '../app/text.tsx'
import { Check } from '../design/check.tsx'
import { Icon, type IconName } from '../design/icons.tsx'
import { ACCEPTED } from './acceptable.ts'
import styles from './attachments.module.css'
import { dismissUpload, sendAgain, sendPhotos, useUploads, type Upload } from './uploads.ts'

/** Photos from the device, by choosing, by the camera or dropped here; several at once. */
export function AddPhotos({ at }: { readonly at: StopAddress }): ReactNode {
  const { t } = useText()
  const client = useQueryClient()
  const [keepLocation, setKeepLocation] = useState(false)
  const [over, setOver] = useState(false)
  const uploads = useUploads(at.stopId)
  const take = (files: FileList | null): void => {
    if (files !== null && files.length > 0) sendPhotos(client, at, [...files], keepLocation)
  }
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')
  return (
    <div
      className={styles.drop}
      data-over={over ? '' : undefined}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <p className={styles.actions}>
        <Picker label={t('photos.add')} icon="plus" onFiles={take} />
        <Picker label={t('photos.take')} icon="camera" camera onFiles={take} />
      </p>
      <p className="soft">
        <span className={styles.byMouse}>{t('photos.drop')} </span>
        {t('photos.types')}
      </p>
      <Check label={t('photos.keepLocation')} hint={t('photos.keepLocation.hint')} checked={keepLocation} onChange={setKeepLocation} />
      <UploadList uploads={uploads} onAgain={(upload) => sendAgain(client, upload, keepLocation)} />
    </div>
  )
}

type PickerProps = {
  readonly label: string
  readonly icon: IconName
  readonly camera?: boolean
  readonly onFiles: (files: FileList | null) => void
}

function Picker({ label, icon, camera = false, onFiles }: PickerProps): ReactNode {
  return (
    <label className={`small-button ${styles.picker}`} data-camera={camera ? '' : undefined}>
      <Icon name={icon} size="1.125rem" /> {label}
      <input
        type="file"
        className="visually-hidden"
        accept={camera ? 'image/*' : ACCEPTED}
        multiple={!camera}
        {...(camera ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          onFiles(event.target.files)
          event.target.value = ''
        }}
      />
    </label>
  )
}

type ListProps = { readonly uploads: readonly Upload[]; readonly onAgain: (upload: Upload) => void }

function UploadList({ uploads, onAgain }: ListProps): ReactNode {
  const { t } = useText()
  const done = uploads.filter(({ state }) => state === 'done').length
  return (
    <>
      <p role="status" className="soft">
        {done > 0 && t('photos.uploaded', { count: done })}
      </p>
      <ul className={styles.uploads}>
        {uploads
          .filter(({ state }) => state !== 'done')
          .map((upload) => (
            <li key={upload.id} data-state={upload.state}>
              <p className={styles.fileName}>{upload.file.name}</p>
              {upload.state === 'refused' ? (
                <>
                  <p className="bad" role="alert">
                    {refusalWords(t, upload.refused ?? 'internal')}
                  </p>
                  <p className={styles.actions}>
                    {upload.refused !== 'type' && upload.refused !== 'size' && (
                      <button type="button" className="small-button" onClick={() => onAgain(upload)}>
                        {t('app.retry')}
                      </button>
                    )}
                    <button type="button" className="small-button" onClick={() => dismissUpload(upload.id)}>
                      {t('app.close')}
                    </button>
                  </p>
                </>
              ) : (
                <progress aria-label={t('photos.uploading', { name: upload.file.name })} max={1} value={upload.share} />
              )}
            </li>
          ))}
      </ul>
    </>
  )
}

/** What the service calls a file as the page does that has not sent it. */
const SAME: { readonly [code: string]: string } = { unsupported_media_type: 'type', body_too_large: 'size' }

function refusalWords(t: Translate, refused: string): string {
  const key = `photos.error.${SAME[refused] ?? refused}`
  return t.has(key) ? t(key) : errorSentence(t, refused)
}
