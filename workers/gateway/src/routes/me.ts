import { Principal } from '@yeojeong/contracts'
import { json, route, router } from '../openapi.ts'

const whoAmI = route(
  {
    method: 'get',
    path: '/v1/me',
    summary: 'Who am I',
    responses: { 200: json(Principal.meta({ id: 'Principal' }), 'The session behind this request') },
  },
  'unauthenticated',
)

export const me = router()
me.openapi(whoAmI, (c) => c.json(c.get('principal'), 200))
