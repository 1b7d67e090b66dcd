import { buildWeb } from '../../tools/stack/build-web.ts'

/** Before the first journey, once for all files. */
export const setup = buildWeb
