import { encode } from 'uqr'

/** A QR code as one path, `size` units wide and high with its quiet border. Dark modules are squares of one unit. */
export interface QrPath {
  readonly size: number
  readonly path: string
}

/** Draws a text as a QR code. Here and not in the browser, which then need not load what computes it. */
export function qrPath(text: string): QrPath {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const rows = data.map((row, y) => rowPath(row, y))
  return { size, path: rows.join('') }
}

function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const start = x
    while (row[x + 1]) x++
    path += `M${start} ${y}h${x - start + 1}v1H${start}z`
  }
  return path
}
