import { DurableObject } from 'cloudflare:workers'
import type { DayView, SagaReport } from '@yeojeong/contracts'
import {
  atHand,
  decideSaga,
  effectKey,
  err,
  nextAction,
  ok,
  type ActiveSaga,
  type Result,
  type SagaInput,
  type SagaRefusal,
} from '@yeojeong/domain'
import { asSystem, describeError, log } from '@yeojeong/worker-kit'
import { PlanningInput, type PlanningEffects, type StepJob, type StepOutcome } from './planning-effects.ts'
import { hasEnded, percentOf, reportOf, SagaCommand, statusOf, Version, type SagaStatus } from './saga-messages.ts'
import { ProgressFeed } from './progress-feed.ts'
import { SagaJournal } from './saga-journal.ts'
import { ViewWriter } from './view-writer.ts'
import { DeadlineExceeded, within } from './within.ts'

export type { PlanningEffects, StepEffect, StepJob, StepOutcome } from './planning-effects.ts'
export type { SagaStatus } from './saga-messages.ts'

/** The platform drops an alarm whose handler died six times. From the first repeat on another one stands ready at this distance. */
const WATCHDOG_MS = 30_000
const AFTER_A_BUG_MS = 5_000
const INPUT = 'input'
const FORGET = 'forget'

/**
 * One itinerary's planning, and the only writer of its view. Everything worth thinking about is in the domain's
 * `decideSaga`; this shell writes its events down, carries effects out, and wakes itself up until nothing is left to do.
 */
export class ItinerarySagaShell<E> extends DurableObject<E> {
  readonly #effects: PlanningEffects
  #journal: SagaJournal
  readonly #views: ViewWriter
  readonly #feed = new ProgressFeed()
  #working = false
  #draft: DayView[] | null = null
  #share = 0

  constructor(ctx: DurableObjectState, env: E, effects: PlanningEffects) {
    super(ctx, env)
    this.#effects = effects
    this.#journal = new SagaJournal(ctx.storage, effects.sealer)
    this.#views = new ViewWriter(
      ctx.storage,
      () => effects.project(this.#id()),
      () => effects.now(),
    )
  }

  /** The one durable point of acceptance: what was answered `ok` is in the journal and will be worked on. */
  async handle(raw: SagaCommand): Promise<Result<SagaStatus, SagaRefusal>> {
    const command = SagaCommand.parse(raw)
    if (command.type !== 'StartPlanning') return this.#accept(command, {})
    const { input, ...start } = command
    return this.#accept(start, { [INPUT]: await this.#journal.seal(input, start.id, INPUT) })
  }

  /** What this object knows; null when nothing was ever planned here. */
  async describe(): Promise<SagaStatus | null> {
    return this.#journal.state.status === 'new' ? null : this.#status()
  }

