import type { Holiday, HolidayCalendar, HolidayKind, LocalizedText } from '@yeojeong/domain'

const name = (ko: string, en: string, ja: string, zh: string): LocalizedText => ({ ko, en, ja, zh })
const holiday = (kind: HolidayKind, names: LocalizedText): Holiday => ({ kind, names })

const NEW_YEAR = holiday('national', name('설날(원일)', "New Year's Day", '元日', '元旦'))
const COMING_OF_AGE = holiday('national', name('성인의 날', 'Coming of Age Day', '成人の日', '成人节'))
const FOUNDATION = holiday('national', name('건국기념일', 'National Foundation Day', '建国記念の日', '建国纪念日'))
const EMPEROR = holiday('national', name('일왕 탄생일', "The Emperor's Birthday", '天皇誕生日', '天皇诞生日'))
const SPRING_EQUINOX = holiday('national', name('춘분의 날', 'Vernal Equinox Day', '春分の日', '春分节'))
const SHOWA = holiday('national', name('쇼와의 날', 'Shōwa Day', '昭和の日', '昭和日'))
const CONSTITUTION = holiday('national', name('헌법기념일', 'Constitution Memorial Day', '憲法記念日', '宪法纪念日'))
const GREENERY = holiday('national', name('녹색의 날', 'Greenery Day', 'みどりの日', '绿之日'))
const CHILDREN = holiday('national', name('어린이날', "Children's Day", 'こどもの日', '儿童节'))
const MARINE = holiday('national', name('바다의 날', 'Marine Day', '海の日', '海之日'))
const MOUNTAIN = holiday('national', name('산의 날', 'Mountain Day', '山の日', '山之日'))
const AGED = holiday('national', name('경로의 날', 'Respect-for-the-Aged Day', '敬老の日', '敬老日'))
const AUTUMN_EQUINOX = holiday('national', name('추분의 날', 'Autumnal Equinox Day', '秋分の日', '秋分节'))
const SPORTS = holiday('national', name('스포츠의 날', 'Sports Day', 'スポーツの日', '体育日'))
const CULTURE = holiday('national', name('문화의 날', 'Culture Day', '文化の日', '文化日'))
const LABOUR_THANKSGIVING = holiday('national', name('근로감사의 날', 'Labour Thanksgiving Day', '勤労感謝の日', '勤劳感谢日'))
/** Article 3 (2): a holiday on a Sunday is made up for on the first day after it that is none. */
const SUBSTITUTE = holiday('substitute', name('대체휴일', 'Substitute holiday', '振替休日', '补休'))
/** Article 3 (3): a day between two holidays is one too. */
const BETWEEN = holiday('national', name('국민의 휴일', "Citizens' Holiday", '国民の休日', '国民休息日'))

/** The same every year. */
const FIXED: { readonly [monthDay: string]: Holiday } = {
  '01-01': NEW_YEAR,
  '02-11': FOUNDATION,
  '02-23': EMPEROR,
  '04-29': SHOWA,
  '05-03': CONSTITUTION,
  '05-04': GREENERY,
  '05-05': CHILDREN,
  '08-11': MOUNTAIN,
  '11-03': CULTURE,
  '11-23': LABOUR_THANKSGIVING,
}

/** What moves: the Monday holidays, the equinoxes, and the days off that follow from where the others fall. */
const YEARS: { readonly [year: number]: { readonly [monthDay: string]: Holiday } } = {
  2026: {
    '01-12': COMING_OF_AGE,
    '03-20': SPRING_EQUINOX,
    '05-06': SUBSTITUTE,
    '07-20': MARINE,
    '09-21': AGED,
    '09-22': BETWEEN,
    '09-23': AUTUMN_EQUINOX,
    '10-12': SPORTS,
  },
  2027: {
    '01-11': COMING_OF_AGE,
    '03-21': SPRING_EQUINOX,
    '03-22': SUBSTITUTE,
    '07-19': MARINE,
    '09-20': AGED,
    '09-23': AUTUMN_EQUINOX,
    '10-11': SPORTS,
  },
  // Gazetted only in February 2027: the equinoxes as astronomy has them, the rest as the Act sets it.
  2028: {
    '01-10': COMING_OF_AGE,
    '03-20': SPRING_EQUINOX,
    '07-17': MARINE,
    '09-18': AGED,
    '09-22': AUTUMN_EQUINOX,
    '10-09': SPORTS,
  },
}

// Until the end of 2027 the Cabinet Office has published the list; what follows is what the Act and the sun already fix.

/** Japan's public holidays. The New Year closing of museums and offices (28 December to 3 January) is none of them. */
export const JP_HOLIDAYS: HolidayCalendar = {
  countryCode: 'JP',
  knownFrom: '2026-01-01',
  knownUntil: '2028-12-31',
  days: Object.fromEntries(
    Object.entries(YEARS)
      .flatMap(([year, moving]) =>
        Object.entries({ ...FIXED, ...moving }).map(([monthDay, one]) => [`${year}-${monthDay}`, [one]] as const),
      )
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ),
  source:
    'Act on National Holidays (国民の祝日に関する法律); Cabinet Office list for 2026 and 2027; 2028 as the Act and the computed equinoxes set it',
  asOf: '2026-11-22',
}
