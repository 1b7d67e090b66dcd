/** A place as a fake provider knows it; coordinates are whatever the test wants them to be. */
export type Spot = { readonly id: string; readonly name: string; readonly lat: unknown; readonly lng: unknown; readonly closed?: boolean }

/** Invented places near a real square of Seoul. */
export const SPOTS: readonly Spot[] = [
  { id: '1001', name: '달빛고궁', lat: 37.5701, lng: 126.9801 },
  { id: '1002', name: '은하수 전망대', lat: 37.5722, lng: 126.9833 },
]
export const NEAR = { lat: 37.571, lng: 126.981 }
