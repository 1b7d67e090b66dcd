import { expect, test } from 'vitest'
import { openIntervals } from './evaluate.ts'
import { hoursFromPeriods } from './weekly.ts'

const at = (day: number, hour: number) => ({ day, minute: hour * 60 })

test('weekly periods keep their days, their lunch break and their nights', () => {
  const hours = hoursFromPeriods([
    { open: at(2, 11), close: at(2, 15) },
    { open: at(2, 17), close: at(2, 22) },
    { open: at(5, 18), close: at(6, 2) },
    { open: at(0, 10), close: at(1, 0) },
  ])
  const on = (date: string) => openIntervals(hours, date, null)
  expect(on('2027-04-20')).toEqual([
    { open: 660, close: 900, lastEntry: 900 },
    { open: 1020, close: 1320, lastEntry: 1320 },
  ])
  expect(on('2027-04-23')).toEqual([{ open: 1080, close: 1560, lastEntry: 1560 }])
  expect(on('2027-04-25')).toEqual([{ open: 600, close: 1440, lastEntry: 1440 }])
  expect(on('2027-04-21')).toEqual([])
})

test('no period is unknown, and one without an end never closes', () => {
  expect(hoursFromPeriods([])).toEqual({ kind: 'unknown' })
  expect(hoursFromPeriods([{ open: at(0, 0), close: null }])).toEqual({ kind: 'always' })
})
