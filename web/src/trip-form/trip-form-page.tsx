import type { ReactNode } from 'react'

export default function TripFormPage(_: { readonly tripId: string | null }): ReactNode {
  return null
}
