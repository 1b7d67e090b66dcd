import { describe, expect, it } from 'vitest'
import { parseHours } from './parse.ts'

const problemOf = (osm: string) => {
  const parsed = parseHours(osm)
  return parsed.ok ? null : parsed.error
}

describe('parsing opening hours', () => {
  it.each([
    '24/7',
    '09:00-18:00',
    'Mo-Fr 11:00-15:00,17:00-22:00',
    'Mo-Fr 11:00-15:00, 17:00-22:00',
    'We-Mo 09:00-17:00; Tu off',
    'Mar-Oct 09:00-18:00; Nov-Feb 09:00-17:00',
    'Mar 16-Sep 15 09:00-18:00; Dec 29-31 off',
    'Dec 01-Feb 29 Mo-Su 09:00-17:00',
    'Dec 24,25,31 off',
    'Mo-Su 10:00-17:00; PH off',
    'PH,Su 10:00-16:00',
    'Mo-Su,PH 07:00-22:00',
    'Aug: Mo-Su,PH 08:30-19:00',
    'Mo[2],Mo[4] off',
    'Su[-1] 10:00-12:00',
    'Su[1-2,4] 10:00-12:00',
    '10:00-02:00',
    '11:00-26:00',
    'Sa-Su 11:00-00:00',
    'Su 9:00-1:00',
    'Mo 10:00-12:00, We 14:00-16:00',
    'Mo-Fr 09:00-18:00; Mo-Fr 12:00-13:00 off',
    ' Mo-Su 10:00 - 17:00 ',
    'Mar,Jul-Aug Sa 10:00-12:00',
    'Mo-Fr closed',
  ])('reads %s', (osm) => {
    expect(problemOf(osm)).toBeNull()
  })

  it.each([
    ['10:00-18:00 "by appointment"', /comment/],
    ['Mo-Fr 18:00+', /open end/],
    ['18:00-20:00+', /open end/],
    ['sunrise-sunset', /sun/],
    ['(sunrise+01:00)-18:00', /sun/],
    ['SH 10:00-12:00', /keyword/],
    ['week 1-26 Mo 10:00-12:00', /keyword/],
    ['easter off', /keyword/],
    ['Mo-Fr 10:00-12:00 || "call"', /fallback/],
    ['Mo 10:00-12:00; 13:00-18:00', /names no days/],
    ['Mo 10:00-12:00; off', /names no days/],
    ['Mo-Fr 24/7', /some days/],
    ['Mar-Oct 15 10:00-12:00', /whole month/],
    ['Mo-Fr open', /keyword/],
    ['Su[-2] 10:00-12:00', /last week/],
  ])('refuses %s as unsupported and says why', (osm, why) => {
    expect(problemOf(osm)?.detail).toMatch(why)
  })

  it.each([
    '',
    '   ',
    ';',
    'Mo',
    'Mo-Fr',
    '10',
    '8-6:30',
    '25:00-26:00',
    '10:60-12:00',
    '10:00-49:00',
    '10:00-10:00',
    '00:00-00:00',
    '10:00',
    '10:00-',
    'Mo-So 10:00-12:00',
    'mo-fr 10:00-12:00',
    'Feb 30 off',
    'Dec 31-29 off',
    'Jan 0 off',
    'Mo[0] off',
    'Mo[6] off',
    'Mo[2-1] off',
    'Mo[ off',
    'Mo-Fr 10:00-17:00;',
    'Mo-Fr 10:00-17:00,',
    'Mo-Fr 10:00-17:00 Sa',
    'off off',
    'Mo-Fr 10:00～17:00',
    '午前9時',
    '+423 232 48 18',
    'Mo--Fr 10:00-12:00',
    'PH',
    'Mo-PH 10:00-12:00',
    '2026 Dec 25 off',
    '10:00-12:00-14:00',
  ])('refuses %j rather than misread it', (osm) => {
    expect(problemOf(osm)).not.toBeNull()
  })

  it('points at the character it stumbled over', () => {
    expect(problemOf('Mo-Fr 10:00-17:00; Sx off')).toMatchObject({ code: 'malformed', at: 18 })
    expect(problemOf('Mo-Fr 10:00-17:00; Sa 10:00')).toMatchObject({ code: 'malformed', at: 27 })
  })

  it('does not choke on very long input', () => {
    const rules = Array.from({ length: 2000 }, () => 'Mo-Fr 10:00-17:00').join('; ')
    expect(problemOf(rules)).toBeNull()
    expect(problemOf('['.repeat(50_000))).not.toBeNull()
  })
})
