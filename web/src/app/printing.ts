import { useSyncExternalStore } from 'react'

const print = matchMedia('print')
let asked = false

function subscribe(listener: () => void): () => void {
  const before = (): void => {
    asked = true
    listener()
  }
  const after = (): void => {
    asked = false
    listener()
  }
  addEventListener('beforeprint', before)
  addEventListener('afterprint', after)
  print.addEventListener('change', listener)
  return () => {
    removeEventListener('beforeprint', before)
    removeEventListener('afterprint', after)
    print.removeEventListener('change', listener)
  }
}

/** True while the page is laid out for paper: what the screen shows one at a time can then be shown in full. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => asked || print.matches)
}
