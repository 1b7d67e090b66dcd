import { DurableObject } from 'cloudflare:workers'
import type { SagaReport } from '@yeojeong/contracts'
import { err, ok, type Result, type SagaRefusal } from '@yeojeong/domain'
import { describeError, log } from '@yeojeong/worker-kit'
import type { PlanningEffects } from './planning-effects.ts'
import { PlanningRun } from './planning-run.ts'
import { SagaCommand, Version, type SagaStatus } from './saga-messages.ts'
import { ViewWriter } from './view-writer.ts'

export type { PlanningEffects, StepEffect, StepJob, StepOutcome } from './planning-effects.ts'
export type { SagaStatus } from './saga-messages.ts'

/** The platform drops an alarm whose handler died six times. From the first repeat on another one stands ready at this distance. */
const WATCHDOG_MS = 30_000
const AFTER_A_BUG_MS = 5_000
const FORGET = 'forget'

/**
 * One itinerary's planning, and the only writer of its view. Everything worth thinking about is in the domain's
 * `decideSaga`, carried out by `PlanningRun`; this shell answers calls, and wakes itself up until nothing is left to do.
 */
export class ItinerarySagaShell<E> extends DurableObject<E> {
  readonly #effects: PlanningEffects
  readonly #views: ViewWriter
  #run: PlanningRun
  #working = false

  constructor(ctx: DurableObjectState, env: E, effects: PlanningEffects) {
    super(ctx, env)
    this.#effects = effects
    const views = new ViewWriter(
      ctx.storage,
      () => effects.project(this.#id()),
      () => effects.now(),
    )
    this.#views = views
    this.#run = new PlanningRun(ctx.storage, effects, views)
  }

  /** The one durable point of acceptance: what was answered `ok` is in the journal and will be worked on. */
  async handle(raw: SagaCommand): Promise<Result<SagaStatus, SagaRefusal>> {
    const command = SagaCommand.parse(raw)
    const keep = command.type === 'StartPlanning' ? await this.#run.sealed(command.input, command.id) : {}
    const halted = this.#run.state.status === 'needs_attention'
    const refusal = this.#run.apply(command, keep)
    if (refusal !== null) return err(refusal)
    if (halted) await this.#run.attend()
    await this.#rearm()
    return ok(this.#run.status())
  }

  /** What this object knows; null when nothing was ever planned here. */
  async describe(): Promise<SagaStatus | null> {
    return this.#isNew() ? null : this.#run.status()
  }

  /** Server-sent `PlanningProgress`: the state now, each change, closed when the planning ends. Null as in `describe`. */
  async watch(): Promise<ReadableStream<Uint8Array> | null> {
    return this.#isNew() ? null : this.#run.watch()
  }

  /** There is a version to show (`owed`: also where it is shown already). Kept before this answers; written now, or when KV takes the next write. */
  async project(rawVersion: number, owed = false): Promise<void> {
    const version = Version.parse(rawVersion)
    // A late hint about what has been erased must not leave an object behind.
    if (this.#isNew()) return
    this.#views.want(version)
    if (owed) this.#views.again()
    await this.#show()
  }

  /** The view is not what it should be, or who may read it has changed: it is written again, now or when KV takes the next write. */
  async republish(): Promise<void> {
    if (this.#isNew()) return
    this.#views.again()
    await this.#show()
  }

  /** Erases the itinerary and this object with it, once a planning under way has been taken back. Kept before this answers. */
  async forget(by: string): Promise<void> {
    if (this.#isNew()) return
    this.ctx.storage.kv.put(FORGET, true)
    this.#run.apply({ type: 'CancelPlanning', by })
    await this.#rearm()
  }

  /** The journal, for an operator. Null as in `describe`. */
  async report(): Promise<SagaReport | null> {
    return this.#isNew() ? null : this.#run.report(await this.ctx.storage.getAlarm())
  }

  /** Makes sure that this object will wake up where there is something to do. Null as in `describe`. */
  async nudge(): Promise<SagaStatus | null> {
    if (this.#isNew()) return null
    await this.#rearm()
    return this.#run.status()
  }

  override async alarm(info?: AlarmInvocationInfo): Promise<void> {
    if (this.#working) return this.#rearm()
    this.#working = true
    let pauseMs = 0
    try {
      if (info !== undefined && info.retryCount > 0) await this.ctx.storage.setAlarm(this.#effects.now() + WATCHDOG_MS)
      await this.#run.work()
      if (this.#mayForget()) await this.#erase()
      else if (!this.#run.isUnderWay) await this.#views.flush()
      await this.#run.improve()
    } catch (error) {
      pauseMs = AFTER_A_BUG_MS
      log('error', 'saga.shell_failed', null, { error: describeError(error) })
    } finally {
      this.#working = false
      await this.#rearm(pauseMs)
    }
  }

  async #show(): Promise<void> {
    if (!this.#run.isUnderWay) await this.#views.flush()
    await this.#rearm()
  }

  #mayForget(): boolean {
    return this.#run.hasEnded && this.ctx.storage.kv.get(FORGET) === true
  }

  async #erase(): Promise<void> {
    await this.#effects.erase(this.#id())
    await this.ctx.storage.deleteAll()
    this.#run = new PlanningRun(this.ctx.storage, this.#effects, this.#views)
  }

  #isNew(): boolean {
    return this.#run.state.status === 'new'
  }

  #id(): string {
    const { state } = this.#run
    if (state.status === 'new') throw new Error('saga: nothing is planned here')
    return state.id
  }

  /** The next thing to do becomes the alarm; when there is none, the alarm goes. */
  async #rearm(pauseMs = 0): Promise<void> {
    if (this.#working) return
    const now = this.#effects.now()
    const times = [this.#run.dueAt, this.#run.isUnderWay ? null : this.#views.dueAt, this.#mayForget() ? now : null]
    const next = times.flatMap((time) => time ?? [])
    if (next.length === 0) await this.ctx.storage.deleteAlarm()
    else await this.ctx.storage.setAlarm(Math.max(Math.min(...next), now + pauseMs))
  }
}
