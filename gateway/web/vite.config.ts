import { readFileSync, statSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { build, type Plugin, type Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';

const gateway = process.env.MOCKINGBIRD_GATEWAY_URL ?? 'http://127.0.0.1:8080';

const interpreter = new URL('node_modules/pyodide/', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', interpreter), 'utf8')) as { version: string };
const python = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide-lock.json'];

/** What runs code: the two classic scripts of its sandbox, and Python as it is published. */
const sandbox: Plugin = {
  name: 'sandbox',
  apply: 'build',
  async generateBundle() {
    for (const name of ['frame', 'worker']) {
      const [built] = (await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        build: { write: false, lib: { entry: `src/room/run/inside/${name}.ts`, formats: ['iife'], name } },
      })) as Rolldown.RolldownOutput[];
      this.emitFile({ type: 'asset', fileName: `run/${name}.js`, source: built!.output[0].code });
    }
    for (const file of python) {
      this.emitFile({ type: 'asset', fileName: `assets/pyodide-${version}/${file}`, source: readFileSync(new URL(file, interpreter)) });
    }
  },
};

export default defineConfig({
  plugins: [react(), sandbox],
  define: {
    __PYODIDE__: JSON.stringify({ path: `/assets/pyodide-${version}/`, bytes: python.reduce((sum, file) => sum + statSync(new URL(file, interpreter)).size, 0) }),
  },
  build: {
    outDir: '../target/classes/static',
    emptyOutDir: true,
    reportCompressedSize: false,
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
      '/run': gateway,
      '/assets/pyodide': gateway,
      '/ws': { target: gateway, ws: true },
    },
  },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'node' },
});
