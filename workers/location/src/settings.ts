import { BREAKER_DEFAULTS } from '@yeojeong/domain'
import * as z from 'zod'
import type { BreakerSettings } from './breaker/breakers.ts'
import { CacheSettings } from './cache/settings.ts'

const Millis = z.number().positive()

/** `BREAKER` in wrangler.toml; milliseconds. */
const BreakerVars = z.object({
  failures: z.number().int().positive().default(BREAKER_DEFAULTS.failures),
  windowMs: Millis.default(BREAKER_DEFAULTS.windowMs),
  openMs: Millis.default(BREAKER_DEFAULTS.openMs),
  probeMs: Millis.default(BREAKER_DEFAULTS.probeMs),
  rejectedMs: Millis.default(BREAKER_DEFAULTS.rejectedMs),
  believedMs: Millis.default(3_000),
  toldEvery: z.number().int().positive().default(20),
  raisedBy: z.number().min(1).default(4),
})

/** Regions whose usual questions are kept warm, most popular first. */
const WarmVars = z.object({ regions: z.array(z.string()).default([]) })

export type Settings = {
  readonly cache: CacheSettings
  readonly breaker: BreakerSettings
  readonly warm: z.infer<typeof WarmVars>
  readonly osrmUrl: string | null
}

export function settingsOf(vars: {
  readonly CACHE?: unknown
  readonly BREAKER?: unknown
  readonly WARM?: unknown
  readonly OSRM_URL?: unknown
}): Settings {
  const { believedMs, toldEvery, raisedBy, ...config } = BreakerVars.parse(vars.BREAKER ?? {})
  const osrmUrl = z.string().optional().parse(vars.OSRM_URL)
  return {
    cache: CacheSettings.parse(vars.CACHE ?? {}),
    breaker: { config, believedMs, toldEvery, raisedBy, leaseMs: 500 },
    warm: WarmVars.parse(vars.WARM ?? {}),
    osrmUrl: osrmUrl === undefined || osrmUrl === '' ? null : osrmUrl.replace(/\/$/, ''),
  }
}
