import { readFileSync } from 'node:fs'
import { chooseLanguage, translatorFor } from '@yeojeong/i18n'
import { ApiProblem, Client, type TripFile } from './stack/client.ts'
import { runningStack } from './stack/dev-server.ts'
import { printItinerary } from './stack/print-itinerary.ts'
import { startStack } from './stack/start-stack.ts'

/** `npm run demo -- examples/seoul-family.json [--language en]`: one trip, from its file to its timeline. */
const path = process.argv
  .slice(2)
  .find((argument) => !argument.startsWith('--') && argument !== process.argv[process.argv.indexOf('--language') + 1])
if (path === undefined) {
  console.error('Which trip? For example: npm run demo -- examples/seoul-family.json')
  process.exit(2)
}
const at = process.argv.indexOf('--language')
const language = chooseLanguage([at === -1 ? 'ko' : (process.argv[at + 1] ?? 'ko')])
const t = translatorFor(language)

const running = await runningStack()
const started = running === null ? await startStack((line) => console.log(line)) : null
const url = running ?? started!.url
let code = 0
try {
  const file = JSON.parse(readFileSync(path, 'utf8')) as TripFile
  const client = await Client.guest(url)
  const trip = await client.createTrip(file.trip)
  const asked = performance.now()
  const { itineraryId } = await client.plan(trip.id, file.plan)
  let step = ''
  const outcome = await client.follow(itineraryId, (progress) => {
    if (progress.step === null || progress.step === step) return
    step = progress.step
    console.log(`  ${String(Math.round(progress.percent)).padStart(3)} %  ${t(`step.${progress.step}`)}`)
  })
  const view = await client.itinerary(itineraryId, outcome.version)
  const seconds = (performance.now() - asked) / 1000
  printItinerary(view, language, (line) => console.log(line))
  console.log(`\n${view.status}: ${seconds.toFixed(2)} s from request to published view`)
  console.log(`${url}/itineraries/${itineraryId}#session=${client.token}`)
  code = view.status === 'ready' || view.status === 'infeasible' ? 0 : 1
} catch (error) {
  console.error(error instanceof ApiProblem || error instanceof Error ? error.message : error)
  code = 1
}
if (started !== null) {
  if (code === 0 && process.stdout.isTTY) {
    console.log('\nThe stack stays up so that you can open it; Ctrl-C ends it.')
    await new Promise<void>((resolve) => process.once('SIGINT', () => resolve()))
  }
  await started.stop()
}
process.exit(code)
