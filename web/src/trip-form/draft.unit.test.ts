import { fieldErrors, TripInput, type Region, type Trip } from '@yeojeong/contracts'
import { describe, expect, it } from 'vitest'
import { draftOf, emptyBooking, emptyDraft, emptyMember, tripDays, tripInput, type TripDraft } from './draft.ts'
import { issuesOf } from './issues.ts'
import { parseCoordinates } from './location-picker.tsx'

const SEOUL: Region = {
  id: 'seoul',
  names: { ko: '서울' },
  center: { lat: 37.5665, lng: 126.978 },
  radiusM: 20_000,
  countryCode: 'KR',
  timeZone: 'Asia/Seoul',
  currency: 'KRW',
  gateways: [],
  usualTransport: 'transit',
  character: {},
}
const TODAY = new Date(2026, 4, 20)

function filled(): TripDraft {
  const member = {
    ...emptyMember(),
    name: '할머니',
    age: '74',
    mobility: 'slow' as const,
    needsRest: true,
    tastes: { history: 3 as const },
  }
  return {
    ...emptyDraft(TODAY),
    regionId: 'seoul',
    members: [member],
    budget: '600,000',
    lodgings: [{ name: '종로 숙소', position: { lat: 37.57, lng: 126.98 }, stepFree: 'unknown', firstNight: '', lastNight: '' }],
  }
}

const issuesFor = (draft: TripDraft) => {
  const parsed = TripInput.safeParse(tripInput(draft, SEOUL))
  return Object.fromEntries(issuesOf(parsed.success ? [] : fieldErrors(parsed.error)))
}

describe('the trip form', () => {
  it('sends what the API takes', () => {
    expect(TripInput.parse(tripInput(filled(), SEOUL))).toMatchObject({
      destination: { regionId: 'seoul' },
      startDate: '2026-06-03',
      endDate: '2026-06-05',
      budget: { amount: 600_000, currency: 'KRW' },
      members: [{ name: '할머니', age: 74, mobility: 'slow', needsRest: true, tastes: { history: 3 } }],
    })
  })

  it('leaves out what was left empty, so that health is only sent when somebody wrote it', () => {
    const [member] = TripInput.parse(tripInput(filled(), SEOUL)).members
    expect(member).not.toHaveProperty('health')
    expect(member).not.toHaveProperty('maxWalkLegM')
  })

  it('names every empty field that must be filled, at the field', () => {
    expect(issuesFor(emptyDraft(TODAY))).toEqual({
      '/destination': 'issue.region',
      '/lodgings/0/name': 'issue.lodgingName',
      '/lodgings/0/position': 'issue.lodging',
      '/members/0/name': 'issue.name',
      '/members/0/age': 'issue.age',
    })
  })

  it('tells an end before the start from a trip that is too long', () => {
    expect(issuesFor({ ...filled(), endDate: '2026-06-01' })).toEqual({ '/endDate': 'issue.datesOrder' })
    expect(issuesFor({ ...filled(), endDate: '2026-09-01' })).toEqual({ '/endDate': 'issue.datesLength' })
  })

  it('names what is missing of a booking at its field, and sends a whole one as it is', () => {
    const booking = { ...emptyBooking('2026-06-04'), name: 'KTX 101', start: '09:00', end: '11:40', position: { lat: 37.55, lng: 126.97 } }
    const bookings = [booking, emptyBooking('2026-06-04')]
    expect(issuesFor({ ...filled(), bookings })).toEqual({
      '/bookings/1/name': 'issue.bookingName',
      '/bookings/1/position': 'issue.bookingPlace',
      '/bookings/1/start': 'issue.time',
      '/bookings/1/end': 'issue.time',
    })
    const { key: _, ...sent } = booking
    expect(TripInput.parse(tripInput({ ...filled(), bookings: [booking] }, SEOUL)).bookings).toEqual([sent])
  })

  it('counts the days the dates make, both ends included', () => {
    expect(tripDays({ startDate: '2026-06-03', endDate: '2026-06-05' })).toBe(3)
    expect(tripDays({ startDate: '2026-06-03', endDate: '2026-06-03' })).toBe(1)
    expect(tripDays({ startDate: '2026-06-03', endDate: '2026-06-02' })).toBeNull()
    expect(tripDays({ startDate: '', endDate: '2026-06-02' })).toBeNull()
  })

  it('refuses what is no number instead of dropping it', () => {
    const [member] = filled().members
    if (member === undefined) throw new Error('the draft has a member')
    const issues = issuesFor({ ...filled(), budget: '육십만', members: [{ ...member, age: 'seven', maxWalkLegM: '십' }] })
    expect(Object.keys(issues).sort()).toEqual(['/budget', '/members/0/age', '/members/0/maxWalkLegM'])
  })

  it('shows a saved trip as it was entered', () => {
    const sent = TripInput.parse(tripInput(filled(), SEOUL))
    const saved = {
      ...sent,
      id: 'trp_000000000001',
      version: 1,
      title: '서울',
      itineraryIds: [],
      createdAt: '',
      updatedAt: '',
      members: sent.members.map((member) => ({ ...member, id: 'mbr_000000000001' })),
      destination: { regionId: 'seoul', names: { ko: '서울' }, timeZone: 'Asia/Seoul', countryCode: 'KR', center: SEOUL.center },
    } as Trip
    expect(TripInput.parse(tripInput(draftOf(saved), SEOUL))).toEqual({ ...sent, title: '서울' })
  })
})

describe('coordinates typed by hand', () => {
  it('are read with a comma or a space', () => {
    expect(parseCoordinates('37.5704, 126.9921')).toEqual({ lat: 37.5704, lng: 126.9921 })
    expect(parseCoordinates(' -33.86 151.21 ')).toEqual({ lat: -33.86, lng: 151.21 })
  })

  it('are refused when they are no place on earth', () => {
    expect(parseCoordinates('137.57, 126.99')).toBeNull()
    expect(parseCoordinates('종로구')).toBeNull()
  })
})
