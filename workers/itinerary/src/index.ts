export { background as default } from './background.ts'
export { ItinerarySaga } from './saga.ts'
export { ItineraryService } from './service.ts'
