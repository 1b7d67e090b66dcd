import type { ItineraryView } from '@yeojeong/contracts'
import type { Names } from '@yeojeong/i18n/lazy'
import type { ReactNode } from 'react'
import { DayTimeline } from './day-timeline.tsx'
import { ItineraryHeader } from './itinerary-header.tsx'
import { Overview } from './overview.tsx'
import styles from './printed.module.css'

const nothing = (): void => undefined

/** The whole itinerary on paper: the overview, then a page or more a day. */
export function Printed({ view, names }: { readonly view: ItineraryView; readonly names: Names }): ReactNode {
  return (
    <div className={styles.printed}>
      <ItineraryHeader view={view} />
      {view.days.map((day) => (
        <DayTimeline key={day.index} view={view} day={day} names={names} selected={null} onSelect={nothing} onPoint={nothing} />
      ))}
      <Overview view={view} names={names} onChooseDay={nothing} onSelect={nothing} />
    </div>
  )
}
