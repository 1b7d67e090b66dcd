/** Thrown where nobody waits any longer. What was waited for may still happen. */
export class DeadlineExceeded extends Error {
  override readonly name = 'DeadlineExceeded'
}

export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | null = null
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DeadlineExceeded(`no answer in ${ms} ms`)), Math.max(0, ms))
  })
  work.catch(() => undefined) // a late failure has no listener left
  try {
    return await Promise.race([work, deadline])
  } finally {
    clearTimeout(timer)
  }
}
