import type { Holiday, HolidayCalendar, HolidayKind, LocalizedText } from '@yeojeong/domain'

const name = (ko: string, en: string, ja: string, zh: string): LocalizedText => ({ ko, en, ja, zh })
const holiday = (kind: HolidayKind, names: LocalizedText): readonly Holiday[] => [{ kind, names }]

const NEW_YEAR = holiday('national', name('새해 첫날', "New Year's Day", '元日', '元旦'))
const LUNAR_1 = holiday('seollal', name('음력설 첫날', 'Chinese New Year, first day', '旧正月1日目', '农历新年初一'))
const LUNAR_2 = holiday('seollal-morrow', name('음력설 둘째 날', 'Chinese New Year, second day', '旧正月2日目', '农历新年初二'))
const PUASA = holiday('national', name('하리 라야 푸아사', 'Hari Raya Puasa (Eid al-Fitr)', 'ハリラヤ・プアサ', '开斋节'))
const GOOD_FRIDAY = holiday('national', name('성금요일', 'Good Friday', '聖金曜日', '耶稣受难日'))
const LABOUR = holiday('national', name('노동절', 'Labour Day', 'レイバーデー', '劳动节'))
const HAJI = holiday('national', name('하리 라야 하지', 'Hari Raya Haji (Eid al-Adha)', 'ハリラヤ・ハジ', '哈芝节'))
const VESAK = holiday('national', name('베삭 데이', 'Vesak Day', 'ベサック・デー', '卫塞节'))
const NATIONAL = holiday('national', name('싱가포르 국경일', 'National Day', 'ナショナルデー（独立記念日）', '国庆日'))
const DEEPAVALI = holiday('national', name('디파발리', 'Deepavali', 'ディーパバリ', '屠妖节'))
const CHRISTMAS = holiday('national', name('성탄절', 'Christmas Day', 'クリスマス', '圣诞节'))
/** The Monday after a holiday that falls on a Sunday; none is given for a Saturday. */
const OBSERVED = holiday('substitute', name('대체공휴일', 'Public holiday in lieu', '振替休日', '补假'))

/** Singapore's eleven holidays. Polling days are declared at short notice and can come on top in any year. */
export const SG_HOLIDAYS: HolidayCalendar = {
  countryCode: 'SG',
  knownFrom: '2026-01-01',
  // The Ministry announces each year's dates in the year before.
  knownUntil: '2027-12-31',
  days: {
    '2026-01-01': NEW_YEAR,
    '2026-02-17': LUNAR_1,
    '2026-02-18': LUNAR_2,
    '2026-03-21': PUASA,
    '2026-04-03': GOOD_FRIDAY,
    '2026-05-01': LABOUR,
    '2026-05-27': HAJI,
    '2026-05-31': VESAK,
    '2026-06-01': OBSERVED,
    '2026-08-09': NATIONAL,
    '2026-08-10': OBSERVED,
    '2026-11-08': DEEPAVALI,
    '2026-11-09': OBSERVED,
    '2026-12-25': CHRISTMAS,
    '2027-01-01': NEW_YEAR,
    '2027-02-06': LUNAR_1,
    '2027-02-07': LUNAR_2,
    '2027-02-08': OBSERVED,
    '2027-03-10': PUASA,
    '2027-03-26': GOOD_FRIDAY,
    '2027-05-01': LABOUR,
    '2027-05-17': HAJI,
    '2027-05-20': VESAK,
    '2027-08-09': NATIONAL,
    '2027-10-28': DEEPAVALI,
    '2027-12-25': CHRISTMAS,
  },
  source: 'Holidays Act 1998; Ministry of Manpower, public holidays for 2026 and 2027, as python-holidays 0.105 has them',
  asOf: '2026-11-22',
}
