import { request } from './client.ts'

const HAND_OVER = /^#session=(.+)$/

/**
 * Opens the session before anything is shown. A link from `npm start` or the demo carries its session in the
 * fragment, which no server log sees; it becomes the cookie and leaves the address bar. Otherwise a guest.
 */
export async function openSession(): Promise<void> {
  const token = HAND_OVER.exec(location.hash)?.[1]
  if (token !== undefined) {
    history.replaceState(history.state, '', location.pathname + location.search)
    // A stale hand-over link must not lock anybody out: what follows decides with the cookie there is.
    await request('/auth/session', { method: 'POST', body: { token: decodeURIComponent(token) } }).catch(() => null)
  }
  await request('/v1/me')
}
