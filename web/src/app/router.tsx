import { useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent, type ReactNode } from 'react'

export type Route =
  | { readonly page: 'home' | 'new-trip' | 'compare' | 'not-found' }
  | { readonly page: 'trip' | 'edit-trip' | 'itinerary'; readonly id: string }
  | { readonly page: 'shared'; readonly token: string }

/** The page an address names. */
export function routeOf(pathname: string): Route {
  const parts = pathname.split('/').filter((part) => part !== '')
  const [first, id, third] = parts
  if (first === undefined) return { page: 'home' }
  if (first === 'compare' && id === undefined) return { page: 'compare' }
  if (first === 'trips' && id === 'new' && third === undefined) return { page: 'new-trip' }
  if (first === 'trips' && id !== undefined && third === undefined) return { page: 'trip', id }
  if (first === 'trips' && id !== undefined && third === 'edit' && parts.length === 3) return { page: 'edit-trip', id }
  if (first === 'itineraries' && id !== undefined && third === undefined) return { page: 'itinerary', id }
  if (first === 'shared' && id !== undefined && third === undefined) return { page: 'shared', token: id }
  return { page: 'not-found' }
}

const listeners = new Set<() => void>()
const announce = (): void => listeners.forEach((listener) => listener())

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}

export function navigate(path: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', path)
  else history.replaceState(null, '', path)
  if (how === 'push') window.scrollTo(0, 0)
  announce()
}

export function usePathname(): string {
  return useSyncExternalStore(subscribe, () => location.pathname)
}

/** A value kept in the address's query, so that a link shows what was seen. */
export function useSearchParam(name: string): readonly [string | null, (value: string | null) => void] {
  const value = useSyncExternalStore(subscribe, () => new URLSearchParams(location.search).get(name))
  const set = (next: string | null): void => {
    const search = new URLSearchParams(location.search)
    if (next === null) search.delete(name)
    else search.set(name, next)
    const query = search.size === 0 ? '' : `?${search}`
    navigate(location.pathname + query, 'replace')
  }
  return [value, set]
}

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string; readonly children: ReactNode }

export function Link({ href, children, ...rest }: LinkProps): ReactNode {
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    if (!isPlainClick(event)) return
    event.preventDefault()
    navigate(href)
  }
  return (
    <a href={href} onClick={follow} {...rest}>
      {children}
    </a>
  )
}
