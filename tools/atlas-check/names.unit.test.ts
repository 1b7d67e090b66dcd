import { describe, expect, it } from 'vitest'
import { nameKeys, placeKeys } from './names.ts'

const meet = (a: string, b: string): boolean => [...nameKeys([a])].some((key) => nameKeys([b]).has(key))

describe('names', () => {
  it.each([
    ['Gyeongbokgung Palace', 'Gyeongbokgung'],
    ['The Garden of Morning Calm', 'Garden of Morning Calm'],
    ['국립민속박물관(본관)', '국립 민속 박물관'],
    ['한강시민공원 여의도지구(여의도한강공원)', '여의도한강공원'],
    ['김영갑갤러리 (두모악)', '김영갑갤러리두모악'],
    ['Musée d’Orsay', "Musee d'Orsay"],
    ['景福宮（本館）', '景福宮'],
    ['Bongeunsa Temple', 'bongeunsa'],
    ['N서울타워', 'N 서울타워'],
  ])('%s and %s are one', (a, b) => {
    expect(meet(a, b)).toBe(true)
  })

  it.each([
    ['Seoul Museum', 'Seoul Museum of Art'],
    ['National Museum of Korea', 'National Folk Museum of Korea'],
    ['Seoul', 'Seoul Museum'],
    ['경복궁', '경희궁'],
  ])('%s and %s are two', (a, b) => {
    expect(meet(a, b)).toBe(false)
  })

  it('of a place are those in all its languages and its other spellings', () => {
    const keys = placeKeys({ names: { ko: '창덕궁', en: 'Changdeokgung Palace', ja: '昌徳宮', zh: '昌德宫' }, aliases: ['East Palace'] })
    expect([...keys].sort()).toEqual(['changdeokgung', 'changdeokgungpalace', 'eastpalace', '昌德宫', '昌徳宮', '창덕궁'].sort())
  })
})
