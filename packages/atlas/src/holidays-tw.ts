import type { Holiday, HolidayCalendar, HolidayKind, LocalizedText } from '@yeojeong/domain'

const name = (ko: string, en: string, ja: string, zh: string): LocalizedText => ({ ko, en, ja, zh })
const holiday = (kind: HolidayKind, names: LocalizedText): readonly Holiday[] => [{ kind, names }]

const FOUNDING = holiday(
  'national',
  name('중화민국 개국기념일', 'Founding Day of the Republic of China', '中華民国開国記念日', '开国纪念日'),
)
const LITTLE_EVE = holiday('national', name('음력 섣달그믐 전날', "Day before Lunar New Year's Eve", '旧暦大晦日の前日', '小年夜'))
const EVE = holiday('seollal-eve', name('음력 섣달그믐', "Lunar New Year's Eve", '旧暦大晦日', '除夕'))
const SPRING_1 = holiday('seollal', name('춘절 첫날', 'Lunar New Year, first day', '春節1日目', '春节初一'))
const SPRING_2 = holiday('seollal-morrow', name('춘절 둘째 날', 'Lunar New Year, second day', '春節2日目', '春节初二'))
const SPRING_3 = holiday('national', name('춘절 셋째 날', 'Lunar New Year, third day', '春節3日目', '春节初三'))
const PEACE = holiday('national', name('평화기념일', 'Peace Memorial Day', '和平記念日', '和平纪念日'))
const CHILDREN = holiday('national', name('어린이날', "Children's Day", '児童節', '儿童节'))
const QINGMING = holiday('national', name('청명절', 'Tomb-Sweeping Day', '清明節', '清明节'))
const LABOUR = holiday('national', name('노동절', 'Labour Day', '労働節', '劳动节'))
const DRAGON_BOAT = holiday('national', name('단오절', 'Dragon Boat Festival', '端午節', '端午节'))
const MID_AUTUMN = holiday('chuseok', name('중추절', 'Mid-Autumn Festival', '中秋節', '中秋节'))
const TEACHERS = holiday(
  'national',
  name('공자 탄신일·스승의 날', "Confucius' Birthday, Teachers' Day", '孔子生誕記念日・教師節', '孔子诞辰纪念日（教师节）'),
)
const NATIONAL = holiday('national', name('국경일(쌍십절)', 'National Day', '国慶日（双十節）', '国庆日'))
const RETROCESSION = holiday(
  'national',
  name('타이완 광복·구닝터우 대첩 기념일', 'Retrocession Day', '台湾光復および金門古寧頭大捷記念日', '台湾光复暨金门古宁头大捷纪念日'),
)
const CONSTITUTION = holiday('national', name('행헌기념일', 'Constitution Day', '行憲記念日', '行宪纪念日'))
/** A Saturday is made up for on the working day before, a Sunday on the one after; the lunar new year always after. */
const MADE_UP = holiday('substitute', name('대체휴일', 'Compensatory holiday', '振替休日', '补假'))

/** Taiwan's public holidays under the Act of May 2025, which added five. Typhoon days are declared the evening before. */
export const TW_HOLIDAYS: HolidayCalendar = {
  countryCode: 'TW',
  knownFrom: '2026-01-01',
  // The Directorate-General publishes the office calendar of a year in the middle of the year before.
  knownUntil: '2027-12-31',
  days: {
    '2026-01-01': FOUNDING,
    '2026-02-15': LITTLE_EVE,
    '2026-02-16': EVE,
    '2026-02-17': SPRING_1,
    '2026-02-18': SPRING_2,
    '2026-02-19': SPRING_3,
    '2026-02-20': MADE_UP,
    '2026-02-27': MADE_UP,
    '2026-02-28': PEACE,
    '2026-04-03': MADE_UP,
    '2026-04-04': CHILDREN,
    '2026-04-05': QINGMING,
    '2026-04-06': MADE_UP,
    '2026-05-01': LABOUR,
    '2026-06-19': DRAGON_BOAT,
    '2026-09-25': MID_AUTUMN,
    '2026-09-28': TEACHERS,
    '2026-10-09': MADE_UP,
    '2026-10-10': NATIONAL,
    '2026-10-25': RETROCESSION,
    '2026-10-26': MADE_UP,
    '2026-12-25': CONSTITUTION,
    '2027-01-01': FOUNDING,
    '2027-02-04': LITTLE_EVE,
    '2027-02-05': EVE,
    '2027-02-06': SPRING_1,
    '2027-02-07': SPRING_2,
    '2027-02-08': SPRING_3,
    '2027-02-09': MADE_UP,
    '2027-02-10': MADE_UP,
    '2027-02-28': PEACE,
    '2027-03-01': MADE_UP,
    '2027-04-04': CHILDREN,
    '2027-04-05': QINGMING,
    '2027-04-06': MADE_UP,
    '2027-04-30': MADE_UP,
    '2027-05-01': LABOUR,
    '2027-06-09': DRAGON_BOAT,
    '2027-09-15': MID_AUTUMN,
    '2027-09-28': TEACHERS,
    '2027-10-10': NATIONAL,
    '2027-10-11': MADE_UP,
    '2027-10-25': RETROCESSION,
    '2027-12-24': MADE_UP,
    '2027-12-25': CONSTITUTION,
    '2027-12-31': MADE_UP,
  },
  source:
    'Act on Memorial Days and Festivals (紀念日及節日實施條例); office calendar (政府行政機關辦公日曆表) of 2026; 2027 by the same rules, as python-holidays 0.105 has it',
  asOf: '2026-11-22',
}
