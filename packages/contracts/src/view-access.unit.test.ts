import { describe, expect, test } from 'vitest'
import { roleInView, viewAccess, type Grant } from './view-access.ts'

const HEAD = { ownerId: 'usr_0123456789abcdefghjk', version: 1_234, writtenAt: 1_795_000_000_000 }
const NOW = 1_795_000_000_000
const people = (count: number, role: 'e' | 'v'): Grant[] =>
  Array.from({ length: count }, (_, n) => [`usr_${role}${String(n).padStart(19, '0')}`, role, 1_800_000_000])

describe('the access list beside a view', () => {
  test('says who is what, and until when', () => {
    const access = viewAccess(HEAD, [
      ['usr_ed', 'e', 0],
      ['usr_vi', 'v', NOW / 1000 + 60],
      ['usr_late', 'v', NOW / 1000],
    ])
    expect([HEAD.ownerId, 'usr_ed', 'usr_vi', 'usr_late', 'usr_stranger'].map((user) => roleInView(access, user, NOW))).toEqual([
      'owner',
      'editor',
      'viewer',
      null,
      null,
    ])
    expect(roleInView(access, 'usr_vi', NOW + 60_000)).toBeNull()
  })
  test('costs an itinerary that is not shared nothing', () => {
    expect(viewAccess(HEAD, [])).toEqual(HEAD)
  })
  test('never grows past what KV keeps, keeps editors first, and says when somebody is missing', () => {
    const access = viewAccess(HEAD, [...people(20, 'v'), ...people(12, 'e')])
    expect(new TextEncoder().encode(JSON.stringify(access)).length).toBeLessThanOrEqual(1_024)
    expect(access.others!.filter(([, role]) => role === 'e')).toHaveLength(12)
    expect(roleInView(access, people(20, 'v')[19]![0], NOW)).toBe('unknown')
    expect(roleInView(access, people(12, 'e')[11]![0], NOW)).toBe('editor')
  })
  test('names all of the twenty people an itinerary can have, or says that it does not', () => {
    const access = viewAccess(HEAD, people(20, 'e'))
    const roles = people(20, 'e').map(([user]) => roleInView(access, user, NOW))
    expect(roles.every((role) => role === 'editor' || role === 'unknown')).toBe(true)
    expect(roles).not.toContain(null)
  })
})
