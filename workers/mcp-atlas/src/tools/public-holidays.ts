import type { McpServer } from '@modelcontextprotocol/server'
import { holidaysOf } from '@yeojeong/atlas'
import { HolidayCalendar } from '@yeojeong/contracts'
import * as z from 'zod'
import { answer } from './answer.ts'

export function registerPublicHolidays(server: McpServer): void {
  server.registerTool(
    'public_holidays',
    {
      title: 'Public holidays',
      description: 'The official public holidays of a country as far as they are announced; null where the atlas has no list.',
      inputSchema: z.object({ countryCode: z.string().length(2) }),
      outputSchema: z.object({ calendar: HolidayCalendar.nullable() }),
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ countryCode }) => answer({ calendar: holidaysOf(countryCode) }),
  )
}
