import { defineConfig } from 'vitest/config'

export default defineConfig({
  // `server-only` and React resolve as they do on the server.
  resolve: { conditions: ['react-server', 'node', 'import', 'module', 'default'] },
  ssr: { resolve: { conditions: ['react-server', 'node', 'import', 'module', 'default'] } },
  test: {
    include: ['lib/**/*.test.ts', 'simulator/**/*.test.ts', 'scripts/**/*.test.ts', 'test/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
  },
})
