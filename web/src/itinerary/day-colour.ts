const COLOURS = 8

/** `data-day` of a day: its colour's number, 1 to 8, again from 1 after eight days. */
export function dayColour(index: number): string {
  return String((index % COLOURS) + 1)
}
