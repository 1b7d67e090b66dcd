import type { ItineraryView } from '@yeojeong/contracts'
import { useState, type ReactNode } from 'react'
import { useRole } from '../api/itinerary.ts'
import { usePrinting } from '../app/printing.ts'
import { useSearchParam } from '../app/router.tsx'
import { Banner } from '../app/shell.tsx'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import { LazyTripMap } from '../map/lazy-trip-map.tsx'
import { EditBar } from '../editing/edit-bar.tsx'
import { ViewerBar } from '../editing/viewer-bar.tsx'
import { Company } from '../editing/company.tsx'
import { rememberNames } from '../editing/command-words.ts'
import { EditorContext, RoleContext, useEditing, useEditor, useReaderRole } from '../editing/editor.ts'
import { OutcomeNotice } from '../editing/outcome-notice.tsx'
import { OutOfDate } from '../editing/out-of-date.tsx'
import { DayTabs, type DayChoice } from './day-tabs.tsx'
import { DayTimeline } from './day-timeline.tsx'
import { ItineraryHeader } from './itinerary-header.tsx'
import styles from './itinerary-reading.module.css'
import { Overview } from './overview.tsx'
import { Printed } from './printed.tsx'
import { StopDetails } from './stop-details.tsx'
import { useViewNames } from './view-names.ts'

function choiceOf(param: string | null, days: number): DayChoice {
  if (param === 'all') return 'all'
  const day = Number(param ?? 1)
  return Number.isInteger(day) && day >= 1 && day <= days ? day - 1 : days > 0 ? 0 : 'all'
}

/** The plan of somebody whose itinerary this is, or who has joined it; viewers are offered nothing they may not do. */
export function JoinedItinerary({ view }: { readonly view: ItineraryView }): ReactNode {
  const role = useRole(view.id)
  const editor = useEditor(view)
  rememberNames(view)
  return (
    <RoleContext value={role}>
      <EditorContext value={role === 'viewer' ? null : editor}>
        <ItineraryReading view={view} />
      </EditorContext>
    </RoleContext>
  )
}

/** The finished plan: the timeline beside its map, and what a reader asks of a stop. */
export function ItineraryReading({ view }: { readonly view: ItineraryView }): ReactNode {
  const { t } = useText()
  const [param, setParam] = useSearchParam('day')
  const [selected, setSelected] = useState<string | null>(null)
  const [pointed, setPointed] = useState<string | null>(null)
  const editor = useEditing()
  const role = useReaderRole()
  const [mapShown, setMapShown] = useState(false)
  const names = useViewNames(view)
  const choice = choiceOf(param, view.days.length)
  const day = choice === 'all' ? undefined : view.days[choice]
  const printing = usePrinting()
  const choose = (next: DayChoice): void => setParam(next === 'all' ? 'all' : String(next + 1))
  const select = (stopId: string): void => {
    const at = view.days.findIndex(({ stops }) => stops.some(({ id }) => id === stopId))
    if (choice !== 'all' && at >= 0 && at !== choice) choose(at)
    setSelected(stopId)
  }

  return (
    <>
      {printing && <Printed view={view} names={names} />}
      <div className={styles.split} data-map={mapShown ? 'shown' : undefined} data-printing={printing ? '' : undefined}>
        <div className={styles.reading}>
          {view.status === 'archived' && <Banner>{t('archived.banner')}</Banner>}
          {view.degraded.map((one) => (
            <Banner key={one}>{t(`banner.degraded.${one}`)}</Banner>
          ))}
          {editor !== null && <OutOfDate editor={editor} />}
          <ItineraryHeader view={view} />
          {role !== null && <Company itineraryId={view.id} />}
          {editor !== null && <EditBar editor={editor} names={names} choice={choice} />}
          {role === 'viewer' && <ViewerBar view={view} choice={choice} />}
          <DayTabs view={view} choice={choice} onChoose={choose} />
          <div id="day-panel" role="tabpanel" aria-labelledby={`day-tab-${choice}`} className={styles.panel}>
            {day === undefined ? (
              <Overview view={view} names={names} onChooseDay={choose} onSelect={select} />
            ) : (
              <DayTimeline view={view} day={day} names={names} selected={selected} onSelect={select} onPoint={setPointed} />
            )}
          </div>
          {editor !== null && <OutcomeNotice editor={editor} names={names} />}
        </div>
        <div className={styles.map}>
          <LazyTripMap
            view={view}
            choice={choice}
            selected={selected}
            pointed={pointed}
            shown={mapShown}
            onSelect={select}
            onChoose={choose}
          />
        </div>
        <button type="button" className={styles.toggle} aria-pressed={mapShown} onClick={() => setMapShown(!mapShown)}>
          <Icon name={mapShown ? 'list' : 'map'} />
          {t(mapShown ? 'itin.showTimeline' : 'itin.showMap')}
        </button>
        {selected !== null && (
          <StopDetails view={view} stopId={selected} names={names} onClose={() => setSelected(null)} onSelect={select} overMap={mapShown} />
        )}
      </div>
    </>
  )
}
