// Preloaded into a third-party server that has its upstream's address built in: every HTTPS call goes to the fake instead.
import http from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'

const { hostname, port } = new URL(process.env.FAKE_UPSTREAM)

https.request = (target, options, callback) => {
  const url = target instanceof URL || typeof target === 'string' ? new URL(target) : null
  const given = url === null ? target : { ...options, path: `${url.pathname}${url.search}` }
  return http.request({ ...given, protocol: 'http:', host: hostname, hostname, port, agent: undefined }, url === null ? options : callback)
}
syncBuiltinESMExports()
