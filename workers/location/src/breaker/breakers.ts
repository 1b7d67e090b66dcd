import { ask, CLOSED, report, type BreakerConfig, type BreakerState, type CallOutcome, type Permit } from '@yeojeong/domain'
import { describeError, log } from '@yeojeong/worker-kit'
import { inTime } from '../in-time.ts'

/** A provider's breaker as it is for all isolates. Calls may fail: then an isolate goes by what it has seen itself. */
export type RemoteBreaker = {
  verdict(): Promise<BreakerState>
  permit(config: BreakerConfig): Promise<{ permit: Permit; verdict: BreakerState }>
  report(said: { outcome: CallOutcome; probe: string | null }, config: BreakerConfig): Promise<BreakerState>
  isolate(by: string): Promise<BreakerState>
  release(by: string): Promise<BreakerState>
}

export type BreakerSettings = {
  readonly config: BreakerConfig
  /** A verdict is believed for this long. */
  readonly believedMs: number
  /** Of this many successes one is told. */
  readonly toldEvery: number
  /** A probe's lease is worth waiting for this long. */
  readonly leaseMs: number
  /** With the cache down every call reaches the providers: they may fail this many times as often before they are shut out. */
  readonly raisedBy: number
}

/** What an isolate remembers of one breaker. `own`: its own count, by the same rules, for when nobody else can be asked. */
type Known = {
  verdict: BreakerState
  at: number
  reachable: boolean
  own: BreakerState
  successes: number
  asking: boolean
  leasing: boolean
}

export type BreakerMemory = Map<string, Known>

export type Breakers = {
  /** Never waits while the provider is well. */
  permit(provider: string, raised: boolean): Promise<Permit>
  /** Is it certain already that there is no permit? Until when (epoch ms), `null` = until further notice; `undefined` = no. */
  refusedUntil(provider: string): number | null | undefined
  report(provider: string, outcome: CallOutcome, permit: Permit, raised: boolean): void
}

type Surroundings = {
  readonly memory: BreakerMemory
  readonly remote: (provider: string) => RemoteBreaker
  readonly settings: BreakerSettings
  readonly background: (work: Promise<unknown>) => void
  readonly now: () => number
  readonly newId: () => string
}

export function breakers({ memory, remote, settings, background, now, newId }: Surroundings): Breakers {
  const knownOf = (provider: string): Known => {
    let known = memory.get(provider)
    if (known === undefined) {
      known = { verdict: CLOSED, at: Number.NEGATIVE_INFINITY, reachable: true, own: CLOSED, successes: 0, asking: false, leasing: false }
      memory.set(provider, known)
    }
    return known
  }
  const learn = (known: Known, verdict: BreakerState): void => {
    known.verdict = verdict
    known.at = now()
    known.reachable = true
  }
  const lost = (provider: string, known: Known, error: unknown): void => {
    if (known.reachable) log('warn', 'location.breaker_unreachable', null, { provider, error: describeError(error) })
    known.reachable = false
    known.at = now()
  }
  const tell = (provider: string, known: Known, work: () => Promise<BreakerState>): void =>
    background(
      work().then(
        (verdict) => learn(known, verdict),
        (error: unknown) => lost(provider, known, error),
      ),
    )
  const refresh = (provider: string, known: Known): void => {
    if (known.asking || now() - known.at < settings.believedMs) return
    known.asking = true
    const asked = async (): Promise<BreakerState> => remote(provider).verdict()
    background(
      asked()
        .then(
          (verdict) => learn(known, verdict),
          (error: unknown) => lost(provider, known, error),
        )
        .finally(() => (known.asking = false)),
    )
  }
  const raisedIf = (raised: boolean): BreakerConfig =>
    raised ? { ...settings.config, failures: settings.config.failures * settings.raisedBy } : settings.config
  const state = (known: Known): BreakerState => (known.reachable ? known.verdict : known.own)

  return {
    refusedUntil(provider) {
      const known = knownOf(provider)
      refresh(provider, known)
      return refusal(state(known), now())
    },
    async permit(provider, raised) {
      const known = knownOf(provider)
      refresh(provider, known)
      const seen = state(known)
      if (seen.status === 'closed') return { kind: 'pass' }
      const until = refusal(seen, now())
      if (until !== undefined) return { kind: 'refuse', until }
      // Its time out is over: one of all callers may probe. Only the first here goes and asks; the others are served elsewhere.
      if (known.leasing) return { kind: 'refuse', until: now() + settings.leaseMs }
      known.leasing = true
      try {
        const { permit, verdict } = await inTime(settings.leaseMs, remote(provider).permit(raisedIf(raised)))
        learn(known, verdict)
        return permit
      } catch (error) {
        lost(provider, known, error)
        const own = ask(known.own.status === 'closed' ? seen : known.own, now(), raisedIf(raised), newId())
        known.own = own.state
        return own.permit
      } finally {
        known.leasing = false
      }
    },
    report(provider, outcome, permit, raised) {
      const known = knownOf(provider)
      const probe = permit.kind === 'probe' ? permit.id : null
      const config = raisedIf(raised)
      known.own = report(known.own, outcome, probe, now(), config)
      // What this isolate has seen is enough for this isolate, before anybody else has heard of it.
      if (outcome.kind !== 'ok' && known.own.status === 'open' && known.verdict.status === 'closed') known.verdict = known.own
      known.successes = outcome.kind === 'ok' ? known.successes + 1 : 0
      if (outcome.kind === 'ok' && probe === null && known.successes % settings.toldEvery !== 0) return
      tell(provider, known, async () => remote(provider).report({ outcome, probe }, config))
    },
  }
}

function refusal(state: BreakerState, now: number): number | null | undefined {
  if (state.status === 'isolated') return null
  if (state.status === 'open') return now < state.until ? state.until : undefined
  if (state.status === 'half-open') return now < state.probeUntil ? state.probeUntil : undefined
  return undefined
}
