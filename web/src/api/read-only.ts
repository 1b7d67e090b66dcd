const listeners = new Set<() => void>()
let readOnly = false

/** Whether the last write was refused because only reading works; the next one that goes through ends it. */
export function isReadOnly(): boolean {
  return readOnly
}

export function setReadOnly(now: boolean): void {
  if (readOnly === now) return
  readOnly = now
  listeners.forEach((listener) => listener())
}

export function subscribeReadOnly(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
