import { describe, expect, test } from 'vitest'
import { sealer } from './seal.ts'

const secret = 'a-secret-of-at-least-thirty-two-characters'

describe('a sealed value', () => {
  test('opens for its owner, whatever its size and language', async () => {
    const { seal, open } = sealer(secret, 'test')
    for (const value of ['할머니', { age: 74, diets: ['vegan'] }, 'x'.repeat(500_000), null])
      expect(await open(await seal(value, 'row/1'), 'row/1')).toEqual(value)
  })
  test('shows nothing of what it holds, and never the same twice', async () => {
    const { seal } = sealer(secret, 'test')
    const [one, two] = await Promise.all([seal('knee', 'row/1'), seal('knee', 'row/1')])
    expect(one).not.toContain('knee')
    expect(one).not.toBe(two)
  })
  test('does not open for another row, another purpose, another secret or when a bit was changed', async () => {
    const sealed = await sealer(secret, 'test').seal('knee', 'row/1')
    await expect(sealer(secret, 'test').open(sealed, 'row/2')).rejects.toThrow()
    await expect(sealer(secret, 'other').open(sealed, 'row/1')).rejects.toThrow()
    await expect(sealer(`${secret}!`, 'test').open(sealed, 'row/1')).rejects.toThrow()
    const [version, nonce, body] = sealed.split('.')
    const flipped = `${version}.${nonce}.${body!.startsWith('A') ? 'B' : 'A'}${body!.slice(1)}`
    await expect(sealer(secret, 'test').open(flipped, 'row/1')).rejects.toThrow()
  })
  test('needs a secret worth the name', () => {
    expect(() => sealer('short', 'test')).toThrow(/32/)
  })
})
