/**
 * sfc32 (Chris Doty-Humphrey, PractRand): a small fast counter-based generator. Integer arithmetic only, so every engine draws the same numbers.
 * The state sits in an Int32Array because numbers of 32 bits in object fields are boxed where pointers are compressed (Workers).
 */
export class Rng {
  readonly #state = new Int32Array(4)

  /** @param seed any 32-bit integer; equal seeds give equal sequences. */
  constructor(seed: number) {
    this.#state.set([seed | 0, 0x9e3779b9 | 0, 0x243f6a88, 1])
    for (let i = 0; i < 12; i++) this.next()
  }

  /** Next integer, uniform in 0 .. 2^32 - 1. */
  next(): number {
    const s = this.#state
    const t = (s[0]! + s[1]! + s[3]!) | 0
    s[3] = s[3]! + 1
    s[0] = s[1]! ^ (s[1]! >>> 9)
    s[1] = s[2]! + (s[2]! << 3)
    s[2] = ((s[2]! << 21) | (s[2]! >>> 11)) + t
    return t >>> 0
  }

  /** Uniform integer in 0 .. n - 1, for 1 <= n < 2^21 (exact in a double; the bias of n / 2^32 does not matter to a search). */
  below(n: number): number {
    return Math.floor((this.next() * n) / 4294967296)
  }

  /** Uniform double in [0, 1) with 32 random bits. */
  unit(): number {
    return this.next() / 4294967296
  }
}
