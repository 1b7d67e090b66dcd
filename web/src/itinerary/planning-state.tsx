import type { ItineraryView, PlanningProgress } from '@yeojeong/contracts'
import { clock, formatDate } from '@yeojeong/i18n/lazy'
import type { ReactNode } from 'react'
import type { Watch } from '../api/progress.ts'
import { nameIn } from '../app/localized.ts'
import { useText } from '../app/text.tsx'
import { Icon } from '../design/icons.tsx'
import { dayColour } from './day-colour.ts'
import styles from './planning-state.module.css'
import { timelineRows } from './timeline-rows.ts'

type Step = NonNullable<PlanningProgress['step']>
/** The saga's steps in order; complete by its type. */
const STEPS = Object.keys({
  snapshot: 0,
  open: 0,
  reserve: 0,
  gather: 0,
  verify: 0,
  curate: 0,
  solve: 0,
  commit: 0,
  link: 0,
  publish: 0,
} satisfies Record<Step, 0>) as readonly Step[]

type StepState = 'done' | 'now' | 'todo'

function stateOf(step: Step, current: Step | null): StepState {
  const [at, now] = [STEPS.indexOf(step), current === null ? 0 : STEPS.indexOf(current)]
  return at < now ? 'done' : at === now ? 'now' : 'todo'
}

export function PlanningState({ view, watch }: { readonly view: ItineraryView; readonly watch: Watch }): ReactNode {
  const { t, language } = useText()
  const current = watch.progress?.step ?? null
  const percent = Math.round(watch.progress?.percent ?? 0)
  const draft = watch.progress?.draft ?? null
  return (
    <section className={styles.planning}>
      <div className={styles.work}>
        <h1>{t('planning.title', { place: nameIn(view.destination.names, language) })}</h1>
        <p className={styles.lead}>{t('planning.lead')}</p>
        <div
          className={styles.meter}
          role="progressbar"
          aria-label={t('planning.progress')}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
        >
          <span style={{ width: `${percent}%` }} />
        </div>
        <p className="visually-hidden" role="status">
          {current === null ? t('app.loading') : t(`step.${current}`)}
        </p>
        <ol className={styles.steps}>
          {STEPS.map((step) => (
            <StepLine key={step} step={step} state={stateOf(step, current)} />
          ))}
        </ol>
        {watch.polling && <p className={styles.fine}>{t('planning.polling')}</p>}
      </div>
      {draft !== null && draft.length > 0 && <Draft draft={draft} />}
    </section>
  )
}

function StepLine({ step, state }: { readonly step: Step; readonly state: StepState }): ReactNode {
  const { t } = useText()
  return (
    <li data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <span className={styles.mark}>{state === 'done' && <Icon name="check" size="14px" />}</span>
      <span>{t(`step.${step}`)}</span>
      <span className="visually-hidden">{t(`step.state.${state}`)}</span>
    </li>
  )
}

function Draft({ draft }: { readonly draft: NonNullable<PlanningProgress['draft']> }): ReactNode {
  const { t, language } = useText()
  return (
    <div className={styles.draft}>
      <p className={styles.fine}>{t('planning.draft')}</p>
      <ol className={styles.days}>
        {draft.map((day) => (
          <li key={day.index} data-day={dayColour(day.index)}>
            <h2>{formatDate(language, day.date, 'long')}</h2>
            <ol>
              {timelineRows(day).map((row, index) =>
                row.kind === 'stop' && row.number !== null ? (
                  <li key={index}>
                    <time>{clock(t, row.fromMin)}</time> {nameIn(row.stop.names, language)}
                  </li>
                ) : null,
              )}
            </ol>
          </li>
        ))}
      </ol>
    </div>
  )
}
