import type { Names } from '@yeojeong/i18n/lazy'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { historyQuery } from '../api/commands.ts'
import { meQuery } from '../api/queries.ts'
import { useText } from '../app/text.tsx'
import { Icon, type IconName } from '../design/icons.tsx'
import { MenuButton } from '../design/menu.tsx'
import type { DayChoice } from '../itinerary/day-tabs.tsx'
import { AddPlace } from './add-place.tsx'
import { commandWords } from './command-words.ts'
import styles from './edit-bar.module.css'
import type { Editor } from './editor.ts'
import { HistoryPanel } from './history-panel.tsx'
import { Rename } from './rename.tsx'
import { ShareButton } from './share-button.tsx'
import { standingOf } from './standing.ts'

type Open = 'add' | 'history' | 'rename' | null
type Props = { readonly editor: Editor; readonly names: Names; readonly choice: DayChoice }

/** What can be done to the itinerary as a whole. Undo and redo say what they would undo and redo. */
export function EditBar({ editor, names, choice }: Props): ReactNode {
  const { t } = useText()
  const [open, setOpen] = useState<Open>(null)
  const { view } = editor
  const archived = view.status === 'archived'
  const close = (): void => setOpen(null)
  const day = choice === 'all' ? null : choice
  const replans = [
    ...(day === null
      ? []
      : [
          {
            label: t('edit.replan.day', { day: day + 1 }),
            hint: t('edit.replan.hint'),
            onChoose: () => editor.run({ type: 'Replan', day }),
          },
        ]),
    { label: t('edit.replan.all'), hint: t('edit.replan.hint'), onChoose: () => editor.run({ type: 'Replan', day: null }) },
  ]
  const more = [
    { label: t('edit.history'), onChoose: () => setOpen('history') },
    { label: t('edit.rename'), disabled: archived, onChoose: () => setOpen('rename') },
    { label: t(archived ? 'edit.unarchive' : 'edit.archive'), onChoose: () => editor.run({ type: archived ? 'Unarchive' : 'Archive' }) },
  ] as const
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('app.edit')} aria-busy={editor.pending !== null}>
      <Reversals editor={editor} names={names} />
      <span className={styles.space} />
      {!archived && (
        <>
          <button type="button" className={styles.pill} onClick={() => setOpen('add')}>
            <Icon name="plus" size="1.125rem" /> {t('edit.add')}
          </button>
          <MenuButton label={t('edit.replan')} items={replans} className={styles.pill} side="right">
            <Icon name="replan" size="1.125rem" /> <span className={styles.roomy}>{t('edit.replan')}</span>
          </MenuButton>
        </>
      )}
      <ShareButton view={view} day={day} />
      <MenuButton label={t('edit.more')} items={more} className="icon-button" side="right">
        <Icon name="more" />
      </MenuButton>
      {open === 'add' && <AddPlace editor={editor} day={day} onClose={close} />}
      {open === 'history' && <HistoryPanel editor={editor} names={names} onClose={close} />}
      {open === 'rename' && <Rename editor={editor} onClose={close} />}
    </div>
  )
}

function Reversals({ editor, names }: Pick<Props, 'editor' | 'names'>): ReactNode {
  const { t, language } = useText()
  const { view } = editor
  const me = useQuery(meQuery)
  const history = useQuery({ ...historyQuery(view.id, view.version), placeholderData: (before) => before })
  const standing = standingOf(history.data ?? [], me.data?.userId ?? '')
  const words = { undo: standing.undo, redo: standing.redo }
  const may = {
    undo: view.history?.canUndo ?? standing.undo !== null,
    redo: view.history?.canRedo ?? standing.redo !== null,
  }
  return (['undo', 'redo'] as const).map((way) => {
    const of = words[way]
    const what = of?.command == null ? null : commandWords(t, language, of.command, names, of.names)
    const label = what === null ? t(`edit.${way}`) : t(`edit.${way}Of`, { what })
    return (
      <ReversalButton
        key={way}
        icon={way}
        label={label}
        // Kept in the order of focus while there is nothing to do, so that undoing the last does not lose one's place.
        disabled={!may[way] || editor.pending !== null}
        onPress={() => editor.run({ type: way === 'undo' ? 'Undo' : 'Redo' })}
      />
    )
  })
}

type ReversalProps = { readonly icon: IconName; readonly label: string; readonly disabled: boolean; readonly onPress: () => void }

function ReversalButton({ icon, label, disabled, onPress }: ReversalProps): ReactNode {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      onClick={() => !disabled && onPress()}
    >
      <Icon name={icon} />
    </button>
  )
}
