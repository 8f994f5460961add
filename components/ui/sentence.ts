/** `an administrator` as the start of a line: `An administrator`. */
export function asStart(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
