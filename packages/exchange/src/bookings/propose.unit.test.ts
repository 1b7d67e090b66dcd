import ical from 'ical-generator'
import { describe, expect, it } from 'vitest'
import { exportItinerary } from '../export-itinerary.ts'
import { HARD_TIMES } from '../fixture/views.ts'
import { proposeBookings } from './propose.ts'

const SEOUL = { startDate: '2026-05-04', endDate: '2026-05-08', timeZone: 'Asia/Seoul' }
const wrap = (...events: string[][]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//EN',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n')
const event = (uid: string, summary: string, ...lines: string[]): string[] => [`UID:${uid}`, `SUMMARY:${summary}`, ...lines]
function proposed(text: string, trip = SEOUL) {
  const answer = proposeBookings(text, trip)
  if (!answer.ok) throw new Error(answer.error[0]?.detail)
  return answer.value
}

describe('bookings from a calendar', () => {
  it('tell an overnight flight over the date line in the destination’s clock', () => {
    const flight = event(
      'f1',
      'KE18 LAX → ICN',
      'DTSTART;TZID=America/Los_Angeles:20260503T235000',
      'DTEND;TZID=Asia/Seoul:20260505T052000',
      'GEO:37.4602;126.4407',
    )
    expect(proposed(wrap(flight)).bookings).toEqual([
      {
        uid: 'f1',
        summary: 'KE18 LAX → ICN',
        location: null,
        booking: {
          name: 'KE18 LAX → ICN',
          kind: 'flight',
          date: '2026-05-04',
          start: '15:50',
          end: '05:20',
          position: { lat: 37.4602, lng: 126.4407 },
        },
        errors: [],
      },
    ])
  })
  it('keep the instant on the day clocks change, in UTC, in a named zone and in one the file defines', () => {
    const paris = { startDate: '2026-03-29', endDate: '2026-03-30', timeZone: 'Europe/Paris' }
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Romance Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:19701025T030000',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:19700329T020000',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ]
    const text = wrap(
      event('utc', 'Louvre ticket', 'DTSTART:20260329T080000Z', 'DTEND:20260329T090000Z'),
      event('iana', 'Orsay ticket', 'DTSTART;TZID=Europe/London:20260329T090000', 'DURATION:PT1H'),
      event(
        'outlook',
        'Rodin ticket',
        'DTSTART;TZID=Romance Standard Time:20260329T100000',
        'DTEND;TZID=Romance Standard Time:20260329T110000',
      ),
    ).replace('BEGIN:VEVENT', `${zone.join('\r\n')}\r\nBEGIN:VEVENT`)
    expect(proposed(text, paris).bookings.map(({ booking }) => [booking.date, booking.start, booking.end])).toEqual([
      ['2026-03-29', '10:00', '11:00'],
      ['2026-03-29', '10:00', '11:00'],
      ['2026-03-29', '10:00', '11:00'],
    ])
  })
  it('take a time without a zone as the destination’s', () => {
    const [one] = proposed(wrap(event('x', '저녁 식사 예약', 'DTSTART:20260505T183000'))).bookings
    expect(one!.booking).toMatchObject({ kind: 'restaurant', date: '2026-05-05', start: '18:30', end: '19:30' })
  })
  it('make stays of hotels, by whole days or from check-in to check-out, cut to the trip’s nights', () => {
    const text = wrap(
      event('days', 'Hotel Lune', 'DTSTART;VALUE=DATE:20260502', 'DTEND;VALUE=DATE:20260506', 'LOCATION:12 Jongno\\, Seoul'),
      event(
        'times',
        '숙소 체크인',
        'DTSTART;TZID=Asia/Seoul:20260506T150000',
        'DTEND;TZID=Asia/Seoul:20260508T110000',
        'X-APPLE-STRUCTURED-LOCATION;VALUE=URI:geo:37.57,126.98',
      ),
    )
    const { lodgings, bookings } = proposed(text)
    expect(bookings).toEqual([])
    expect(lodgings.map(({ lodging }) => [lodging.name, lodging.firstNight, lodging.lastNight])).toEqual([
      ['Hotel Lune', '2026-05-04', '2026-05-05'],
      ['숙소 체크인', '2026-05-06', '2026-05-07'],
    ])
    expect(lodgings[0]!.location).toBe('12 Jongno, Seoul')
    expect(lodgings[1]!.lodging.position).toEqual({ lat: 37.57, lng: 126.98 })
  })
  it.each([
    ['KTX 101 서울 → 부산', 'train'],
    ['新幹線 のぞみ', 'train'],
    ['대한항공 KE123 탑승', 'flight'],
    ['Table for four', 'restaurant'],
    ['국립중앙박물관 입장권', 'ticket'],
    ['BTS concert', 'ticket'],
    ['Hotel breakfast', 'restaurant'],
    ['新宿御苑 ice cream', 'other'],
    ['Meet Jin at the bridge', 'other'],
  ])('know what “%s” is', (summary, kind) => {
    expect(proposed(wrap(event('k', summary, 'DTSTART:20260505T010000Z', 'DTEND:20260505T020000Z'))).bookings[0]?.booking.kind).toBe(kind)
  })
  it('point at what is missing instead of guessing it', () => {
    const { bookings } = proposed(wrap(event('p', 'Train', 'DTSTART:20260503T010000Z', 'DTEND:20260503T230000Z')))
    expect(bookings[0]!.errors.map(({ pointer }) => pointer)).toEqual(['/bookings/0/booking/position', '/bookings/0/booking/date'])
  })
  it('name every event they leave out, and why', () => {
    const text = wrap(
      event('c', 'Cancelled tour', 'STATUS:CANCELLED', 'DTSTART:20260505T010000Z'),
      event('r', 'Yoga', 'RRULE:FREQ=DAILY', 'DTSTART:20260505T010000Z'),
      event('d', "Children's day", 'DTSTART;VALUE=DATE:20260505'),
      event('o', 'Dentist', 'DTSTART:20261105T010000Z'),
      event('z', 'Ferry', 'DTSTART;TZID=Nowhere/Land:20260505T100000'),
      event('l', 'Cruise', 'DTSTART:20260504T010000Z', 'DTEND:20260507T010000Z'),
    )
    expect(proposed(text).skipped.map(({ pointer, uid, detail }) => [pointer, uid, detail])).toEqual([
      ['/events/0', 'c', 'it is cancelled'],
      ['/events/1', 'r', 'it repeats: only single events are taken over'],
      ['/events/2', 'd', 'it has no time of day'],
      ['/events/3', 'o', 'it is outside the trip'],
      ['/events/4', 'z', 'its time zone is not known (Nowhere/Land)'],
      ['/events/5', 'l', 'it takes longer than a day'],
    ])
  })
  it.each(['', 'hello', '{"a":1}', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID', '<html></html>', 'BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD'])(
    'refuse what is no calendar: %j',
    (text) => {
      expect(proposeBookings(text, SEOUL)).toEqual({ ok: false, error: [{ pointer: '', detail: 'not an iCalendar file (RFC 5545)' }] })
    },
  )
  it('refuse a file of too many events', () => {
    const many = Array.from({ length: 301 }, (_, n) => event(`m${n}`, 'x', 'DTSTART:20260505T010000Z'))
    expect(proposeBookings(wrap(...many), SEOUL).ok).toBe(false)
  })
  it('come back from what our own exports and another writer made', () => {
    const paris = { startDate: '2026-03-28', endDate: '2026-03-30', timeZone: 'Europe/Paris' }
    const own = proposed(exportItinerary(HARD_TIMES, 'ics', 'en'), paris)
    expect(own.bookings.find(({ summary }) => summary === 'train')?.booking).toMatchObject({ kind: 'train', start: '09:13', end: '11:32' })
    const other = ical({ events: [{ start: new Date('2026-05-05T01:00:00Z'), end: new Date('2026-05-05T02:00:00Z'), summary: 'Museum' }] })
    expect(proposed(other.toString()).bookings[0]?.booking).toMatchObject({ kind: 'ticket', start: '10:00' })
  })
})
