import { expect, test } from 'vitest'
import { startStackWithOsm } from '../stack/anywhere.ts'
import { stageOf } from './stage.ts'

const stage = stageOf(async () => (await startStackWithOsm()).stack)

test('a city that is not on the list is looked up by name, by keyboard, and becomes a destination to choose', async () => {
  const { page, context, errors } = await stage.visit()
  await page.goto(`${stage.url}/trips/new`)
  const city = page.getByRole('searchbox', { name: /다른 도시/ })
  await city.fill('아틀란티스')
  await city.press('Enter')
  await page.getByText('찾은 곳이 없어요').first().waitFor()
  await city.fill('리스본')
  await city.press('Enter')
  const lisbon = page.getByRole('radio', { name: /리스본/ })
  await lisbon.check()
  expect(await lisbon.isChecked()).toBe(true)
  // It serves like any other: the lodging may be looked for there, and the budget is in its currency.
  await page.getByText(/EUR/).first().waitFor()
  expect(errors).toEqual([])
  await context.close()
})
