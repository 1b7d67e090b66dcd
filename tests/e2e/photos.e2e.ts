import type { Attachment, ItineraryView } from '@yeojeong/contracts'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { Client } from '../../tools/stack/client.ts'
import { plannedTrip, smallTrip } from '../stack/trips.ts'
import { DESK, PHONE, stageOf, type Visit } from './stage.ts'

const stage = stageOf()
let client: Client
let view: ItineraryView
let names: string[]

beforeAll(async () => {
  client = await Client.guest(stage.url)
  view = await plannedTrip(client, { trip: smallTrip() })
  names = view.days[0]!.stops.flatMap(({ placeId, names: { ko } }) => (placeId === null || ko === undefined ? [] : [ko]))
})

type Picture = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

async function open(stop: string, viewport: { width: number; height: number } = DESK, who = client): Promise<Visit & { panel: Locator }> {
  const visitor = await stage.visit(viewport)
  await visitor.page.goto(`${stage.url}/itineraries/${view.id}#session=${who.token}`)
  await visitor.page.getByRole('button', { name: stop, exact: true }).click()
  return { ...visitor, panel: visitor.page.getByRole('complementary', { name: stop }) }
}

/** A photograph as a camera writes it, by the browser's own encoder. */
async function picture(page: Page, mimeType: 'image/jpeg' | 'image/png', hue = 200): Promise<Picture> {
  const encoded = await page.evaluate(
    ([type, colour]) => {
      const canvas = document.createElement('canvas')
      canvas.width = 1_600
      canvas.height = 1_200
      const context = canvas.getContext('2d')!
      context.fillStyle = `hsl(${colour} 80% 50%)`
      context.fillRect(0, 0, 1_600, 1_200)
      return canvas.toDataURL(type).split(',')[1]!
    },
    [mimeType, hue] as const,
  )
  return { name: `바다.${mimeType.slice(6)}`, mimeType, buffer: Buffer.from(encoded, 'base64') }
}

/** The same with a place in its EXIF segment. */
function located({ buffer, ...rest }: Picture): Picture {
  const exif = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 28]), Buffer.from('Exif\0\0SECRET-PLACE'.padEnd(26, '!'))])
  return { ...rest, buffer: Buffer.concat([buffer.subarray(0, 2), exif, buffer.subarray(2)]) }
}

const kept = async (): Promise<Attachment[]> =>
  ((await client.request('GET', `/v1/itineraries/${view.id}/attachments`)) as { items: Attachment[] }).items
const bytesOf = async ({ id }: Attachment, part = 'photo'): Promise<Response> =>
  fetch(`${stage.url}/v1/itineraries/${view.id}/attachments/${id}/${part}`, { headers: { authorization: `Bearer ${client.token}` } })

test('photos go up, are shown small and large, lose where they were taken unless it is wanted, and are deleted after a question', async () => {
  const [stop] = names
  const { page, panel, context, errors } = await open(stop!)
  const [jpeg, png] = [located(await picture(page, 'image/jpeg')), await picture(page, 'image/png', 20)]
  await panel.getByLabel('사진 더하기').setInputFiles([jpeg, png])
  await panel.getByText('사진 2장을 올렸어요').waitFor()
  const [first, second] = await kept()
  expect([first, second]).toMatchObject([
    { mediaType: 'image/jpeg', hasThumbnail: true, state: 'ready' },
    { mediaType: 'image/png', hasThumbnail: true, state: 'ready' },
  ])
  expect(await (await bytesOf(first!)).text()).not.toContain('SECRET-PLACE')
  const thumbnails = panel.locator('li img')
  await expect.poll(() => thumbnails.evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth))).toEqual([480, 480])
  const card = page.getByRole('article').filter({ hasText: stop! })
  await card.getByText('사진 2장').waitFor()
  expect(await card.locator('img').count()).toBe(2)

  await panel.getByRole('button', { name: `${stop} 사진 1` }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: `${stop} 사진 1` }).waitFor()
  await page.keyboard.press('ArrowRight')
  const large = page.getByRole('dialog', { name: `${stop} 사진 2` })
  await expect.poll(() => large.locator('img').evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(1_600)
  await page.keyboard.press('Escape')
  await large.waitFor({ state: 'hidden' })
  expect(await panel.isVisible()).toBe(true)
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(`${stop} 사진 1`)

  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '사진 지우기' }).click()
  const asks = page.getByRole('dialog', { name: '이 사진을 지울까요?' })
  await asks.getByRole('button', { name: '취소' }).click()
  expect(await kept()).toHaveLength(2)
  await page.getByRole('button', { name: '사진 지우기' }).click()
  await asks.getByRole('button', { name: '삭제' }).click()
  await expect.poll(async () => (await kept()).map(({ id }) => id)).toEqual([second!.id])
  expect((await bytesOf(first!)).status).toBe(404)
  await card.getByText('사진 1장').waitFor()

  await panel.getByLabel(/찍은 곳을 사진에 남기기/).check()
  await panel.getByLabel('사진 더하기').setInputFiles([jpeg])
  await expect.poll(async () => (await kept()).map(({ state }) => state)).toEqual(['ready', 'ready'])
  expect(await (await bytesOf((await kept())[1]!)).text()).toContain('SECRET-PLACE')
  expect(errors).toEqual([])
  await context.close()
})

