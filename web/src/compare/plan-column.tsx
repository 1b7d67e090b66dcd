import type { DayView } from '@yeojeong/contracts'
import { clock, errorSentence, formatDate, reasonSentence } from '@yeojeong/i18n/lazy'
import type { ReactNode } from 'react'
import { codeOf } from '../api/problem.ts'
import { nameIn } from '../app/localized.ts'
import { Link } from '../app/router.tsx'
import { useText } from '../app/text.tsx'
import { dayColour } from '../itinerary/day-colour.ts'
import { minuteOn } from '../itinerary/moments.ts'
import { useViewNames } from '../itinerary/view-names.ts'
import { useWatchedPlanning } from '../itinerary/watch-planning.ts'
import styles from './compare.module.css'
import type { Plan, ReadyPlan } from './plans.ts'

type Props = {
  readonly plan: Plan
  /** Of the longest plan, so that all columns have as many rows. */
  readonly days: number
  readonly only: ReadonlySet<string>
  /** Null while there is nothing to take. */
  readonly onTake: (() => void) | null
}

export function PlanColumn({ plan, only, onTake, days }: Props): ReactNode {
  const { t } = useText()
  const { pace, itineraryId, view } = plan
  const name = t(`pace.${pace}`)
  return (
    <section className={styles.plan} aria-label={name}>
      <header className={styles.planHead}>
        <h3>{name}</h3>
        {view?.status === 'archived' && <p className="soft">{t('status.archived')}</p>}
        <p className={styles.actions}>
          {onTake !== null && (
            <button type="button" className="button" aria-label={t('compare.takeOf', { pace })} onClick={onTake}>
              {t('compare.take')}
            </button>
          )}
          {view !== null && (
            <Link href={`/itineraries/${itineraryId}`} aria-label={t('compare.lookOf', { pace })}>
              {t('compare.look')}
            </Link>
          )}
        </p>
      </header>
      {view !== null && onTake !== null ? <Ready plan={{ ...plan, view }} only={only} days={days} /> : <Unready plan={plan} />}
    </section>
  )
}

function Unready({ plan: { itineraryId, view, error } }: { readonly plan: Plan }): ReactNode {
  const { t } = useText()
  const { progress } = useWatchedPlanning(itineraryId, view?.status === 'planning')
  const percent = Math.round(progress?.percent ?? 0)
  if (error !== null) return <p className="soft">{codeOf(error) === 'not_found' ? t('compare.gone') : errorSentence(t, codeOf(error))}</p>
  if (view === null || view.status === 'planning') {
    return (
      <div className={styles.making}>
        <p role="status">{t('compare.making')}</p>
        <progress aria-label={t('planning.progress')} max={100} value={percent} />
      </div>
    )
  }
  return <p className="soft">{t(view.status === 'infeasible' ? 'infeasible.title' : 'failed.title')}</p>
}

function Ready({ plan: { view }, only, days }: { readonly plan: ReadyPlan } & Pick<Props, 'only' | 'days'>): ReactNode {
  const { t, language } = useText()
  const names = useViewNames(view)
  const missed = view.dropped.filter(({ wished }) => wished)
  return (
    <>
      {Array.from({ length: days }, (_, index) => {
        const day = view.days[index]
        return day === undefined ? <div key={index} /> : <Day key={index} day={day} only={only} />
      })}
      <div className={styles.missed}>
        <h4>{t('compare.missed')}</h4>
        {missed.length === 0 && <p className="soft">{t('compare.missed.none')}</p>}
        <ul>
          {missed.map((one) => (
            <li key={one.placeId}>
              <strong>{nameIn(one.names, language)}</strong>
              <p className="soft">{reasonSentence(t, one.reason, names)}</p>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

/** When a day begins and ends, and what lies between; the lodging and the ends are the same in all plans and left out. */
function Day({ day, only }: { readonly day: DayView; readonly only: ReadonlySet<string> }): ReactNode {
  const { t, language } = useText()
  const [first, last] = [day.stops[0], day.stops.at(-1)]
  const shown = day.stops.filter(({ placeId, kind }) => placeId !== null || kind === 'booking' || kind === 'rest')
  const at = (moment: string): string => clock(t, minuteOn(day.date, moment))
  return (
    <div className={styles.day} data-day={dayColour(day.index)}>
      <h4>
        {t('itin.day', { number: day.index + 1 })} <span>{formatDate(language, day.date, 'short')}</span>
      </h4>
      <p className="soft">
        {first !== undefined && last !== undefined && (
          <span>
            {at(first.endAt)}–{at(last.startAt)}
          </span>
        )}
        <span>{t('itin.walk', { walkM: day.walkM })}</span>
        <span>{t('itin.moving', { movingMin: day.movingMin })}</span>
      </p>
      <ol>
        {shown.map((stop) => {
          const alone = stop.placeId !== null && only.has(stop.placeId)
          return (
            <li key={stop.id} data-only={alone ? '' : undefined} data-kind={stop.kind}>
              <time>{at(stop.startAt)}</time>
              <span>
                {nameIn(stop.names, language)}
                {alone && <span className="visually-hidden"> ({t('compare.only')})</span>}
              </span>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
