import type { Trip } from '@yeojeong/contracts'
import { derivedId } from '../../../packages/worker-kit/src/ids.ts'
import { ApiProblem, Client } from '../../../tools/stack/client.ts'
import { smallTrip } from '../../stack/trips.ts'
import { Control } from './control.ts'
import type { Case } from './points.ts'
import { KillableStack } from './stack.ts'
import { storedOf, type Stored } from './stores.ts'

export type Report = {
  readonly points: number
  readonly kills: number
  readonly lost: readonly string[]
  readonly duplicated: readonly string[]
  readonly halfBuilt: readonly string[]
}

type Planning = {
  readonly about: Case
  readonly token: string
  readonly tripId: string
  readonly itineraryId: string
  readonly arrived: Promise<void>
}
/** What its user sees in the end. */
type Seen = { readonly status: string; readonly version: number; readonly links: readonly string[] }

/** Kills the whole runtime with plannings standing at their points, `perKill` at a time, and sees how each of them ends. */
export async function killAtEach(cases: readonly Case[], perKill: number, say: (line: string) => void = () => {}): Promise<Report> {
  const control = new Control()
  const stack = new KillableStack(await control.listen())
  const report = { points: cases.length, kills: 0, lost: [] as string[], duplicated: [] as string[], halfBuilt: [] as string[] }
  const seen = new Map<Planning, Seen | null>()
  try {
    await stack.prepare()
    await stack.start()
    for (let from = 0; from < cases.length; from += perKill) {
      const group = await Promise.all(cases.slice(from, from + perKill).map((about) => begin(stack.url, control, about)))
      await Promise.all(group.map(({ arrived }) => arrived))
      for (const one of group.filter(({ about }) => about.cancel)) await cancel(stack.url, one)
      control.killed(group.map(({ itineraryId }) => itineraryId))
      await stack.kill()
      report.kills += 1
      await stack.start()
      for (const one of group) seen.set(one, await outcome(stack.url, one))
      say(`killed at ${group.map(({ about }) => about.kill + (about.fail === null ? '' : ` (${about.fail} fails)`)).join(', ')}`)
    }
    await stack.kill()
    const stored = storedOf(stack.state)
    for (const [one, end] of seen) judge(one, end, stored(one.itineraryId), report)
    return report
  } finally {
    await stack.close()
    control.close()
  }
}

async function begin(url: string, control: Control, about: Case): Promise<Planning> {
  const client = await Client.guest(url)
  const trip = await client.createTrip(smallTrip())
  const { userId } = (await client.request('GET', '/v1/me')) as { userId: string }
  const key = `chaos-${crypto.randomUUID()}`
  const itineraryId = await derivedId('itn', userId, trip.id, key)
  const arrived = control.watch(itineraryId, about)
  await client.plan(trip.id, {}, key)
  return { about, token: client.token, tripId: trip.id, itineraryId, arrived }
}

async function cancel(url: string, { token, itineraryId }: Planning): Promise<void> {
  await new Client(url, token).request('POST', `/v1/itineraries/${itineraryId}/cancel`)
}

/** Nobody asks for anything but to be told; null = it never ended. */
async function outcome(url: string, { about, token, tripId, itineraryId }: Planning): Promise<Seen | null> {
  const client = new Client(url, token)
  const giveUpAt = Date.now() + 90_000
  while (Date.now() < giveUpAt) {
    const last = await client.follow(itineraryId).catch((error: unknown) => {
      if (error instanceof ApiProblem && error.status === 404) throw error
      return null
    })
    if (last === null || last.status === 'planning') continue
    const { status, version } = await client.itinerary(itineraryId, last.version)
    if (about.late && status === 'ready' && version < 2) {
      await new Promise((resolve) => setTimeout(resolve, 250))
      continue
    }
    const { itineraryIds } = (await client.request('GET', `/v1/trips/${tripId}`)) as Trip
    return { status, version, links: itineraryIds }
  }
  return null
}

function judge(
  { about, itineraryId }: Planning,
  seen: Seen | null,
  stored: Stored,
  report: { lost: string[]; duplicated: string[]; halfBuilt: string[] },
): void {
  const name = `${about.kill}${about.fail === null ? '' : `, ${about.fail} fails`}${about.cancel ? ', cancelled' : ''}${about.late ? ', late' : ''}`
  const wanted = about.fail === null && !about.cancel ? 'ready' : 'failed'
  const all = `${name}: ${JSON.stringify({ seen, stored })}`
  if (seen === null || seen.status !== wanted) report.lost.push(all)
  if (stored.planned > 1 || stored.improved > 1 || stored.held > 1 || (seen?.links.length ?? 0) > 1) report.duplicated.push(all)
  const links = seen?.links.filter((id) => id === itineraryId).length ?? 0
  // Whoever was dead for long enough is late without being asked to be.
  const versions = about.late ? [2] : [1, 1 + stored.improved]
  const isShown = versions.includes(seen?.version ?? 0)
  const whole = stored.planned === 1 && stored.held === 1 && links === 1 && stored.status === 'ready' && isShown
  const none = stored.held === 0 && links === 0 && stored.status === 'failed'
  if (wanted === 'ready' ? !whole : !none) report.halfBuilt.push(all)
}
