import { expect, test } from 'vitest'
import { describeError, redact } from './log.ts'

test.each([
  ['Error: request to https://maps.example/api?key=AIzaSyFAKEFAKEFAKEFAKEFAKE123&q=a failed', 'AIzaSyFAKEFAKEFAKEFAKEFAKE123'],
  ['https://api.example/v2?q=x&ak=dummy-key-1', 'dummy-key-1'],
  ['Authorization: Bearer abc.def-123', 'abc.def-123'],
  ['KakaoAK 0123456789abcdef', '0123456789abcdef'],
  ['access_token=pk.eyJ1IjoiYWJjZGVmZ2hpamtsbW5vcCJ9.signature', 'pk.eyJ1IjoiYWJjZGVmZ2hpamtsbW5vcCJ9'],
  ['token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1c3JfMDAwMDAwMDAwMCJ9.c2lnbmF0dXJl', 'eyJzdWIiOiJ1c3JfMDAwMDAwMDAwMCJ9'],
])('a key in an error text never gets out: %s', (text, key) => {
  expect(redact(text)).not.toContain(key)
})

test('a database error is told without the values of its statement', () => {
  const error = Object.assign(new Error('Failed query: insert into trips values (?)\nparams: 할머니,knee'), {
    query: 'insert',
    params: ['할머니'],
    cause: new Error('D1_ERROR: no such table: trips'),
  })
  expect(describeError(error)).toContain('no such table')
  expect(describeError(error)).not.toContain('할머니')
})
