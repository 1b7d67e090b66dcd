import { expect, it } from 'vitest'
import { formatDateRange, LANGUAGES } from './index.ts'

it.each([
  ['2026-12-07', '2026-12-09', '2026年12月7日～9日', '2026年12月7日至9日'],
  ['2026-11-29', '2026-12-02', '2026年11月29日～12月2日', '2026年11月29日至12月2日'],
  ['2026-12-30', '2027-01-02', '2026年12月30日～2027年1月2日', '2026年12月30日至2027年1月2日'],
  ['2026-12-30', '2026-12-30', '2026年12月30日', '2026年12月30日'],
])('a range from %s to %s is said in words, what both ends share only once', (from, to, ja, zh) => {
  expect([formatDateRange('ja', from, to), formatDateRange('zh', from, to)]).toEqual([ja, zh])
})

it('what is no date is shown as it is', () => {
  for (const language of LANGUAGES) expect(formatDateRange(language, 'soon', 'later')).toBe('soon – later')
})
