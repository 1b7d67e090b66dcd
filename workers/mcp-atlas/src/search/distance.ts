/** Letters that may be wrong, missing, too many or swapped in a word of this length. */
export function tolerance(length: number): number {
  return length < 5 ? 0 : length < 9 ? 1 : 2
}

/** Edits from one word to another, swapped neighbours being one (optimal string alignment); `most + 1` = more than `most`. */
export function editsWithin(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let best = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let edits = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, before[j - 2]! + 1)
      row.push(edits)
      if (edits < best) best = edits
    }
    if (best > most) return most + 1
    before = above
    above = row
  }
  return above[b.length]!
}
