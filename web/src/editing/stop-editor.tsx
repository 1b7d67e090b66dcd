import type { DayView, StopView } from '@yeojeong/contracts'
import { useId, useState, type ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import { MenuButton } from '../design/menu.tsx'
import { minuteOn } from '../itinerary/moments.ts'
import { AlternativesPanel } from './alternatives-panel.tsx'
import { useEditing, type Editor } from './editor.ts'
import styles from './edit-forms.module.css'
import { isMovable } from './foresee.ts'
import { moveItems } from './move-handle.tsx'

type Props = { readonly stop: StopView; readonly day: DayView; readonly onGone: () => void }

/** What can be changed of one stop, beside what is known of it. */
export function StopEditor({ stop, day, onGone }: Props): ReactNode {
  const { t } = useText()
  const editor = useEditing()
  const [swapping, setSwapping] = useState(false)
  if (editor === null || editor.view.status === 'archived') return null
  if (!isMovable(stop)) {
    return (
      <section>
        <p className="soft">{t('edit.fixed')}</p>
        <Note key={stop.id} stop={stop} editor={editor} />
      </section>
    )
  }
  return (
    <section className={styles.form} aria-label={t('edit.title')}>
      <div className={styles.actions}>
        <button
          type="button"
          className="small-button"
          onClick={() => editor.run({ type: stop.locked ? 'UnlockStop' : 'LockStop', stopId: stop.id })}
        >
          <Icon name={stop.locked ? 'unlock' : 'lock'} size="1.125rem" /> {t(stop.locked ? 'edit.unlock' : 'edit.lock')}
        </button>
        {!stop.locked && (
          <>
            <MenuButton label={t('edit.move')} items={moveItems(t, editor, day, stop)} className="small-button">
              <Icon name="grip" size="1.125rem" /> {t('edit.move')}
            </MenuButton>
            {stop.placeId !== null && (
              <button type="button" className="small-button" onClick={() => setSwapping(true)}>
                <Icon name="swap" size="1.125rem" /> {t('edit.swap')}
              </button>
            )}
            <button
              type="button"
              className="small-button"
              onClick={() => {
                editor.run({ type: 'RemoveStop', stopId: stop.id })
                onGone()
              }}
            >
              <Icon name="trash" size="1.125rem" /> {t('edit.remove')}
            </button>
          </>
        )}
      </div>
      {stop.locked ? (
        <p className="soft">{t('edit.locked.hint')}</p>
      ) : (
        <Times key={`${stop.id} ${stop.startAt} ${stop.endAt}`} stop={stop} day={day} editor={editor} />
      )}
      <Note key={`${stop.id} note`} stop={stop} editor={editor} />
      {swapping && <AlternativesPanel stop={stop} editor={editor} onClose={() => setSwapping(false)} onGone={onGone} />}
    </section>
  )
}

type PartProps = { readonly stop: StopView; readonly editor: Editor }
const SHORTEST_MIN = 5
const LONGEST_MIN = 720

function Times({ stop, day, editor }: PartProps & { readonly day: DayView }): ReactNode {
  const { t } = useText()
  const [startId, stayId] = [useId(), useId()]
  const stayMin = minuteOn(day.date, stop.endAt) - minuteOn(day.date, stop.startAt)
  const shown = { start: stop.startAt.slice(11, 16), stay: String(stayMin) }
  const [start, setStart] = useState(shown.start)
  const [stay, setStay] = useState(shown.stay)
  const minutes = Number(stay)
  const fits = Number.isInteger(minutes) && minutes >= SHORTEST_MIN && minutes <= LONGEST_MIN && start !== ''
  const [newStart, newStay] = [start !== shown.start, stay !== shown.stay]
  const { start: ownStart, duration: ownStay } = stop.pinned ?? { start: false, duration: false }
  const set = (times: { readonly start?: string | null; readonly durationMin?: number | null }): void =>
    editor.run({ type: 'SetTimes', stopId: stop.id, ...times })
  const apply = (): void => set({ ...(newStart ? { start } : {}), ...(newStay ? { durationMin: minutes } : {}) })
  const free = (): void => set({ ...(ownStart ? { start: null } : {}), ...(ownStay ? { durationMin: null } : {}) })
  const [changed, pinned] = [newStart || newStay, ownStart || ownStay]
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (fits && changed) apply()
      }}
    >
      <div className={styles.pair}>
        <div className={styles.field}>
          <label htmlFor={startId}>{t('edit.start')}</label>
          <input id={startId} type="time" value={start} onChange={(event) => setStart(event.target.value)} />
        </div>
        <div className={styles.field}>
          <label htmlFor={stayId}>{t('edit.duration')}</label>
          <input
            id={stayId}
            type="number"
            inputMode="numeric"
            min={SHORTEST_MIN}
            max={LONGEST_MIN}
            value={stay}
            onChange={(event) => setStay(event.target.value)}
          />
        </div>
      </div>
      {(changed || pinned) && (
        <p className={styles.actions}>
          {changed && (
            <button type="submit" className="small-button" disabled={!fits}>
              {t('edit.apply')}
            </button>
          )}
          {pinned && (
            <button type="button" className="small-button" onClick={free}>
              {t('edit.auto')}
            </button>
          )}
        </p>
      )}
    </form>
  )
}

const LONGEST_NOTE = 2_000

function Note({ stop, editor }: PartProps): ReactNode {
  const { t } = useText()
  const id = useId()
  const [note, setNote] = useState(stop.note ?? '')
  const changed = note.trim() !== (stop.note ?? '')
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        editor.run({ type: 'SetNote', stopId: stop.id, note: note.trim() === '' ? null : note.trim() })
      }}
    >
      <div className={styles.field}>
        <label htmlFor={id}>{t('edit.note')}</label>
        <textarea
          id={id}
          rows={2}
          maxLength={LONGEST_NOTE}
          value={note}
          placeholder={t('edit.note.placeholder')}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      {changed && (
        <p className={styles.actions}>
          <button type="submit" className="small-button">
            {t('edit.apply')}
          </button>
        </p>
      )}
    </form>
  )
}
