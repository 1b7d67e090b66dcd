const DAY_MS = 86_400_000

/** Minutes from midnight of `date` at a moment as the API writes it; the destination's clock, whatever the reader's. */
export function minuteOn(date: string, moment: string): number {
  const days = Math.round((Date.parse(`${moment.slice(0, 10)}T00:00:00Z`) - Date.parse(`${date}T00:00:00Z`)) / DAY_MS)
  return days * 1440 + Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16))
}
