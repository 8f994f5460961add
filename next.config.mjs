/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  poweredByHeader: false,
  reactStrictMode: true,
  // No image is resized here, so the optimiser and its native library stay out of the build.
  images: { unoptimized: true },
  outputFileTracingExcludes: { '*': ['node_modules/sharp/**', 'node_modules/@img/**'] },
  // Bundled rather than left external: renamed externals break a standalone folder that was copied elsewhere.
  transpilePackages: ['pino'],
}

export default config
