import { describe, expect, it } from 'vitest'
import { closedWeekdays } from './closed-prose.ts'

describe('the closing days in a museum’s own words', () => {
  it.each([
    ['매주 월요일', [0]],
    ['월+1월 1일+설 당일+추석 당일', [0]],
    ['주말 및 공휴일', [5, 6]],
    ['매주 일/월, 1월 1일, 설날/추석 연휴', [0, 6]],
    ['매주수요일/설날,추석당일/1월1일', [2]],
    ['토일, 공휴일 휴관(개교기념일, 공부자탄강일 포함)', [5, 6]],
    ['매주 월요일(단, 월요일이 공휴일인 경우 당일은 개관하고 그 다음 첫번째 평일에 휴관), 1월 1일, 설날연휴, 추석연휴', [0]],
    ['1월 1일, 매주 월요일※ 월요일이「관공서의 공휴일에 관한 규정」제2조에 따른 공휴일일 때에는 휴관하지 아니함', [0]],
  ])('%s', (prose, days) => {
    expect(closedWeekdays(prose)).toEqual(days)
  })

  it.each([
    '연중무휴',
    '1월 1일, 설날 및 추석 당일, 4월, 11월 첫째 월요일',
    '공휴일',
    '1월1일+설+추석',
    '매월 셋째주 월요일',
    '매월 첫번째 월요일 및 추석, 설날당일',
  ])('name none in %s', (prose) => {
    expect(closedWeekdays(prose)).toEqual([])
  })

  it.each([
    '',
    '휴관',
    '정보 부재',
    '사전예약제(예약없을시 휴관)',
    '월 (매월 셋째주)',
    '월 1회',
    '리모델링으로 인한 휴관',
    '매주 토요일 13:00 이후, 매주 일요일',
  ])('cannot be told from %j', (prose) => {
    expect(closedWeekdays(prose)).toBeNull()
  })
})
