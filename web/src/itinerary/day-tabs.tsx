import type { ItineraryView } from '@yeojeong/contracts'
import { formatDate } from '@yeojeong/i18n/lazy'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import { dayColour } from './day-colour.ts'
import styles from './day-tabs.module.css'

/** A day by its index, or the overview of all. */
export type DayChoice = number | 'all'

type Props = { readonly view: ItineraryView; readonly choice: DayChoice; readonly onChoose: (choice: DayChoice) => void }

const STEPS: { readonly [key: string]: number } = { ArrowRight: 1, ArrowLeft: -1 }

export function DayTabs({ view, choice, onChoose }: Props): ReactNode {
  const { t, language } = useText()
  const list = useRef<HTMLDivElement>(null)
  const choices: readonly DayChoice[] = ['all', ...view.days.map(({ index }) => index)]
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>('[aria-selected="true"]')
    if (tab && list.current) list.current.scrollLeft = tab.offsetLeft - list.current.clientWidth / 2 + tab.clientWidth / 2
  }, [choice])

  const move = (event: KeyboardEvent): void => {
    const at = choices.indexOf(choice)
    const step = STEPS[event.key]
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? choices.length - 1
          : step === undefined
            ? null
            : (at + step + choices.length) % choices.length
    if (to === null) return
    event.preventDefault()
    onChoose(choices[to] ?? 'all')
    document.getElementById(`day-tab-${choices[to]}`)?.focus()
  }

  return (
    <div className={styles.tabs} role="tablist" aria-label={t('itin.days')} ref={list} onKeyDown={move}>
      {choices.map((one) => {
        const day = one === 'all' ? undefined : view.days[one]
        return (
          <button
            key={one}
            type="button"
            role="tab"
            id={`day-tab-${one}`}
            aria-controls="day-panel"
            aria-selected={choice === one}
            tabIndex={choice === one ? 0 : -1}
            className={styles.tab}
            data-day={one === 'all' ? undefined : dayColour(one)}
            data-drop-day={one === 'all' ? undefined : one}
            onClick={() => onChoose(one)}
          >
            {day === undefined ? (
              <span className={styles.overview}>{t('itin.overview')}</span>
            ) : (
              <>
                <span className={styles.number}>{t('itin.day', { number: day.index + 1 })}</span>
                <span className={styles.date}>{formatDate(language, day.date, 'short')}</span>
              </>
            )}
          </button>
        )
      })}
    </div>
  )
}
