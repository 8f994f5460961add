/** The page policy for one response: only this desk's own files and scripts that carry this response's nonce. */
export function contentSecurityPolicy(
  nonce: string,
  options: { https: boolean; development: boolean; frameAncestors: readonly string[] },
): string {
  const script = ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'"]
  const style = ["'self'", `'nonce-${nonce}'`]
  if (options.development) {
    script.push("'unsafe-eval'")
    style.splice(1, 1, "'unsafe-inline'")
  }
  return [
    "default-src 'self'",
    `script-src ${script.join(' ')}`,
    `style-src ${style.join(' ')}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    // Browsers that know this rule go by it alone, and not by X-Frame-Options.
    `frame-ancestors ${options.frameAncestors.length === 0 ? "'none'" : options.frameAncestors.join(' ')}`,
    ...(options.https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}
