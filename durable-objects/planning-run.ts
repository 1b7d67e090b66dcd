import type { DayView, SagaReport } from '@yeojeong/contracts'
import {
  atHand,
  decideSaga,
  effectKey,
  err,
  nextAction,
  type ActiveSaga,
  type SagaInput,
  type SagaRefusal,
  type SagaState,
} from '@yeojeong/domain'
import { asSystem, describeError, log } from '@yeojeong/worker-kit'
import { IMPROVE_DEADLINE_MS, Improvement } from './improvement.ts'
import { PlanningInput, type PlanningEffects, type StepJob, type StepOutcome } from './planning-effects.ts'
import { ProgressFeed } from './progress-feed.ts'
import { SagaJournal } from './saga-journal.ts'
import { hasEnded, percentOf, reportOf, statusOf, type SagaStatus } from './saga-messages.ts'
import type { ViewWriter } from './view-writer.ts'
import { DeadlineExceeded, within } from './within.ts'

type Kept = { readonly [name: string]: string }
type Known = Exclude<SagaState, { readonly status: 'new' }>
const INPUT = 'input'

/** One planning: what the domain decides is written down, what is due is carried out, and whoever watches is told. */
export class PlanningRun {
  readonly #effects: PlanningEffects
  readonly #views: ViewWriter
  readonly #journal: SagaJournal
  readonly #improvement: Improvement
  readonly #feed = new ProgressFeed()
  #draft: DayView[] | null = null
  #share = 0

  constructor(storage: DurableObjectStorage, effects: PlanningEffects, views: ViewWriter) {
    this.#effects = effects
    this.#views = views
    this.#journal = new SagaJournal(storage, effects.sealer)
    this.#improvement = new Improvement(storage)
  }

  get state(): SagaState {
    return this.#journal.state
  }

  get isUnderWay(): boolean {
    return this.state.status === 'running' || this.state.status === 'compensating'
  }

  get hasEnded(): boolean {
    return hasEnded(this.state)
  }

  /** When there is something to do, epoch milliseconds; null when there is nothing. */
  get dueAt(): number | null {
    if (this.state.status === 'completed') return this.#improvement.dueAt
    const now = this.#effects.now()
    const action = nextAction(this.state, now)
    return action.kind === 'attempt' ? now : action.kind === 'wait' ? action.until : null
  }

