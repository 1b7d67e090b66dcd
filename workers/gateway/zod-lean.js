// What `zod` is in this Worker's bundle (`[alias]` in wrangler.toml). @hono/zod-openapi hands the whole namespace to a function that
// looks at `ZodType` alone, and a namespace that is handed on keeps everything: 50 languages of messages, a quarter of the bundle.
import { ZodType } from '../../node_modules/zod/v4/classic/external.js'

export * from '../../node_modules/zod/v4/classic/external.js'
export const z = { ZodType }
