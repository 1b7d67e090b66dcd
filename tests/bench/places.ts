import { Client } from '../../tools/stack/client.ts'
import { seeded } from '@yeojeong/domain/testing'
import { cpuMs, startRuntime, type Runtime } from './runtime.ts'

/**
 * `npm run bench:places`: searches through gateway, location service and cache, warm, beside a bare Worker that reads the
 * same answer from KV, on the same runtime, in turns. Fails where the promise is not kept.
 */
const ROUNDS = 7
const PER_ROUND = 400
const AT_ONCE = 8
const P95_MS = 50
const RATIO = 2

const QUERIES = [
  'regionId=seoul&query=%E3%84%B1%E3%85%82%E3%84%B1',
  'regionId=seoul&category=museum',
  'regionId=seoul&query=market&language=en',
  'regionId=tokyo&category=temple',
  'regionId=jeju&category=beach',
  'regionId=busan&query=haeundae',
  'near=37.5725,126.9858&radiusM=1000&category=restaurant',
  'near=37.5726,126.9859&radiusM=1000&category=restaurant',
  'regionId=kyoto&query=kinkakuji',
  'regionId=taipei&category=market&stepFree=true',
] as const

const runtime = await startRuntime()
try {
  await measure(runtime)
} finally {
  await runtime.close()
}

async function measure({ url, bareUrl, pid }: Runtime): Promise<void> {
  const { token } = await Client.guest(url)
  const search = async (n: number): Promise<string> => {
    const response = await fetch(`${url}/v1/places?${QUERIES[n % QUERIES.length]}`, { headers: { authorization: `Bearer ${token}` } })
    if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
    return response.text()
  }
  const bare = async (n: number): Promise<string> => (await fetch(`${bareUrl}/?key=${n % QUERIES.length}`)).text()
  for (let n = 0; n < QUERIES.length; n++) await fetch(`${bareUrl}/?key=${n}`, { method: 'PUT', body: await search(n) })
  for (let n = 0; n < 200; n++) await Promise.all([search(n), bare(n)])

  const cpu = { search: [] as number[], bare: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    cpu.bare.push(await cost(pid, bare))
    cpu.search.push(await cost(pid, search))
  }
  const [mine, theirs] = [median(cpu.search), median(cpu.bare)]
  const times = await alone(pid, search)
  const p95 = times[Math.floor(times.length * 0.95)]!
  console.log(
    `processor time of a request, median of ${ROUNDS} rounds of ${PER_ROUND}: search ${mine.toFixed(2)} ms, bare Worker + KV read of the same answer ${theirs.toFixed(2)} ms, ratio ${(mine / theirs).toFixed(2)}`,
  )
  console.log(
    `processor time of single requests, one after another: p50 ${times[Math.floor(times.length / 2)]!.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, p99 ${times[Math.floor(times.length * 0.99)]!.toFixed(1)} ms`,
  )
  if (p95 >= P95_MS || mine / theirs > RATIO) {
    console.error(`NOT KEPT: promised are p95 under ${P95_MS} ms and at most ${RATIO} times the bare Worker`)
    process.exitCode = 1
  }
}

/** Processor milliseconds of one request, over a round of many at once. */
async function cost(pid: number, request: (n: number) => Promise<string>): Promise<number> {
  const before = cpuMs(pid)
  let next = 0
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < PER_ROUND) await request(next++)
    }),
  )
  return (cpuMs(pid) - before) / PER_ROUND
}

async function alone(pid: number, request: (n: number) => Promise<string>): Promise<number[]> {
  const pick = seeded(7)
  const times: number[] = []
  for (let n = 0; n < PER_ROUND; n++) {
    const before = cpuMs(pid)
    await request(Math.floor(pick() * QUERIES.length))
    times.push(cpuMs(pid) - before)
  }
  return times.sort((a, b) => a - b)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}
