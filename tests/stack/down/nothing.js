import { WorkerEntrypoint } from 'cloudflare:workers'

export class ItineraryService extends WorkerEntrypoint {}
export default {}