  /** Server-sent `PlanningProgress`: the state now, each change, closed when the planning ends. Null as in `describe`. */
  async watch(): Promise<ReadableStream<Uint8Array> | null> {
    if (this.#journal.state.status === 'new') return null
    return this.#feed.open(this.#status().progress, hasEnded(this.#journal.state))
  }

  /** There is a version to show (`owed`: also where it is shown already). Kept before this answers; written now, or when KV takes the next write. */
  async project(rawVersion: number, owed = false): Promise<void> {
    const version = Version.parse(rawVersion)
    // A late hint about what has been erased must not leave an object behind.
    if (this.#journal.state.status === 'new') return
    this.#views.want(version)
    if (owed) this.#views.again()
    if (!this.#planning()) await this.#views.flush()
    await this.#rearm()
  }

  /** Erases the itinerary and this object with it, once a planning under way has been taken back. Kept before this answers. */
  async forget(by: string): Promise<void> {
    if (this.#journal.state.status === 'new') return
    this.ctx.storage.kv.put(FORGET, true)
    this.#apply({ type: 'CancelPlanning', by })
    await this.#rearm()
  }

  /** The journal, for an operator. Null as in `describe`. */
  async report(): Promise<SagaReport | null> {
    const { state } = this.#journal
    return state.status === 'new' ? null : reportOf(state, this.#journal.events(), await this.ctx.storage.getAlarm())
  }

  /** Makes sure that this object will wake up where there is something to do. Null as in `describe`. */
  async nudge(): Promise<SagaStatus | null> {
    if (this.#journal.state.status === 'new') return null
    await this.#rearm()
    return this.#status()
  }

  /** The view is not what it should be, or who may read it has changed: it is written again, now or when KV takes the next write. */
  async republish(): Promise<void> {
    if (this.#journal.state.status === 'new') return
    this.#views.again()
    if (!this.#planning()) await this.#views.flush()
    await this.#rearm()
  }

  override async alarm(info?: AlarmInvocationInfo): Promise<void> {
    if (this.#working) return this.#rearm()
    this.#working = true
    let pauseMs = 0
    try {
      if (info !== undefined && info.retryCount > 0) await this.ctx.storage.setAlarm(this.#effects.now() + WATCHDOG_MS)
      await this.#work()
      if (this.#mayForget()) await this.#erase()
      else if (!this.#planning()) await this.#views.flush()
    } catch (error) {
      pauseMs = AFTER_A_BUG_MS
      log('error', 'saga.shell_failed', null, { error: describeError(error) })
    } finally {
      this.#working = false
      await this.#rearm(pauseMs)
    }
  }

  async #accept(input: SagaInput, keep: { readonly [name: string]: string }): Promise<Result<SagaStatus, SagaRefusal>> {
    const halted = this.#journal.state.status === 'needs_attention'
    const refusal = this.#apply(input, keep)
    if (refusal !== null) return err(refusal)
    if (halted) await this.#attend()
    await this.#rearm()
    return ok(this.#status())
  }

  /** Decides and writes down, in one go. */
  #apply(input: SagaInput, keep: { readonly [name: string]: string } = {}): SagaRefusal | null {
    const decision = decideSaga(input, this.#journal.state, { now: this.#effects.now(), steps: this.#effects.specs })
    if (!decision.ok) return decision.error
    if (decision.value.length === 0) return null
    this.#journal.append(decision.value, keep)
    this.#share = 0
    const { state } = this.#journal
    if (hasEnded(state)) this.#draft = null
    if (state.status === 'needs_attention') {
      log('error', 'saga.needs_attention', null, {
        alert: true,
        itineraryId: state.id,
        step: state.step,
        code: state.code,
        failure: state.failure,
      })
    }
    this.#feed.send(this.#status().progress, hasEnded(state))
    return null
  }

  async #work(): Promise<void> {
    while (nextAction(this.#journal.state, this.#effects.now()).kind === 'attempt') {
      this.#apply({ type: 'BeginAttempt' })
      const { state } = this.#journal
      if ((state.status === 'running' || state.status === 'compensating') && state.attempt.phase === 'begun') await this.#attempt(state)
    }
    if (this.#journal.state.status === 'needs_attention') await this.#attend()
  }

  /** Best effort: what is not told here is found by the watch over plannings that do not move. */
  async #attend(): Promise<void> {
    const { state } = this.#journal
    if (state.status === 'new') return
    const halted = state.status === 'needs_attention' ? { step: state.step, code: state.code } : null
    await this.#effects.attend(state.id, halted).catch((error: unknown) => {
      log('error', 'saga.attention_not_told', null, { itineraryId: state.id, error: describeError(error) })
    })
  }

  #mayForget(): boolean {
    return hasEnded(this.#journal.state) && this.ctx.storage.kv.get(FORGET) === true
  }

  async #erase(): Promise<void> {
    await this.#effects.erase(this.#id())
    await this.ctx.storage.deleteAll()
    this.#journal = new SagaJournal(this.ctx.storage, this.#effects.sealer)
  }

  /** Carries one attempt out and writes its outcome down. Never throws for what the effect does. */
  async #attempt(state: ActiveSaga): Promise<void> {
    const { step, direction } = atHand(state)
    const about = { key: effectKey(state.id, step, direction), number: state.attempt.number }
    const keep: { [name: string]: string } = {}
    const outcome = await this.#carryOut(state).catch((error: unknown): StepOutcome => {
      log('warn', 'saga.attempt_threw', null, { ...about, error: describeError(error) })
      return err({ code: error instanceof DeadlineExceeded ? 'deadline_exceeded' : 'internal', retryable: true })
    })
    if (!outcome.ok) {
      log('warn', 'saga.attempt_failed', null, { ...about, code: outcome.error.code, retryable: outcome.error.retryable })
      this.#apply({ type: 'EffectFailed', ...about, ...outcome.error })
      return
    }
    if (outcome.value.output !== undefined) keep[step] = await this.#journal.seal(outcome.value.output, state.id, step)
    this.#apply({ type: 'EffectSucceeded', ...about, verdict: outcome.value.verdict ?? null }, keep)
  }

  async #carryOut(state: ActiveSaga): Promise<StepOutcome> {
    const { step, direction } = atHand(state)
    const effect = this.#effects.steps[step]
    const job = await this.#job(state)
    const work = direction === 'run' ? effect.run(job) : effect.undo?.(job)
    if (work === undefined) throw new Error(`step ${step} has no compensation`)
    return within(job.ctx.deadlineAt - this.#effects.now(), work)
  }

  async #job(state: ActiveSaga): Promise<StepJob> {
    const { step, direction } = atHand(state)
    const { attempt, id, subject } = state
    if (attempt.phase !== 'begun') throw new Error('saga: a job without a begun attempt')
    const input = PlanningInput.parse(await this.#journal.open(id, INPUT))
    return {
      itineraryId: id,
      key: effectKey(id, step, direction),
      input,
      ctx: asSystem(input.ctx, attempt.deadlineAt),
      frame: { destination: subject.destination, startDate: subject.startDate, endDate: subject.endDate },
      acceptedAt: state.acceptedAt,
      failure: state.status === 'compensating' ? state.failure : null,
      output: (from) => this.#journal.open(id, from),
      report: (share, draft) => this.#report(state, share, draft),
      publish: () => this.#views.publish(),
      unpublish: () => this.#views.remove(() => this.#effects.unproject(id)),
    }
  }

  #report(of: ActiveSaga, share: number, draft: DayView[] | null): void {
    if (this.#journal.state !== of) return // an attempt nobody waits for any more
    this.#share = Math.min(1, Math.max(this.#share, share))
    this.#draft = draft ?? this.#draft
    this.#feed.send(this.#status().progress, false)
  }

  #status(): SagaStatus {
    const { state } = this.#journal
    const percent = percentOf(state, this.#effects.specs, this.#share)
    return statusOf(state, { percent, version: this.#views.written, draft: this.#draft })
  }

  #planning(): boolean {
    const { status } = this.#journal.state
    return status === 'running' || status === 'compensating'
  }

  #id(): string {
    const { state } = this.#journal
    if (state.status === 'new') throw new Error('saga: nothing is planned here')
    return state.id
  }

  /** The next thing to do becomes the alarm; when there is none, the alarm goes. */
  async #rearm(pauseMs = 0): Promise<void> {
    if (this.#working) return
    const now = this.#effects.now()
    const action = nextAction(this.#journal.state, now)
    const times = [
      ...(action.kind === 'attempt' ? [now] : action.kind === 'wait' ? [action.until] : []),
      ...(this.#planning() || this.#views.dueAt === null ? [] : [this.#views.dueAt]),
      ...(this.#mayForget() ? [now] : []),
    ]
    if (times.length === 0) await this.ctx.storage.deleteAlarm()
    else await this.ctx.storage.setAlarm(Math.max(Math.min(...times), now + pauseMs))
  }
}
