/** Text for an XML 1.0 element or attribute. What XML has no way to write (most control characters) is left out. */
function xmlText(text: string): string {
  return [...text]
    .filter((char) => allowed(char.codePointAt(0)!))
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
}

/** XML 1.0 §2.2, the production `Char`. */
function allowed(code: number): boolean {
  return (
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  )
}

export type Attributes = { readonly [name: string]: string | number }

/** One element; children are elements already written, or text through `xmlText`. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
  return `<${name}${written.join('')}>${children.join('')}</${name}>`
}

export function textElement(name: string, text: string): string {
  return element(name, {}, xmlText(text))
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
