/** Prints rows in columns. Control characters are shown as signs, so that a name cannot draw on the terminal. */
export function printTable(titles: readonly string[], rows: readonly (readonly string[])[]): void {
  const lines = [titles, ...rows].map((row) => row.map((cell) => cell.replaceAll(/\p{Cc}/gu, '\uFFFD')))
  const widths = titles.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  for (const line of lines) {
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  }
}

/** A time in UTC, to the minute; `-` for none. */
export function time(at: number | null): string {
  return at === null ? '-' : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}Z`
}
