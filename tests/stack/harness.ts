import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createTestHarness, type TestHarness } from 'wrangler'
import { Client } from '../../tools/stack/client.ts'
import { CONFIGS, ROOT } from '../../tools/stack/paths.ts'
import { issueSession } from '../../workers/gateway/src/session/token.ts'

export const SESSION_SECRET = 'a-session-secret-for-tests-only-0123456789'
type Vars = { readonly [config: string]: Record<string, string> }
/** Secrets of the tests only. */
const VARS: Vars = {
  'wrangler.toml': { SESSION_SECRET, ENVIRONMENT: 'development' },
  'workers/profile/wrangler.toml': { FIELD_SECRET: 'a-field-secret-for-tests-only-0123456789' },
  'workers/itinerary/wrangler.toml': {
    JOURNAL_SECRET: 'a-journal-secret-for-tests-only-0123456789',
    // A slow machine must not make other plans: what is cut short has tests of its own.
    PLAN_DEADLINE_MS: '120000',
  },
}

export type Stack = { readonly server: TestHarness; readonly url: string; close(): Promise<void> }

/** The real Workers of this checkout on one local runtime, with fresh storage. `without`: services that are down, each call of them throws; `vars`: settings by configuration. */
export async function startTestStack(options: { readonly without?: readonly 'itinerary'[]; readonly vars?: Vars } = {}): Promise<Stack> {
  mkdirSync(join(ROOT, 'web', 'dist'), { recursive: true })
  const down = options.without ?? []
  const configs = CONFIGS.map((config) => {
    const service = down.find((name) => config === `workers/${name}/wrangler.toml`)
    return service === undefined ? config : `tests/stack/down/${service}.toml`
  })
  const server = createTestHarness({
    root: ROOT,
    workers: configs.map((configPath) => ({ configPath, vars: { ...VARS[configPath], ...options.vars?.[configPath] } })),
  })
  const { url } = await server.listen()
  await server.getWorker('yeojeong-profile').applyD1Migrations('PROFILE_DB')
  if (configs.includes('workers/itinerary/wrangler.toml')) await server.getWorker('yeojeong-itinerary').applyD1Migrations('ITINERARY_DB')
  return { server, url: url.href.replace(/\/$/, ''), close: () => server.close() }
}

/** A session with the role nobody can sign up for. */
export async function operatorOf({ url }: Stack): Promise<Client> {
  return new Client(url, await issueSession({ userId: 'usr_operator', role: 'operator' }, SESSION_SECRET, Math.floor(Date.now() / 1_000)))
}
