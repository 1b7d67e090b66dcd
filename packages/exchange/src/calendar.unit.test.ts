import ICAL from 'ical.js'
import { sync, type VEvent } from 'node-ical'
import { describe, expect, it } from 'vitest'
import { exportItinerary } from './export-itinerary.ts'
import { HARD_TIMES, HOSTILE, NASTY } from './fixture/views.ts'

/** Read back by a library that did not write it. */
function eventsIn(text: string): Map<string, VEvent> {
  const found = Object.values(sync.parseICS(text)).filter((one): one is VEvent => one?.type === 'VEVENT')
  return new Map(found.map((event) => [event.uid.split('.')[0]!, event]))
}
const times = (event: VEvent | undefined): (string | undefined)[] => [event?.start.toISOString(), event?.end?.toISOString()]

describe('an itinerary as a calendar', () => {
  const text = exportItinerary(HARD_TIMES, 'ics', 'en')
  const events = eventsIn(text)

  it('keeps an overnight flight over the date line as long as it is', () => {
    expect(times(events.get('stp_flight'))).toEqual(['2026-03-31T06:50:00.000Z', '2026-03-31T20:20:00.000Z'])
  })
  it('is right on the day clocks change: from half past one to half past three is one hour', () => {
    expect(times(events.get('stp_night-walk'))).toEqual(['2026-03-29T00:30:00.000Z', '2026-03-29T01:30:00.000Z'])
  })
  it('is right in two zones on one day', () => {
    expect(times(events.get('stp_train'))).toEqual(['2026-03-29T07:13:00.000Z', '2026-03-29T09:32:00.000Z'])
    expect(times(events.get('stp_tower'))).toEqual(['2026-03-29T10:30:00.000Z', '2026-03-29T12:00:00.000Z'])
  })
  it('says the local clocks, with their dates where a night or the date line lies between, and a moment once', () => {
    const said = (uid: string): string => String(events.get(uid)?.description)
    expect(said('stp_louvre')).toContain('10:00–12:30 (+01:00)')
    expect(said('stp_train')).toContain('09:13 (+02:00) – 10:32 (+01:00)')
    expect(said('stp_flight')).toContain('2026-03-30 23:50 (-07:00) – 2026-04-01 05:20 (+09:00)')
    expect(said('stp_gate')).toMatch(/ 05:20 \(\+09:00\)$/)
  })
  it('writes nights as whole days, from the evening’s date to the morning of leaving', () => {
    const night = new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .find((one) => String(one.getFirstPropertyValue('uid')).startsWith('night-'))!
    const [start, end] = [night.getFirstPropertyValue('dtstart') as ICAL.Time, night.getFirstPropertyValue('dtend') as ICAL.Time]
    expect([start.isDate, start.toString(), end.isDate, end.toString()]).toEqual([true, '2026-03-28', true, '2026-03-30'])
    expect(events.get('night-2026-03-28')?.datetype).toBe('date')
  })
  it('has no floating time and no end that is not after its start', () => {
    for (const component of new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')) {
      const [start, end] = ['dtstart', 'dtend'].map((name) => component.getFirstPropertyValue(name) as ICAL.Time | null)
      expect(start!.isDate || start!.zone === ICAL.Timezone.utcTimezone).toBe(true)
      if (end !== null && end !== undefined) expect(end.compare(start!)).toBe(1)
    }
  })
  it('keeps a stop’s UID over versions and counts its sequence up, so that subscribers see it move', () => {
    const later = eventsIn(exportItinerary({ ...HARD_TIMES, version: 4, title: 'Renamed' }, 'ics', 'ko'))
    expect([...later.values()].map(({ uid }) => uid)).toEqual([...events.values()].map(({ uid }) => uid))
    expect(new Set([...later.values()].map(({ sequence }) => Number(sequence)))).toEqual(new Set([4]))
  })
  it('is the same bytes for the same version: made from the view, not from the hour', () => {
    expect(exportItinerary(HARD_TIMES, 'ics', 'en')).toBe(text)
  })
  it('escapes and folds what people wrote: it comes back as text and adds no event', () => {
    const hostile = exportItinerary(HOSTILE, 'ics', 'en')
    const read = eventsIn(hostile)
    expect(read.size).toBe(2)
    expect(read.get('stp_one')?.summary).toContain(`a;b,c\\d "e" 'f' <g> & ]]> *h* [i](j)`)
    expect(read.get('stp_one')?.summary).toContain('👩‍👩‍👧')
    for (const line of hostile.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(hostile).toContain('\r\nNAME:a\\;b\\,c\\\\d')
    expect(NASTY).toContain('BEGIN:VEVENT')
  })
  it('tells readers how often to come back', () => {
    expect(text).toMatch(/REFRESH-INTERVAL;VALUE=DURATION:PT1H/)
  })
})
