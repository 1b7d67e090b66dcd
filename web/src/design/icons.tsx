import type { ReactNode } from 'react'

/** Drawn on a 24 grid with one stroke, so that they sit beside text of any size. */
const PATHS = {
  sight: 'M4 20h16M6 20v-8M18 20v-8M10 20v-6h4v6M3 11l9-6 9 6H3z',
  tree: 'M12 21v-6M12 15c-4 0-6-2-6-5 0-2 1-3 2.5-3.5C8.5 4.5 10 3 12 3s3.5 1.5 3.5 3.5C17 7 18 8 18 10c0 3-2 5-6 5z',
  mountain: 'M3 19 9.5 7l4 7 2.5-3.5L21 19H3z',
  shop: 'M4 10V20h16V10M3 10l2-6h14l2 6a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0zM10 20v-5h4v5',
  wave: 'M3 14c2.5-4 5-4 7.5-1s5 3 7.5-1M3 19c2.5-4 5-4 7.5-1s5 3 7.5-1M16 6a2 2 0 1 1 0 .01z',
  frame: 'M4 5h16v14H4V5zM4 16l5-5 4 4 2.5-2.5L20 17',
  street: 'M4 20V9l4-4 4 4v11M12 20v-7l4-3 4 3v7M3 20h18M7.5 12v.01M7.5 15.5v.01M16 16v.01',
  star: 'M12 4l2.4 5 5.6.7-4.1 3.8 1.1 5.5-5-2.7-5 2.7 1.1-5.5L4 9.7 9.6 9 12 4z',
  meal: 'M4 12h16a8 8 0 0 1-16 0zM9 20h6M9 8.5V5M12.5 8.5V4M16 8.5V5',
  rest: 'M5 9h11v5a4.5 4.5 0 0 1-4.5 4.5h-2A4.5 4.5 0 0 1 5 14V9zM16 10.5h1.5a2.5 2.5 0 0 1 0 5H16M8 6V4.5M12 6V4.5',
  lodging: 'M3 18v-7M3 15h18v3M21 15v-2.5a2.5 2.5 0 0 0-2.5-2.5H11v5M7 10.5a1.5 1.5 0 1 1 0 .01z',
  arrival: 'M4 12h11M11 7.5l4.5 4.5-4.5 4.5M20 5v14',
  departure: 'M4 5v14M8 12h12M15.5 7.5 20 12l-4.5 4.5',
  booking: 'M4 8.5V6h16v2.5a2.5 2.5 0 0 0 0 5V18H4v-4.5a2.5 2.5 0 0 0 0-5zM14 6v12',
  walk: 'M13 4.5a1.3 1.3 0 1 1 0 .01M9 21l2.5-6 2.5 2v4M11.5 15l.5-6-3 1.5L8 13.5M12 9l2.5 2.5 2.5.5',
  transit: 'M7 4h10a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM5 11h14M9 14.2v.01M15 14.2v.01M8 17l-2 3M16 17l2 3',
  car: 'M5 16v2.5M19 16v2.5M4 16v-3.5L6 7h12l2 5.5V16H4zM4.5 12h15M7.5 14v.01M16.5 14v.01',
  taxi: 'M5 16v2.5M19 16v2.5M4 16v-3.5L6 8h12l2 4.5V16H4zM4.5 12h15M10 8V5h4v3M7.5 14v.01M16.5 14v.01',
  clock: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 8v4.5l3 1.5',
  warning: 'M12 4.5 21 19.5H3L12 4.5zM12 10v4.5M12 17v.01',
  info: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 11v5M12 8v.01',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  search: 'M11 5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM15.5 15.5 20 20',
  pin: 'M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM12 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  map: 'M9 5 3.5 7v12L9 17l6 2 5.5-2V5L15 7 9 5zM9 5v12M15 7v12',
  list: 'M5 6v.01M5 12v.01M5 18v.01M9 6h11M9 12h11M9 18h11',
  next: 'M9 5l7 7-7 7',
  previous: 'M15 5l-7 7 7 7',
  check: 'M5 12.5 10 17.5 19.5 7',
  lock: 'M6 11h12v9H6v-9zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  globe: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM4 12h16M12 4c5 5 5 11 0 16M12 4c-5 5-5 11 0 16',
  external: 'M9 6H5v13h13v-4M13 5h6v6M19 5l-8.5 8.5',
  person: 'M12 12a3.7 3.7 0 1 0 0-7.4 3.7 3.7 0 0 0 0 7.4zM5 20c.5-4 3.2-5.5 7-5.5s6.5 1.5 7 5.5',
  wheelchair: 'M11 5v.01M11 8v5h5l2.5 5M11 10.5h4M9 11.7a4.5 4.5 0 1 0 5.5 5.8',
  heart: 'M12 19.5S4.5 15 4.5 9.7A4 4 0 0 1 12 7.8a4 4 0 0 1 7.5 1.9c0 5.3-7.5 9.8-7.5 9.8z',
  child: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM9 10.5v.01M15 10.5v.01M8.5 14.5c1.8 2.3 5.2 2.3 7 0',
  note: 'M6 4h12v16l-3-2-3 2-3-2-3 2V4zM9 9h6M9 13h6',
  trash: 'M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13',
  grip: 'M9 6v.01M15 6v.01M9 12v.01M15 12v.01M9 18v.01M15 18v.01',
  undo: 'M8 6 4 10l4 4M4 10h9.5a5.5 5.5 0 0 1 0 11H9',
  redo: 'M16 6l4 4-4 4M20 10h-9.5a5.5 5.5 0 0 0 0 11H15',
  more: 'M6 12v.01M12 12v.01M18 12v.01',
  swap: 'M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4',
  unlock: 'M6 11h12v9H6v-9zM8.5 11V8a3.5 3.5 0 0 1 6.6-1.6',
  share: 'M12 15V4M8 7.5 12 4l4 3.5M6 11H5v9h14v-9h-1',
  replan: 'M19 12a7 7 0 1 1-2.2-5.1M19 4v4h-4',
  history: 'M5 12a7 7 0 1 0 2.2-5.1M5 4v4h4M12 8.5V12l2.5 2',
  camera: 'M4 8h4l1.5-2.5h5L16 8h4v11H4V8zM12 16a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
} as const
export type IconName = keyof typeof PATHS
/** Made of dots alone, which a thin stroke would lose. */
const DOTS: ReadonlySet<IconName> = new Set(['grip', 'more'])

export function Icon({ name, size = '1.25em' }: { readonly name: IconName; readonly size?: string }): ReactNode {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={DOTS.has(name) ? 2.8 : 1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
