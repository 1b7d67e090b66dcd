const listeners = new Set<() => void>()
const ASK_AGAIN_MS = 5_000
let readOnly = false
let timer: ReturnType<typeof setTimeout> | undefined

/** Whether the last write was refused because only reading works. Ends with the next that goes through, or once every service answers. */
export function isReadOnly(): boolean {
  return readOnly
}

export function setReadOnly(now: boolean): void {
  clearTimeout(timer)
  if (now) timer = setTimeout(askAgain, ASK_AGAIN_MS)
  if (readOnly === now) return
  readOnly = now
  listeners.forEach((listener) => listener())
}

function askAgain(): void {
  fetch('/v1/ready').then(
    ({ ok }) => setReadOnly(!ok),
    () => setReadOnly(true),
  )
}

export function subscribeReadOnly(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
