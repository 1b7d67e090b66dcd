import { MAX_PHOTO_BYTES as TAKEN, PHOTO_TYPES } from '@yeojeong/contracts'
import { describe, expect, it } from 'vitest'
import { MAX_PHOTO_BYTES, refusalOf } from './acceptable.ts'

const file = (name: string, type: string, size = 1_000) => ({ name, type, size })

describe('which files may be sent', () => {
  it('is what the service takes, to the byte', () => {
    expect(MAX_PHOTO_BYTES).toBe(TAKEN)
    for (const type of PHOTO_TYPES) expect(refusalOf(file('a', type, TAKEN))).toBeNull()
    expect(refusalOf(file('a.jpg', 'image/jpeg', TAKEN + 1))).toBe('size')
  })

  it('goes by the name where the system knows no type, as with HEIC', () => {
    expect(refusalOf(file('IMG_0001.HEIC', ''))).toBeNull()
    expect(refusalOf(file('IMG_0001.heif', 'image/heif'))).toBeNull()
    expect(refusalOf(file('notes', ''))).toBe('type')
  })

  it('leaves out what is no photo, whatever it is called, and what is empty', () => {
    expect(refusalOf(file('a.jpg', 'application/pdf'))).toBe('type')
    expect(refusalOf(file('a.gif', 'image/gif'))).toBe('type')
    expect(refusalOf(file('a.png', 'image/png', 0))).toBe('type')
  })
})