test('what cannot be sent says why in words, and a photo dropped on the page is taken', async () => {
  const stop = names[1]!
  const { page, panel, context, errors } = await open(stop)
  await panel.getByLabel('사진 더하기').setInputFiles([
    { name: '표.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') },
    { name: '큰.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(20 * 1024 * 1024 + 1, 1) },
    { name: '거짓.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') },
  ])
  await panel.getByText('JPEG, PNG, WebP, HEIC 사진만 올릴 수 있어요.').nth(1).waitFor()
  await panel.getByText('20 MB보다 커서 올릴 수 없어요.').waitFor()
  // What was announced for nothing has been taken back.
  expect((await kept()).filter(({ state }) => state === 'waiting')).toEqual([])

  const { buffer } = await picture(page, 'image/jpeg', 120)
  const dropped = await page.evaluateHandle((encoded) => {
    const transfer = new DataTransfer()
    const bytes = Uint8Array.from(atob(encoded), (one) => one.charCodeAt(0))
    transfer.items.add(new File([bytes], '끌어온.jpg', { type: 'image/jpeg' }))
    return transfer
  }, buffer.toString('base64'))
  await panel.getByText('끌어다 놓아도', { exact: false }).dispatchEvent('drop', { dataTransfer: dropped })
  await panel.getByRole('button', { name: `${stop} 사진 1` }).waitFor()
  expect(errors).toEqual([])
  await context.close()
})

test('a memo is kept over a reload and goes when it is deleted', async () => {
  const stop = names[2]!
  const { page, panel, context, errors } = await open(stop)
  await panel.getByLabel('기록 남기기').fill('줄이 길었다\n그래도 좋았다')
  await panel.getByRole('button', { name: '기록 저장' }).click()
  await panel.getByText('줄이 길었다').waitFor()
  await page.reload()
  await page.getByRole('button', { name: stop, exact: true }).click()
  await panel.getByText('그래도 좋았다').waitFor()
  await panel.getByRole('button', { name: /기록 지우기/ }).click()
  await page.getByRole('dialog', { name: '이 기록을 지울까요?' }).getByRole('button', { name: '삭제' }).click()
  await panel.getByText('줄이 길었다').waitFor({ state: 'hidden' })
  expect((await kept()).filter(({ kind }) => kind === 'memo')).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

test('whoever joined to look sees the photos and is offered nothing else; whoever only holds the link does not see them', async () => {
  const stop = names[0]!
  const keyed = { 'idempotency-key': crypto.randomUUID() }
  const link = (await client.request('POST', `/v1/itineraries/${view.id}/share`, { role: 'viewer' }, keyed)) as { url: string }
  const { page, context, errors } = await stage.visit()
  await page.goto(link.url)
  await page.getByRole('button', { name: stop, exact: true }).click()
  const panel = page.getByRole('complementary', { name: stop })
  await panel.getByRole('heading', { level: 2 }).waitFor()
  expect(await panel.getByText('사진과 기록').count()).toBe(0)
  await page.getByRole('button', { name: '참여해서 사진과 기록도 보기' }).click()
  await page.waitForURL(/\/itineraries\/itn_/)
  await page.getByRole('button', { name: stop, exact: true }).click()
  await panel.getByRole('button', { name: `${stop} 사진 1` }).click()
  await page
    .getByRole('dialog', { name: `${stop} 사진 1` })
    .locator('img')
    .waitFor()
  expect(await page.getByRole('button', { name: '사진 지우기' }).count()).toBe(0)
  await page.keyboard.press('Escape')
  for (const offered of ['사진 더하기', '기록 남기기', '메모', '시작 시각'])
    expect(await panel.getByLabel(offered).count(), offered).toBe(0)
  expect(await page.getByRole('toolbar').count()).toBe(0)
  expect(await page.getByRole('button', { name: /옮기기$/ }).count()).toBe(0)
  await page.getByRole('button', { name: '내보내기' }).click()
  await page.getByRole('dialog').getByText('달력 파일').waitFor()
  expect(await page.getByRole('button', { name: '링크 만들기' }).count()).toBe(0)
  expect(errors).toEqual([])
  await context.close()
})

test.each([
  ['desk', DESK],
  ['phone', PHONE],
] as const)('photos, memos and the large picture are accessible and fit (%s)', async (_name, viewport) => {
  const stop = names[0]!
  const { page, panel, context, errors } = await open(stop, viewport)
  const serious = async (): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page }).analyze()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
  }
  await panel.getByRole('button', { name: `${stop} 사진 1` }).waitFor()
  expect(await serious()).toEqual([])
  await panel.getByRole('button', { name: `${stop} 사진 1` }).click()
  await page
    .getByRole('dialog', { name: `${stop} 사진 1` })
    .locator('img')
    .waitFor()
  expect(await serious()).toEqual([])
  const box = await page.getByRole('dialog').boundingBox()
  expect(box!.x).toBeGreaterThanOrEqual(0)
  expect(box!.x + box!.width).toBeLessThanOrEqual(viewport.width)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width)
  expect(errors).toEqual([])
  await context.close()
})
