import type { Holiday, HolidayCalendar, LocalizedText, PlainDate } from '@yeojeong/domain'

const name = (ko: string, en: string, ja: string, zh: string): LocalizedText => ({ ko, en, ja, zh })
const holiday = (names: LocalizedText): Holiday => ({ kind: 'national', names })

/** The same every year. A holiday that meets a weekend is not made up for. */
const FIXED: readonly (readonly [monthDay: string, holiday: Holiday])[] = [
  ['01-01', holiday(name('새해 첫날', "New Year's Day", '元日', '元旦'))],
  ['05-01', holiday(name('노동절', 'Labour Day', 'メーデー', '劳动节'))],
  ['05-08', holiday(name('전승 기념일', 'Victory Day 1945', '第二次世界大戦戦勝記念日', '二战胜利纪念日'))],
  ['07-14', holiday(name('프랑스 혁명 기념일', 'Bastille Day', '革命記念日', '法国国庆日'))],
  ['08-15', holiday(name('성모 승천일', 'Assumption Day', '聖母被昇天祭', '圣母升天节'))],
  ['11-01', holiday(name('만성절', "All Saints' Day", '諸聖人の日', '诸圣节'))],
  ['11-11', holiday(name('제1차 세계대전 휴전 기념일', 'Armistice Day', '第一次世界大戦休戦記念日', '一战停战纪念日'))],
  ['12-25', holiday(name('성탄절', 'Christmas Day', 'クリスマス', '圣诞节'))],
]

const EASTER_MONDAY = holiday(name('부활절 월요일', 'Easter Monday', 'イースターマンデー', '复活节星期一'))
const ASCENSION = holiday(name('예수 승천일', 'Ascension Day', '主の昇天', '耶稣升天节'))
const WHIT_MONDAY = holiday(name('성령 강림절 월요일', 'Whit Monday', '聖霊降臨祭の月曜日', '圣灵降临节星期一'))

/** Easter Monday, the 39th day and the 50th day after Easter Sunday. */
const MOVING: { readonly [year: number]: readonly [easterMonday: string, ascension: string, whitMonday: string] } = {
  2026: ['04-06', '05-14', '05-25'],
  2027: ['03-29', '05-06', '05-17'],
  2028: ['04-17', '05-25', '06-05'],
}

function daysOf(year: string, [easter, ascension, whit]: readonly [string, string, string]): [PlainDate, readonly Holiday[]][] {
  const moving = [[easter, EASTER_MONDAY] as const, [ascension, ASCENSION] as const, [whit, WHIT_MONDAY] as const]
  return [...FIXED, ...moving].map(([monthDay, one]) => [`${year}-${monthDay}`, [one]])
}

/** Metropolitan France; Alsace and Moselle have two more. The Code sets them for every year, so nothing awaits a decree. */
export const FR_HOLIDAYS: HolidayCalendar = {
  countryCode: 'FR',
  knownFrom: '2026-01-01',
  knownUntil: '2028-12-31',
  days: Object.fromEntries(
    Object.entries(MOVING)
      .flatMap(([year, moving]) => daysOf(year, moving))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ),
  source: 'Code du travail, article L3133-1; Easter by the Gregorian reckoning',
  asOf: '2026-11-22',
}
