import type { Alternatives, StopView } from '@yeojeong/contracts'
import { clock, errorSentence, money } from '@yeojeong/i18n/lazy'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { alternativesQuery } from '../api/commands.ts'
import { codeOf } from '../api/problem.ts'
import { nameIn } from '../app/localized.ts'
import { useText } from '../app/text.tsx'
import { Dialog } from '../design/dialog.tsx'
import { minuteOn } from '../itinerary/moments.ts'
import { rememberName } from './command-words.ts'
import type { Editor } from './editor.ts'
import styles from './edit-forms.module.css'

type Slot = NonNullable<Alternatives['slot']>[number]
type Props = { readonly stop: StopView; readonly editor: Editor; readonly onClose: () => void; readonly onGone: () => void }

/** What else fits one stop's time, best first, each with the difference it makes. */
export function AlternativesPanel({ stop, editor, onClose, onGone }: Props): ReactNode {
  const { t, language } = useText()
  const { view } = editor
  const found = useQuery(alternativesQuery(view.id, stop.id, view.version))
  const choose = ({ place }: Slot): void => {
    rememberName(place.id, place.names)
    editor.run({ type: 'SwapStop', stopId: stop.id, placeId: place.id })
    onClose()
    onGone()
  }
  return (
    <Dialog title={t('edit.swap.title')} kind="panel" onClose={onClose}>
      <p className="soft">{nameIn(stop.names, language)}</p>
      {found.isPending && <p role="status">{t('app.loading')}</p>}
      {found.isError && <p role="alert">{errorSentence(t, codeOf(found.error))}</p>}
      {found.data?.slot?.length === 0 && <p>{t('edit.swap.none')}</p>}
      <ul className={styles.list}>
        {(found.data?.slot ?? []).map((slot) => {
          const name = nameIn(slot.place.names, language)
          return (
            <li key={slot.place.id}>
              <p>
                <strong>{name}</strong>
              </p>
              <p className="soft">{slotFacts(t, slot)}</p>
              <p className="soft">{slotDifference(t, slot)}</p>
              <button type="button" className="small-button" aria-label={t('edit.swap.choose', { name })} onClick={() => choose(slot)}>
                {t('edit.swap.short')}
              </button>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}

type Text = ReturnType<typeof useText>['t']

function slotFacts(t: Text, { place, startAt, endAt, cost }: Slot): string {
  const date = startAt.slice(0, 10)
  const price = cost === null ? t('itin.cost.unknown') : cost.amount === 0 ? t('itin.cost.free') : money(t, cost.amount, cost.currency)
  return [t(`category.${place.category}`), `${clock(t, minuteOn(date, startAt))}–${clock(t, minuteOn(date, endAt))}`, price].join(' · ')
}

const SMALL_WAY_MIN = 2
const SMALL_WALK_M = 50

function slotDifference(t: Text, { points, wayMin, walkM }: Slot): string {
  return [
    ...(points > 0 ? [t('edit.swap.better')] : []),
    ...(Math.abs(wayMin) < SMALL_WAY_MIN ? [] : [t(wayMin > 0 ? 'edit.swap.wayMore' : 'edit.swap.wayLess', { wayMin: Math.abs(wayMin) })]),
    ...(Math.abs(walkM) < SMALL_WALK_M ? [] : [t(walkM > 0 ? 'edit.swap.walkMore' : 'edit.swap.walkLess', { walkM: Math.abs(walkM) })]),
  ].join(' · ')
}
