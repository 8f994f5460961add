import { defineConfig } from 'vitest/config'

export default defineConfig({
  // `server-only` resolves as it does on the server, in our sources and in what Node loads itself.
  ssr: {
    resolve: { conditions: ['react-server', 'node', 'module'], externalConditions: ['react-server', 'node'] },
  },
  test: {
    include: [
      'lib/**/*.test.ts',
      'components/**/*.test.ts',
      'simulator/**/*.test.ts',
      'scripts/**/*.test.ts',
      'test/**/*.test.ts',
    ],
    globalSetup: ['test/global-setup.ts'],
    environment: 'node',
    // Tells what hangs; on a machine with a load of 18 a test of PostgreSQL took longer than twenty.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
  },
})
