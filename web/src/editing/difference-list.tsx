import type { CommandAnswer, ItineraryView } from '@yeojeong/contracts'
import { clock, reasonSentence, type Names } from '@yeojeong/i18n/lazy'
import type { ReactNode } from 'react'
import { nameIn } from '../app/localized.ts'
import { useText } from '../app/text.tsx'
import { minuteOn } from '../itinerary/moments.ts'
import styles from './difference-list.module.css'

type Difference = CommandAnswer['difference']
type Whereabouts = Difference['moved'][number]['before']
const PARTS = ['added', 'moved', 'dropped', 'retimed'] as const

export function hasDifference(difference: Difference): boolean {
  return PARTS.some((part) => difference[part].length > 0)
}

type Props = { readonly difference: Difference; readonly view: ItineraryView; readonly names: Names }

/** What a change has come to, stop by stop: added, moved, dropped and why, at another time; and how many stayed. */
export function DifferenceList({ difference, view, names }: Props): ReactNode {
  const { t, language } = useText()
  const at = (where: Whereabouts): string | null => {
    const date = where === null ? undefined : view.days[where.day]?.date
    if (where === null || date === undefined) return null
    return t('diff.at', { day: where.day + 1, clock: clock(t, minuteOn(date, where.startAt)) })
  }
  return (
    <div className={styles.difference}>
      {PARTS.filter((part) => difference[part].length > 0).map((part) => (
        <dl key={part}>
          <dt>{t(`diff.${part}`)}</dt>
          {difference[part].map((change) => (
            <dd key={change.stopId}>
              <strong>{nameIn(change.names, language)}</strong>{' '}
              <span>{[at(change.before), at(change.after)].filter((one) => one !== null).join(' → ')}</span>
              {'reason' in change && change.reason !== null && <p>{reasonSentence(t, change.reason, names)}</p>}
            </dd>
          ))}
        </dl>
      ))}
      <p>{t('diff.kept', { count: difference.kept.length })}</p>
    </div>
  )
}
