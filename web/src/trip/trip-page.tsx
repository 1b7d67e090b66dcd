import type { ReactNode } from 'react'

export function TripPage(_: { readonly tripId: string }): ReactNode {
  return null
}