  status(): SagaStatus {
    const percent = percentOf(this.state, this.#effects.specs, this.#share)
    return statusOf(this.state, { percent, version: this.#views.written, draft: this.#draft })
  }

  report(alarmAt: number | null): SagaReport {
    return reportOf(this.state, this.#journal.events(), alarmAt)
  }

  watch(): ReadableStream<Uint8Array> {
    return this.#feed.open(this.status().progress, this.hasEnded)
  }

  /** What was asked for, sealed as the journal keeps it. */
  async sealed(input: PlanningInput, id: string): Promise<Kept> {
    return { [INPUT]: await this.#journal.seal(input, id, INPUT) }
  }

  /** Decides and writes down, in one go. */
  apply(input: SagaInput, keep: Kept = {}): SagaRefusal | null {
    const decision = decideSaga(input, this.state, { now: this.#effects.now(), steps: this.#effects.specs })
    if (!decision.ok) return decision.error
    if (decision.value.length === 0) return null
    this.#journal.append(decision.value, keep, this.#improvement.dueAt !== null)
    this.#share = 0
    const { state } = this
    if (this.hasEnded) this.#draft = null
    if (state.status === 'needs_attention') {
      const { id: itineraryId, step, code, failure } = state
      log('error', 'saga.needs_attention', null, { alert: true, itineraryId, step, code, failure })
    }
    this.#feed.send(this.status().progress, this.hasEnded)
    return null
  }

  /** Carries out what is due, one attempt after the other. */
  async work(): Promise<void> {
    while (nextAction(this.state, this.#effects.now()).kind === 'attempt') {
      this.apply({ type: 'BeginAttempt' })
      const { state } = this
      if ((state.status === 'running' || state.status === 'compensating') && state.attempt.phase === 'begun') await this.#attempt(state)
    }
    if (this.state.status === 'needs_attention') await this.attend()
  }

  /** Best effort: what is not told here is found by the watch over plannings that do not move. */
  async attend(): Promise<void> {
    const { state } = this
    if (state.status === 'new') return
    const halted = state.status === 'needs_attention' ? { step: state.step, code: state.code } : null
    await this.#effects.attend(state.id, halted).catch((error: unknown) => {
      log('error', 'saga.attention_not_told', null, { itineraryId: state.id, error: describeError(error) })
    })
  }

  /** Goes on with a plan that was cut short. However it ends, the planning has ended well. */
  async improve(): Promise<void> {
    const { state } = this
    const now = this.#effects.now()
    if (state.status !== 'completed' || (this.#improvement.dueAt ?? Infinity) > now) return
    const about = { key: `${state.id}/improve`, deadlineAt: now + IMPROVE_DEADLINE_MS }
    if (this.#improvement.begin(now)) {
      const outcome = await this.#caught(
        this.#job(state, about).then((job) => within(IMPROVE_DEADLINE_MS, this.#effects.improve(job))),
        about,
      )
      if (!outcome.ok) return
      this.#improvement.end()
    }
    this.#journal.forgetSealed()
  }

  /** Carries one attempt out and writes its outcome down. Never throws for what the effect does. */
  async #attempt(state: ActiveSaga): Promise<void> {
    const { step, direction } = atHand(state)
    const about = { key: effectKey(state.id, step, direction), number: state.attempt.number }
    const outcome = await this.#caught(this.#carryOut(state), about)
    if (!outcome.ok) {
      log('warn', 'saga.attempt_failed', null, { ...about, code: outcome.error.code, retryable: outcome.error.retryable })
      this.apply({ type: 'EffectFailed', ...about, ...outcome.error })
      return
    }
    const { output, verdict = null, unfinished = false } = outcome.value
    const keep = output === undefined ? {} : { [step]: await this.#journal.seal(output, state.id, step) }
    if (unfinished) this.#improvement.want(this.#effects.now())
    this.apply({ type: 'EffectSucceeded', ...about, verdict }, keep)
  }

  async #carryOut(state: ActiveSaga): Promise<StepOutcome> {
    const { step, direction } = atHand(state)
    const { attempt } = state
    if (attempt.phase !== 'begun') throw new Error('saga: a job without a begun attempt')
    const effect = this.#effects.steps[step]
    const job = await this.#job(state, { key: effectKey(state.id, step, direction), deadlineAt: attempt.deadlineAt })
    const work = direction === 'run' ? effect.run(job) : effect.undo?.(job)
    if (work === undefined) throw new Error(`step ${step} has no compensation`)
    return within(attempt.deadlineAt - this.#effects.now(), work)
  }

  #caught(work: Promise<StepOutcome>, about: { readonly key: string }): Promise<StepOutcome> {
    return work.catch((error: unknown): StepOutcome => {
      log('warn', 'saga.attempt_threw', null, { ...about, error: describeError(error) })
      return err({ code: error instanceof DeadlineExceeded ? 'deadline_exceeded' : 'internal', retryable: true })
    })
  }

  async #job(state: Known, { key, deadlineAt }: { readonly key: string; readonly deadlineAt: number }): Promise<StepJob> {
    const { id, subject, acceptedAt } = state
    const input = PlanningInput.parse(await this.#journal.open(id, INPUT))
    return {
      itineraryId: id,
      key,
      input,
      ctx: asSystem(input.ctx, deadlineAt),
      frame: { destination: subject.destination, startDate: subject.startDate, endDate: subject.endDate },
      acceptedAt,
      failure: state.status === 'compensating' ? state.failure : null,
      output: (from) => this.#journal.open(id, from),
      report: (share, draft) => this.#report(state, share, draft),
      publish: () => this.#views.publish(),
      unpublish: () => this.#views.remove(() => this.#effects.unproject(id)),
    }
  }

  #report(of: Known, share: number, draft: DayView[] | null): void {
    if (this.state !== of) return // an attempt nobody waits for any more
    this.#share = Math.min(1, Math.max(this.#share, share))
    this.#draft = draft ?? this.#draft
    this.#feed.send(this.status().progress, false)
  }
}
