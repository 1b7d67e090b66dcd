export type Row = { readonly [column: string]: string }

/** Fields of RFC 4180 text: quotes may hold commas, newlines and doubled quotes. */
function records(text: string): string[][] {
  const found: string[][] = []
  let [record, field, quoted] = [[] as string[], '', false]
  const endField = (): void => {
    record.push(field)
    field = ''
  }
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i]!
    if (quoted && char === '"' && text[i + 1] === '"') field += text[(i += 1)]
    else if (char === '"') quoted = !quoted
    else if (char === ',' && !quoted) endField()
    else if (char === '\n' && !quoted) {
      endField()
      found.push(record)
      record = []
    } else if (char !== '\r' || quoted) field += char
  }
  if (field !== '' || record.length > 0) {
    endField()
    found.push(record)
  }
  return found
}

/** The rows of a CSV text by its header's names. */
export function rowsOf(text: string): readonly Row[] {
  const [header, ...rest] = records(text.replace(/^\uFEFF/, ''))
  return rest.map((record) => Object.fromEntries((header ?? []).map((name, i) => [name, record[i] ?? ''])))
}
