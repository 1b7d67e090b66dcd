import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONFIGS, PERSIST, ROOT, STATE, WRANGLER_ENV } from './paths.ts'

const RUNNING = join(STATE, 'running.json')
const LOG = join(STATE, 'dev.log')

export type DevServer = {
  readonly url: string
  /** Its process group: everything it started. */
  readonly pid: number
  /** Ends the whole group and waits until it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>
  /** Settles when it ends by itself. */
  readonly ended: Promise<number>
}

/** All Workers in one `wrangler dev`: one runtime, one state, one public port. */
export function startDevServer(port: number, persistTo: string = PERSIST, configs: readonly string[] = CONFIGS): DevServer {
  mkdirSync(STATE, { recursive: true })
  mkdirSync(persistTo, { recursive: true })
  const args = [
    'dev',
    ...configs.flatMap((config) => ['-c', config]),
    '--persist-to',
    persistTo,
    '--port',
    String(port),
    '--ip',
    '127.0.0.1',
    '--inspector-port',
    '0',
    '--show-interactive-dev-session=false',
  ]
  const child = spawn('wrangler', args, { cwd: ROOT, env: WRANGLER_ENV, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const log = createWriteStream(persistTo === PERSIST ? LOG : join(persistTo, 'dev.log'))
  child.stdout?.pipe(log)
  child.stderr?.pipe(log)
  const url = `http://localhost:${port}`
  const pid = child.pid ?? 0
  // Only the checkout's own state is worth finding again; a test's is not.
  if (persistTo === PERSIST) writeFileSync(RUNNING, JSON.stringify({ url, pid }))
  const ended = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? 1)))
  return { url, pid, ended, stop: (signal = 'SIGTERM') => stop(child, ended, signal) }
}

async function stop(child: ChildProcess, ended: Promise<number>, signal: NodeJS.Signals): Promise<void> {
  rmSync(RUNNING, { force: true })
  killGroup(child.pid, signal)
  const patience = setTimeout(() => killGroup(child.pid, 'SIGKILL'), 5_000)
  await ended
  clearTimeout(patience)
}

function killGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch {
    // Already gone.
  }
}

/** Waits until every service says it is there; fails with the server's own words when it ends first. */
export async function untilReady(server: DevServer, patienceMs = 60_000): Promise<void> {
  let ended = false
  void server.ended.then(() => (ended = true))
  const giveUp = Date.now() + patienceMs
  while (Date.now() < giveUp) {
    if (ended) throw new Error(`the server ended while starting:\n${lastLines()}`)
    if (await isReady(server.url)) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`the server is not ready after ${patienceMs / 1000} s:\n${lastLines()}`)
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/v1/ready`, { signal: AbortSignal.timeout(5_000) })).ok
  } catch {
    return false
  }
}

/** The stack somebody already started from this checkout; null when there is none. */
export async function runningStack(): Promise<string | null> {
  try {
    const { url } = JSON.parse(readFileSync(RUNNING, 'utf8')) as { url: string }
    return (await isReady(url)) ? url : null
  } catch {
    return null
  }
}

function lastLines(): string {
  try {
    return readFileSync(LOG, 'utf8').split('\n').slice(-30).join('\n')
  } catch {
    return ''
  }
}
