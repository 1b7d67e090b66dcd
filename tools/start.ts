import { startStack } from './stack/start-stack.ts'
import { runningStack } from './stack/dev-server.ts'
import { ensureSeed } from './stack/seed.ts'

/** `npm start`: everything a newcomer needs to see a planned trip in the browser. Ctrl-C ends all of it. */
const EXAMPLE = 'examples/seoul-family.json'
const say = (line: string): void => console.log(line)

const already = await runningStack()
if (already !== null) {
  say(`It is already running at ${already}`)
  say(`Your itinerary: ${await ensureSeed(already, EXAMPLE)}`)
  process.exit(0)
}

const interrupted = new Promise<string>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(signal))
})
const server = await startStack(say).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})

say('Planning the example trip …')
const address = await Promise.race([ensureSeed(server.url, EXAMPLE), interrupted.then(() => null)]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return null
})
if (address !== null)
  say(
    `\nReady.\n  Your itinerary  ${address}\n  The page        ${server.url}\n  The API         ${server.url}/docs\n\nCtrl-C ends everything.`,
  )

const reason = await Promise.race([interrupted, server.ended.then((code) => `the server ended with code ${code}`)])
if (!reason.startsWith('SIG')) console.error(reason)
await server.stop()
process.exit(reason.startsWith('SIG') ? 0 : 1)
