import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressedFiles } from './vite.compress.ts'
import { shellWorker } from './vite.shell.ts'

export default defineConfig({
  plugins: [react(), shellWorker('src/worker/worker.ts'), compressedFiles()],
  build: {
    target: 'es2023',
    sourcemap: false,
    manifest: true,
    // What every page needs comes as one file, what lists need besides as another, and what records need besides as a third:
    // a hundred small ones compress worse and each costs a request. The entry itself stays a file of its own, which
    // index.html starts.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'start',
              tags: ['$initial'],
              test: /^(?!.*(?:index\.html|src\/main\.tsx|src\/worker\/))/,
              priority: 3,
            },
            { name: 'list', test: /src\/pages\/list\/(?:list-page|board-view)\.tsx/, priority: 2 },
            { name: 'record', test: /src\/pages\/record\/(?:new-)?record-page\.tsx/, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': process.env.API_URL ?? 'http://127.0.0.1:3000' } },
})
