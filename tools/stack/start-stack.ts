import { buildWeb } from './build-web.ts'
import { startDevServer, untilReady, type DevServer } from './dev-server.ts'
import { migrateLocal } from './migrate.ts'
import { PERSIST } from './paths.ts'
import { freePort } from './port.ts'
import { ensureDevSecrets } from './secrets.ts'

const DEFAULT_PORT = 8787

/** From a checkout to a stack that answers; each phase says what it does. */
export async function startStack(
  say: (line: string) => void,
  wantedPort: number = DEFAULT_PORT,
  persistTo: string = PERSIST,
): Promise<DevServer> {
  ensureDevSecrets()
  say('Building the web page …')
  await buildWeb()
  say('Bringing the local databases up to date …')
  await migrateLocal(persistTo)
  const port = await freePort(wantedPort)
  if (port !== wantedPort) say(`Port ${wantedPort} is busy; using ${port} instead.`)
  say('Starting the Workers …')
  const server = startDevServer(port, persistTo)
  try {
    await untilReady(server)
  } catch (error) {
    await server.stop('SIGKILL')
    throw error
  }
  return server
}
