import { expect, test } from 'vitest'
import { particleAfter, type Particle } from './josa.ts'

test.each([
  ['경복궁', '을', '을'],
  ['하준이네', '을', '를'],
  ['서울', '으로', '로'],
  ['명소', '이에요', '예요'],
  ['박물관', '이에요', '이에요'],
  ['1시간 50분', '이에요', '이에요'],
  ['900m', '이에요', '예요'],
] as [string, Particle, string][])('after %s, %s is said %s', (word, particle, said) => {
  expect(particleAfter(word, particle)).toBe(said)
})
