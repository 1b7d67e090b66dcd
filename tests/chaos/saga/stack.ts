import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDevServer, untilReady, type DevServer } from '../../../tools/stack/dev-server.ts'
import { migrateLocal } from '../../../tools/stack/migrate.ts'
import { CONFIGS, ROOT } from '../../../tools/stack/paths.ts'
import { freePort } from '../../../tools/stack/port.ts'
import { ensureDevSecrets } from '../../../tools/stack/secrets.ts'

const ITINERARY = 'workers/itinerary/wrangler.toml'

/** The whole runtime, killed and started again on the same storage. */
export class KillableStack {
  readonly state = mkdtempSync(join(tmpdir(), 'yeojeong-chaos-'))
  /** Apart from the storage: a change beside a configuration restarts the runtime. */
  readonly #folder = mkdtempSync(join(tmpdir(), 'yeojeong-chaos-config-'))
  readonly #configs: readonly string[]
  #server: DevServer | null = null

  constructor(controlUrl: string) {
    const config = join(this.#folder, 'itinerary.toml')
    writeFileSync(config, chaosConfig(controlUrl))
    this.#configs = CONFIGS.map((one) => (one === ITINERARY ? config : one))
  }

  get url(): string {
    return this.#server!.url
  }

  async prepare(): Promise<void> {
    ensureDevSecrets()
    mkdirSync(join(ROOT, 'web', 'dist'), { recursive: true })
    await migrateLocal(this.state)
  }

  async start(): Promise<void> {
    this.#server = startDevServer(await freePort(19_787), this.state, this.#configs)
    await untilReady(this.#server)
  }

  /** kill -9 of the whole process group. */
  async kill(): Promise<void> {
    await this.#server?.stop('SIGKILL')
    this.#server = null
  }

  async close(): Promise<void> {
    await this.kill()
    for (const folder of [this.state, this.#folder]) rmSync(folder, { recursive: true, force: true })
  }
}

/** The itinerary Worker's own configuration with the entry point that reports to the controller. */
function chaosConfig(controlUrl: string): string {
  const real = readFileSync(join(ROOT, ITINERARY), 'utf8')
  return real
    .replace('main = "src/index.ts"', `main = "${join(ROOT, 'workers/itinerary/test/chaos-worker.ts')}"`)
    .replace('migrations_dir = "../../', `migrations_dir = "${ROOT}/`)
    .replace(/\[secrets\]\nrequired = .*\n/, '')
    .replace('[vars]\n', `[vars]\nCONTROL_URL = "${controlUrl}"\nJOURNAL_SECRET = "a journal secret for tests only, long enough"\n`)
}
