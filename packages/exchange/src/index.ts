export { exportItinerary } from './export-itinerary.ts'
