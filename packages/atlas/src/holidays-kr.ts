import type { Holiday, HolidayCalendar, HolidayKind, LocalizedText, PlainDate } from '@yeojeong/domain'

const name = (ko: string, en: string, ja: string, zh: string): LocalizedText => ({ ko, en, ja, zh })
const holiday = (kind: HolidayKind, names: LocalizedText): Holiday => ({ kind, names })

const NEW_YEAR = holiday('national', name('신정', "New Year's Day", '元日', '元旦'))
const SEOLLAL_EVE = holiday('seollal-eve', name('설날 전날', 'Seollal Eve', 'ソルラル前日', '春节前一天'))
const SEOLLAL = holiday('seollal', name('설날', 'Seollal (Lunar New Year)', 'ソルラル(旧正月)', '春节'))
const SEOLLAL_MORROW = holiday('seollal-morrow', name('설날 다음 날', 'Day after Seollal', 'ソルラル翌日', '春节后一天'))
const MARCH_1 = holiday('national', name('삼일절', 'Independence Movement Day', '三一節', '三一节'))
const LABOUR_DAY = holiday('national', name('노동절', 'Labour Day', '労働節', '劳动节'))
const CHILDREN = holiday('national', name('어린이날', "Children's Day", 'こどもの日', '儿童节'))
const BUDDHA = holiday('national', name('부처님 오신 날', "Buddha's Birthday", '釈迦誕生日', '佛诞日'))
const MEMORIAL = holiday('national', name('현충일', 'Memorial Day', '顕忠日', '显忠日'))
const CONSTITUTION = holiday('national', name('제헌절', 'Constitution Day', '制憲節', '制宪节'))
const LIBERATION = holiday('national', name('광복절', 'Liberation Day', '光復節', '光复节'))
const CHUSEOK_EVE = holiday('chuseok-eve', name('추석 전날', 'Chuseok Eve', '秋夕前日', '中秋节前一天'))
const CHUSEOK = holiday('chuseok', name('추석', 'Chuseok', '秋夕', '中秋节'))
const CHUSEOK_MORROW = holiday('chuseok-morrow', name('추석 다음 날', 'Day after Chuseok', '秋夕翌日', '中秋节后一天'))
const FOUNDATION = holiday('national', name('개천절', 'National Foundation Day', '開天節', '开天节'))
const HANGEUL = holiday('national', name('한글날', 'Hangeul Day', 'ハングルの日', '韩文日'))
const CHRISTMAS = holiday('national', name('성탄절', 'Christmas Day', 'クリスマス', '圣诞节'))
const SUBSTITUTE = holiday('substitute', name('대체공휴일', 'Substitute holiday', '振替休日', '替代公休日'))
const TEMPORARY = holiday('temporary', name('임시공휴일', 'Temporary holiday', '臨時公休日', '临时公休日'))
const PRESIDENTIAL = holiday('election', name('대통령선거일', 'Presidential election', '大統領選挙日', '总统选举日'))
const LOCAL_ELECTION = holiday('election', name('전국동시지방선거일', 'Local elections', '統一地方選挙日', '地方选举日'))
const ASSEMBLY_ELECTION = holiday('election', name('국회의원선거일', 'National Assembly election', '国会議員選挙日', '国会议员选举日'))

/** The same every year. */
const FIXED: readonly (readonly [monthDay: string, holiday: Holiday])[] = [
  ['01-01', NEW_YEAR],
  ['03-01', MARCH_1],
  ['05-05', CHILDREN],
  ['06-06', MEMORIAL],
  ['08-15', LIBERATION],
  ['10-03', FOUNDATION],
  ['10-09', HANGEUL],
  ['12-25', CHRISTMAS],
]
/** Public holidays again since 2026. */
const FIXED_SINCE_2026: typeof FIXED = [
  ['05-01', LABOUR_DAY],
  ['07-17', CONSTITUTION],
]

type Year = { readonly [monthDay: string]: readonly Holiday[] }

