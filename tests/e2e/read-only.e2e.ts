import { kvKeys, viewAccess } from '@yeojeong/contracts'
import { beforeAll, expect, test } from 'vitest'
import { Client } from '../../tools/stack/client.ts'
import { SEOUL_ITINERARY } from '../../web/dev/fixtures/seoul-itinerary.ts'
import { startTestStack } from '../stack/harness.ts'
import { stageOf } from './stage.ts'

/** The itinerary Worker throws, whatever it is asked. */
const stage = stageOf(() => startTestStack({ without: ['itinerary'] }))
let client: Client
const view = { ...SEOUL_ITINERARY, id: 'itn_0123456789abcdefghjk' }

beforeAll(async () => {
  client = await Client.guest(stage.url)
  const { userId } = (await client.request('GET', '/v1/me')) as { userId: string }
  const env = (await stage.server.getWorker('yeojeong-gateway').getEnv()) as {
    ITINERARY_VIEWS: { put(key: string, value: string, options: { metadata: unknown }): Promise<void> }
  }
  const metadata = viewAccess({ ownerId: userId, version: view.version, writtenAt: Date.now() }, [])
  await env.ITINERARY_VIEWS.put(kvKeys.itineraryView(view.id), JSON.stringify(view), { metadata })
})

test('with the itinerary service down a plan is read, a change is refused in words, and the page recovers by itself', async () => {
  const { page, context } = await stage.visit()
  await page.goto(`${stage.url}/itineraries/${view.id}#session=${client.token}`)
  await page.getByRole('toolbar').waitFor()
  const banner = page.getByText('지금은 읽기만 할 수 있어요. 저장은 잠시 뒤에 다시 시도해 주세요.')
  expect(await banner.count()).toBe(0)
  const stop = page.locator('article h3 button').first()
  const name = await stop.innerText()
  await stop.click()
  const panel = page.getByRole('complementary', { name })
  await panel.getByLabel('메모').fill('창가 자리')
  await panel.getByRole('button', { name: '적용' }).click()
  await banner.waitFor()
  await page.getByText(/하지 못했어요/).waitFor()
  // What was not kept is not shown as kept, and not lost either.
  expect(await page.getByRole('article').getByText('창가 자리').count()).toBe(0)
  expect(await panel.getByLabel('메모').inputValue()).toBe('창가 자리')

  await page.route('**/v1/ready', (route) => route.fulfill({ status: 200, json: { state: 'ok' } }))
  await banner.waitFor({ state: 'hidden' })
  await context.close()
})
