import type { PlaceQuery } from '@yeojeong/contracts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editsWithin } from './distance.ts'
import { searchAtlas } from './search-atlas.ts'

const ids = (query: Partial<PlaceQuery>): string[] =>
  searchAtlas({ language: 'ko', limit: 5, ...query }).map(({ id }) => id.slice('plc_'.length))

/** What people type, and the place they mean, which must come first. */
const FIRST: readonly (readonly [typed: string, meant: string])[] = [
  // Its names, in four languages and their other spellings.
  ['경복궁', 'seoul_gyeongbokgung'],
  ['경복 궁', 'seoul_gyeongbokgung'],
  ['Gyeongbokgung', 'seoul_gyeongbokgung'],
  ['GYEONGBOKGUNG PALACE', 'seoul_gyeongbokgung'],
  ['景福宮', 'seoul_gyeongbokgung'],
  ['景福宫', 'seoul_gyeongbokgung'],
  ['남산타워', 'seoul_n-seoul-tower'],
  ['N Seoul Tower', 'seoul_n-seoul-tower'],
  ['namsan tower', 'seoul_n-seoul-tower'],
  ['南山塔', 'seoul_n-seoul-tower'],
  ['海雲台', 'busan_haeundae-beach'],
  ['海云台', 'busan_haeundae-beach'],
  ['浅草寺', 'tokyo_sensoji'],
  ['淺草寺', 'tokyo_sensoji'],
  ['센소지', 'tokyo_sensoji'],
  ['Sensō-ji', 'tokyo_sensoji'],
  ['도쿄타워', 'tokyo_tokyo-tower'],
  ['伏見稲荷', 'kyoto_fushimi-inari'],
  ['伏见稻荷', 'kyoto_fushimi-inari'],
  ['금각사', 'kyoto_kinkaku-ji'],
  ['金閣寺', 'kyoto_kinkaku-ji'],
  ['金阁寺', 'kyoto_kinkaku-ji'],
  ['타이베이101', 'taipei_taipei-101'],
  ['故宮', 'taipei_national-palace-museum'],
  ['Gardens by the Bay', 'singapore_gardens-by-the-bay'],
  ['가든스바이더베이', 'singapore_gardens-by-the-bay'],
  ['滨海湾花园', 'singapore_gardens-by-the-bay'],
  ['우도', 'jeju_udo'],
  ['성산일출봉', 'jeju_seongsan-ilchulbong'],
  // Initial consonants, with and without spaces.
  ['ㄱㅂㄱ', 'seoul_gyeongbokgung'],
  ['ㄱ ㅂ ㄱ', 'seoul_gyeongbokgung'],
  ['ㄱㅈㅅㅈ', 'seoul_gwangjang-market'],
  ['ㅊㅅㄷ', 'gyeongju_cheomseongdae'],
  // Half typed.
  ['경보', 'seoul_gyeongbokgung'],
  ['경복ㄱ', 'seoul_gyeongbokgung'],
  ['광장시', 'seoul_gwangjang-market'],
  ['seongsan il', 'jeju_seongsan-ilchulbong'],
  // Other romanisations.
  ['Kyongbokkung', 'seoul_gyeongbokgung'],
  ['Kyŏngbokkung', 'seoul_gyeongbokgung'],
  ['Kyungbok Palace', 'seoul_gyeongbokgung'],
  ["Ch'angdŏkkung", 'seoul_changdeokgung'],
  ['chang deok gung', 'seoul_changdeokgung'],
  ['myungdong', 'seoul_myeongdong'],
  ['kwangjang', 'seoul_gwangjang-market'],
  ['Pulguksa', 'gyeongju_bulguksa'],
  ['sungsan ilchulbong', 'jeju_seongsan-ilchulbong'],
  ['fusimi inari', 'kyoto_fushimi-inari'],
  ['kinkakuji', 'kyoto_kinkaku-ji'],
  // Typing mistakes.
  ['경복꿍', 'seoul_gyeongbokgung'],
  ['해운데', 'busan_haeundae-beach'],
  ['국립중앙박물과', 'seoul_national-museum-of-korea'],
  ['Gyeongbokgung Palce', 'seoul_gyeongbokgung'],
  ['naitonal museum of korea', 'seoul_national-museum-of-korea'],
  ['heundae', 'busan_haeundae-beach'],
  ['rudqhrrnd', 'seoul_gyeongbokgung'],
  // Full width, and words around it.
  ['Ｇｙｅｏｎｇｂｏｋｇｕｎｇ', 'seoul_gyeongbokgung'],
  ['서울 경복궁', 'seoul_gyeongbokgung'],
  ['Bulguk temple', 'gyeongju_bulguksa'],
  ['louvre', 'paris_louvre'],
]

describe('what people type finds the place they mean first, whatever the language of the page', () => {
  test.each(FIRST)('%s', (typed, meant) => {
    for (const language of ['ko', 'en', 'ja', 'zh'] as const) expect(ids({ query: typed, language })[0]).toBe(meant)
  })
})

test('the name itself comes before names that begin with it, and famous places before others that fit as well', () => {
  expect(ids({ query: '명동' })[0]).toBe('seoul_myeongdong')
  expect(ids({ query: '창덕궁' }).slice(0, 2)).toEqual(['seoul_changdeokgung', 'seoul_changdeokgung-secret-garden'])
})

test('nothing is found for what names nothing', () => {
  for (const query of ['xyzzy', 'ㅋㅋㅋㅋㅋㅋㅋㅋ', '뷁뷁뷁', '🐈🐈', '…']) expect(ids({ query, regionId: 'seoul' })).toEqual([])
})

test('a region and a category narrow what is found', () => {
  expect(ids({ query: 'ㅂㅁㄱ', regionId: 'busan' }).every((id) => id.startsWith('busan_'))).toBe(true)
  expect(
    searchAtlas({ query: '시장', categories: ['market'], language: 'ko', limit: 30 }).every(({ category }) => category === 'market'),
  ).toBe(true)
})

test('swapped neighbours are one edit, and the count stops where it is told', () => {
  expect(editsWithin('naitonal', 'national', 2)).toBe(1)
  expect(editsWithin('abc', 'xyz', 2)).toBe(3)
  expect(editsWithin('abc', 'abcdef', 2)).toBe(3)
})

test('whatever is typed is answered: every run of Latin letters, Korean ones and none at all', () => {
  expect(() => searchAtlas({ language: 'ko', limit: 5, query: 'Zum Quittenhof' })).not.toThrow()
  const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz ㄱㅂㅏㅑ가힣京ü'), maxLength: 14 })
  fc.assert(
    fc.property(letters, (query) => searchAtlas({ language: 'ko', limit: 5, query }).length <= 5),
    { numRuns: 100, seed: 7 },
  )
})