const YEARS: { readonly [year: number]: Year } = {
  2024: {
    '02-09': [SEOLLAL_EVE],
    '02-10': [SEOLLAL],
    '02-11': [SEOLLAL_MORROW],
    '02-12': [SUBSTITUTE],
    '04-10': [ASSEMBLY_ELECTION],
    '05-06': [SUBSTITUTE],
    '05-15': [BUDDHA],
    '09-16': [CHUSEOK_EVE],
    '09-17': [CHUSEOK],
    '09-18': [CHUSEOK_MORROW],
    '10-01': [TEMPORARY],
  },
  2025: {
    '01-27': [TEMPORARY],
    '01-28': [SEOLLAL_EVE],
    '01-29': [SEOLLAL],
    '01-30': [SEOLLAL_MORROW],
    '03-03': [SUBSTITUTE],
    '05-05': [BUDDHA],
    '05-06': [SUBSTITUTE],
    '06-03': [PRESIDENTIAL],
    '10-05': [CHUSEOK_EVE],
    '10-06': [CHUSEOK],
    '10-07': [CHUSEOK_MORROW],
    '10-08': [SUBSTITUTE],
  },
  2026: {
    '02-16': [SEOLLAL_EVE],
    '02-17': [SEOLLAL],
    '02-18': [SEOLLAL_MORROW],
    '03-02': [SUBSTITUTE],
    '05-24': [BUDDHA],
    '05-25': [SUBSTITUTE],
    '06-03': [LOCAL_ELECTION],
    '08-17': [SUBSTITUTE],
    '09-24': [CHUSEOK_EVE],
    '09-25': [CHUSEOK],
    '09-26': [CHUSEOK_MORROW],
    '10-05': [SUBSTITUTE],
  },
  2027: {
    '02-06': [SEOLLAL_EVE],
    '02-07': [SEOLLAL],
    '02-08': [SEOLLAL_MORROW],
    '02-09': [SUBSTITUTE],
    '05-03': [SUBSTITUTE],
    '05-13': [BUDDHA],
    '07-19': [SUBSTITUTE],
    '08-16': [SUBSTITUTE],
    '09-14': [CHUSEOK_EVE],
    '09-15': [CHUSEOK],
    '09-16': [CHUSEOK_MORROW],
    '10-04': [SUBSTITUTE],
    '10-11': [SUBSTITUTE],
    '12-27': [SUBSTITUTE],
  },
  // Not yet in a published almanac: dates the Regulation itself sets. Chuseok meets National Foundation Day.
  2028: {
    '01-26': [SEOLLAL_EVE],
    '01-27': [SEOLLAL],
    '01-28': [SEOLLAL_MORROW],
    '04-12': [ASSEMBLY_ELECTION],
    '05-02': [BUDDHA],
    '10-02': [CHUSEOK_EVE],
    '10-03': [CHUSEOK],
    '10-04': [CHUSEOK_MORROW],
    '10-05': [SUBSTITUTE],
  },
}

function daysOf(year: number, moving: Year): [PlainDate, readonly Holiday[]][] {
  const fixed = year >= 2026 ? [...FIXED, ...FIXED_SINCE_2026] : FIXED
  const days = new Map<string, readonly Holiday[]>(Object.entries(moving))
  for (const [monthDay, one] of fixed) days.set(monthDay, [one, ...(days.get(monthDay) ?? [])])
  return [...days].map(([monthDay, holidays]) => [`${year}-${monthDay}`, holidays])
}

// Until the end of 2027 the yearly almanac is published; what follows is what the Regulation already fixes.

/** South Korea's public holidays. Temporary ones are declared at short notice and can come on top in any year. */
export const KR_HOLIDAYS: HolidayCalendar = {
  countryCode: 'KR',
  knownFrom: '2024-01-01',
  knownUntil: '2028-12-31',
  days: Object.fromEntries(
    Object.entries(YEARS)
      .flatMap(([year, moving]) => daysOf(Number(year), moving))
      .sort(),
  ),
  source:
    'Regulation on Public Holidays of Government Offices (관공서의 공휴일에 관한 규정); yearly almanac (월력요항) 2024-2027; 2028 as the Regulation sets it',
  asOf: '2026-11-22',
}
