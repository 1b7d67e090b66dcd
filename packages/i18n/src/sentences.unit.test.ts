import { CODES } from '@yeojeong/planner'
import { describe, expect, it } from 'vitest'
import { hoursLines, LANGUAGES, reasonSentence, t, translatorFor, type Names } from './index.ts'

const NAMES: Names = {
  place: (id) => ({ plc_palace: '경복궁', plc_tower: 'N서울타워' })[id] ?? null,
  traveller: (id) => ({ mbr_g: '할머니', mbr_c: '서연', mbr_f: '아빠' })[id] ?? null,
}
const ko = translatorFor('ko')
const en = translatorFor('en')

/** One value for every parameter any code has, so that each sentence can be made whole. */
const EVERYTHING = {
  prominence: 5,
  travellerIds: ['mbr_g', 'mbr_c'],
  interest: 'history',
  category: 'palace',
  detourMin: 5,
  meal: 'lunch',
  diets: ['vegan'],
  place: 'cafe',
  startAtMin: 600,
  endAtMin: 690,
  stayMin: 90,
  usualMin: 100,
  gapMin: 45,
  opensAtMin: 600,
  bookingId: 'bkg_1',
  bookingIds: ['bkg_1', 'bkg_2'],
  atMin: 630,
  date: '2026-05-05',
  cause: 'nothing-open',
  fromAtMin: 900,
  toAtMin: 990,
  durationMin: 95,
  movingMin: 260,
  limitMin: 240,
  stops: 2,
  lodgingId: 'ldg_1',
  dates: ['2026-05-04', '2026-05-05'],
  minAge: 13,
  insideM: 7600,
  limitM: 6000,
  sparesM: 600,
  rides: 3,
  wayMin: 130,
  amount: 52_000,
  left: 12_000,
  currency: 'KRW',
  placeIds: ['plc_palace', 'plc_tower'],
  placeId: 'plc_palace',
  known: 'no',
  pace: 'calm',
  transport: 'taxi',
  days: 2,
  stopId: 'stp_1',
  legM: 900,
  dayM: 7000,
  startDate: '2026-05-06',
}

describe('sentences', () => {
  it.each(LANGUAGES)('in %s every code makes a whole sentence with no hole and no raw id', (language) => {
    const codes = Object.values(CODES).flatMap((group) => Object.keys(group))
    const made = codes.map((code) => [code, reasonSentence(translatorFor(language), { code, params: EVERYTHING }, NAMES)] as const)
    const broken = made.filter(([, text]) => text === '' || /[{}]|undefined|NaN|(plc|mbr|bkg|ldg|stp)_/.test(text))
    expect(broken).toEqual([])
  })

  it('put the Korean particle that the name before it asks for', () => {
    const drop = (...placeIds: string[]): string => reasonSentence(ko, { code: 'relax-drop-must-see', params: { placeIds } }, NAMES)
    expect(drop('plc_palace')).toBe('‘경복궁’을 꼭 갈 곳에서 빼세요.')
    expect(drop('plc_tower')).toBe('‘N서울타워’를 꼭 갈 곳에서 빼세요.')
    expect(t('ko', 'reason.too-much-walking', { insideM: 2500, limitM: 900 })).toBe(
      '안에서만 2.5km를 걸어요. 하루에 걸을 수 있는 900m를 넘어요.',
    )
    expect(t('ko', 'reason.relax-transport', { transport: 'taxi' })).toBe('택시로 다니세요.')
    expect(t('ko', 'reason.relax-transport', { transport: 'transit' })).toBe('대중교통으로 다니세요.')
  })

  it('name people as the family does, and join them as the language does', () => {
    const rest = { code: 'rest-for', params: { travellerIds: ['mbr_g', 'mbr_c'], place: 'cafe' } }
    expect(reasonSentence(ko, rest, NAMES)).toBe('할머니와 서연이 앉아서 쉬는 시간이에요.')
    expect(reasonSentence(en, rest, NAMES)).toBe('Time for 할머니 and 서연 to sit down.')
    const three = { code: 'too-young', params: { travellerIds: ['mbr_g', 'mbr_c', 'mbr_f'], minAge: 13 } }
    expect(reasonSentence(ko, three, NAMES)).toContain('할머니, 서연, 아빠는')
  })

  it('agree with the number of people in English', () => {
    const liked = (...travellerIds: string[]): string =>
      reasonSentence(en, { code: 'liked-by', params: { travellerIds, interest: 'history' } }, NAMES)
    expect(liked('mbr_g')).toMatch(/할머니 likes\.$/)
    expect(liked('mbr_g', 'mbr_c')).toMatch(/서연 like\.$/)
  })

  it('cut a long list short and say how many are left', () => {
    const placeIds = Array.from({ length: 6 }, () => 'plc_palace')
    expect(t('ko', 'reason.displaced-by', { placeIds }, NAMES)).toContain('경복궁, 경복궁, 경복궁 외 3곳을')
  })

  it('say changes that only work together, without the lists that are empty', () => {
    const several = { code: 'relax-several', params: { placeIds: ['plc_palace'], bookingIds: [], transport: 'taxi', pace: 'calm' } }
    expect(reasonSentence(ko, several, NAMES)).toBe('모두 함께 바꿔야 해요. ‘경복궁’을 꼭 갈 곳에서 빼세요. 택시로, ‘느긋하게’ 다니세요.')
    expect(reasonSentence(ko, { ...several, params: { ...several.params, placeIds: [] } }, NAMES)).toBe(
      '모두 함께 바꿔야 해요. 택시로, ‘느긋하게’ 다니세요.',
    )
  })

  it('name a code they do not know instead of hiding it', () => {
    expect(reasonSentence(ko, { code: 'from-the-future', params: {} })).toContain('from-the-future')
  })
})

describe('opening hours in words', () => {
  it('say seasons, the last entry and the moving closing day', () => {
    const lines = hoursLines(ko, {
      kind: 'scheduled',
      osm: 'Mar-May,Sep-Oct 09:00-18:00; Nov-Feb 09:00-17:00',
      lastEntryMin: 60,
      closedWeekly: { days: [1], onHoliday: 'next-weekday' },
      closedDates: ['01-01', 'seollal'],
    })
    expect(lines).toEqual([
      { when: '3월–5월, 9월–10월', times: '09:00–18:00' },
      { when: '11월–2월', times: '09:00–17:00' },
      { when: '', times: '문 닫기 1시간 전까지 입장' },
      { when: '', times: '화요일 휴무, 공휴일이면 다음 평일에 쉬어요' },
      { when: '', times: '1월 1일과 설날 휴무' },
    ])
  })

  it('say weekdays, breaks, nights and rules joined by a comma', () => {
    expect(hoursLines(en, { kind: 'scheduled', osm: 'Mo-Fr 11:00-15:00,17:00-22:00, Sa,PH 12:00-26:00; Mo[2,4] off; Dec 25 off' })).toEqual(
      [
        { when: 'Mon–Fri', times: '11:00–15:00, 17:00–22:00' },
        { when: 'Sat, public holidays', times: '12:00–02:00 (+1)' },
        { when: '2nd Mon and 4th Mon', times: 'Closed' },
        { when: 'December 25', times: 'Closed' },
      ],
    )
    expect(hoursLines(en, { kind: 'scheduled', osm: '24/7' })).toEqual([{ when: 'Every day', times: '24 hours' }])
  })

  it('say nothing where nothing is known', () => {
    expect(hoursLines(en, { kind: 'unknown' })).toEqual([])
  })
})
