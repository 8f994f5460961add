const everywhere = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'referrer-policy', value: 'same-origin' },
  { key: 'x-frame-options', value: 'DENY' },
  { key: 'cross-origin-opener-policy', value: 'same-origin' },
  { key: 'cross-origin-resource-policy', value: 'same-origin' },
  { key: 'permissions-policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
]

/** For what an action answers to a script of ours: it is no page and loads nothing. Pages have their policy, with a nonce, from proxy.ts. */
const actionAnswers = [
  { key: 'content-security-policy', value: "default-src 'none'; frame-ancestors 'none'" },
  { key: 'cache-control', value: 'no-store' },
]

/** Files of the build are read by pages, and are none themselves. */
const buildFiles = [{ key: 'content-security-policy', value: "default-src 'none'; frame-ancestors 'none'" }]

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  // Else a lockfile in any folder above, such as one's home, becomes the root, and the standalone folder another one than is looked for.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  poweredByHeader: false,
  reactStrictMode: true,
  // No image is resized here, so the optimiser and its native library stay out of the build.
  images: { unoptimized: true },
  outputFileTracingExcludes: {
    '*': ['node_modules/sharp/**', 'node_modules/@img/**', 'data/**', '.env*', '.tmp/**'],
  },
  // Bundled rather than left external: renamed externals break a standalone folder that was copied elsewhere.
  transpilePackages: ['pino', 'prom-client'],
  // The longest input a form takes, a list of addresses, is well below this.
  // What the proxy file keeps of a body is a little more, so that the limit behind it is what refuses.
  experimental: { serverActions: { bodySizeLimit: '256kb' }, proxyClientMaxBodySize: '300kb' },
  // Asked for by a browser that has not come to the page's own link yet; without it a 404 stands in the console now and then.
  redirects: async () => [{ source: '/favicon.ico', destination: '/icon.svg', permanent: true }],
  headers: async () => [
    { source: '/:path*', headers: everywhere },
    { source: '/_next/static/:path*', headers: buildFiles },
    { source: '/icon.svg', headers: buildFiles },
    { source: '/:path*', has: [{ type: 'header', key: 'next-action' }], headers: actionAnswers },
  ],
}

export default config
