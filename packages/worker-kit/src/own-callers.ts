const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Is this request from one of our own Workers (`….internal`) or from this machine? A service that is bound, never
 * routed, has no other callers: a page that rebinds a name to loopback says a foreign Host or Origin.
 */
export function isOwnCaller(request: Request): boolean {
  const origin = request.headers.get('origin')
  return isOwn(request.url) && (origin === null || isOwn(origin))
}

function isOwn(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { hostname } = new URL(url)
  return LOCAL.has(hostname) || hostname.endsWith('.internal')
}
