import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const gateway = process.env.MOCKINGBIRD_GATEWAY_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: '../target/classes/static',
    emptyOutDir: true,
    // A data: address would be refused by the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Two files that stay cached over releases: what every view needs, and the parts that most views share.
        codeSplitting: {
          groups: [
            { name: 'framework', test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack|i18next|react-i18next|html-parse-stringify|void-elements|use-sync-external-store)[\\/]/, priority: 2 },
            { name: 'kit', test: /node_modules[\\/](@mantine|@floating-ui|@tabler|clsx)[\\/]/, minShareCount: 8, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': gateway,
      '/oauth2': gateway,
      '/login': gateway,
      '/ws': { target: gateway, ws: true },
    },
  },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'node' },
});
