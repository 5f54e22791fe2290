import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { include: ['tests/{main,renderer,rules}/**/*.test.ts'], environment: 'node', testTimeout: 20_000 } })
