/** The work's outcome, or a rejection once `ms` have passed; the work itself goes on. */
export function inTime<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late(ms)), Math.max(0, ms))
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer!))
}

export class Late extends Error {
  constructor(ms: number) {
    super(`no answer within ${ms} ms`)
  }
}
