import type { Place } from '@yeojeong/contracts'
import { formatDate } from '@yeojeong/i18n/lazy'
import { useId, useState, type ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import { Dialog } from '../design/dialog.tsx'
import { PlaceSearch } from '../trip-form/place-search.tsx'
import { rememberName } from './command-words.ts'
import type { Editor } from './editor.ts'
import styles from './edit-forms.module.css'

type Props = { readonly editor: Editor; readonly day: number | null; readonly onClose: () => void }

/** Finds a place and puts it into a day, where it costs least. */
export function AddPlace({ editor, day, onClose }: Props): ReactNode {
  const { t, language } = useText()
  const { view } = editor
  const [chosen, setChosen] = useState(day ?? 0)
  const [dayId, placeId] = [useId(), useId()]
  const add = (place: Place): void => {
    rememberName(place.id, place.names)
    editor.run({ type: 'AddPlace', placeId: place.id, day: chosen })
    onClose()
  }
  return (
    <Dialog title={t('edit.add')} kind="panel" onClose={onClose}>
      <div className={styles.field}>
        <label htmlFor={dayId}>{t('edit.add.day')}</label>
        <select id={dayId} value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
          {view.days.map(({ index, date }) => (
            <option key={index} value={index}>
              {t('itin.day', { number: index + 1 })} · {formatDate(language, date, 'short')}
            </option>
          ))}
        </select>
      </div>
      <div className={styles.search}>
        <div className={styles.field} data-search="">
          <label htmlFor={placeId}>{t('form.place.search')}</label>
          <PlaceSearch regionId={view.destination.regionId} wiring={{ id: placeId, 'aria-describedby': `${placeId}-hint` }} onPick={add} />
          <p id={`${placeId}-hint`} className="soft">
            {t('edit.add.body')}
          </p>
        </div>
      </div>
    </Dialog>
  )
}
