export { background as default } from './background.ts'
export { ItineraryRoom } from './room.ts'
export { ItinerarySaga } from './saga.ts'
export { ItineraryService } from './service.ts'
