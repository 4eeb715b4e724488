import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressedFiles } from './vite.compress.ts'
import { leanForm } from './vite.form.ts'
import { pdfFiles } from './vite.pdf.ts'
import { shellWorker } from './vite.shell.ts'
import { staticStyles } from './vite.styles.ts'

export default defineConfig({
  // The same files that the components themselves take, which would otherwise come a second time as CommonJS.
  resolve: { alias: { 'antd/locale': 'antd/es/locale' } },
  plugins: [
    react(),
    leanForm(),
    staticStyles(),
    pdfFiles(),
    shellWorker('src/worker/worker.ts'),
    compressedFiles(),
  ],
  build: {
    target: 'es2023',
    sourcemap: false,
    manifest: true,
    // What every page needs comes as one file, and what a kind of page needs besides as one more: a hundred small ones compress
    // worse and each costs a request. What stands first keeps what it shares with those after it, so that signing in or
    // looking at a list does not ask for what only records need. The entry itself stays a file of its own, which index.html
    // starts.
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
            // What pages of different kinds share: none of them asks for another one for its sake.
            {
              name: 'shared',
              test: /texts\/late-texts\.ts|session\/(?:use-call|call-notice)\.ts|queries\/records\.ts|places\/favourite-star\.tsx|src\/(?:page-header\.tsx|listed\.ts)|undo\/use-offer-undo\.tsx|todo\/(?:use-todo|due-words)\.ts|antd\/es\/flex\/index|antd\/es\/grid\/style|icons\/(?:Calendar|Copy)Outlined/,
              priority: 2.99,
            },
            // What lists and records share.
            {
              name: 'records',
              test: /metadata\/src\/(?:layout-items|stages|matching)\.ts|line-items\/paste-block|follow-up\/log-follow-up|first-steps\.tsx|recalculation-notice|use-fill-limit|look\/use-look|environment\/same-value|conflict\/conflict-fields|icons\/(?:ClockCircle|Retweet|Phone|History|MergeCells|Inbox)Outlined/,
              priority: 2.985,
            },
            // What is typed into.
            { name: 'typing', test: /antd\/es\/input\/index/, priority: 2.98 },
            { name: 'fields', test: /antd\/es\/form\/index/, priority: 2.97 },
            { name: 'exact', test: /decimal\.js\/decimal|logic\/src\/decimal\.ts/, priority: 2.965 },
            { name: 'virtual', test: /@tanstack\/react-virtual/, priority: 2.964 },
            { name: 'ticks', test: /antd\/es\/checkbox\/index/, priority: 2.963 },
            {
              name: 'rows',
              test: /charts\/view-rows\.tsx|form\/field-value\.tsx|formats\/moment\.tsx/,
              priority: 2.95,
            },
            {
              name: 'filter',
              test: /filter\/filter-bar\.tsx|\/useQueries\.js|formats\/use-count\.ts|environment\/use-latest\.ts|changes\/held-change\.ts|place-of-pointer\.ts|environment\/reader-context\.ts/,
              priority: 2.94,
            },
            {
              name: 'list',
              test: /src\/pages\/list\/(?:list-page|list-tools|empty-list)\.tsx|card-title\.css/,
              priority: 2.9,
            },
            { name: 'board', test: /src\/pages\/list\/board-view\.tsx/, priority: 2.65 },
            { name: 'home', test: /dashboard\/dashboard-page\.tsx/, priority: 2.85 },
            { name: 'todo', test: /todo\/todo-page\.tsx/, priority: 2.45 },
            // Loaded beside every page, soon after it.
            {
              name: 'beside',
              test: /src\/offline\/(?:use-waiting|device|use-offline-text)\.tsx?|src\/undo\/take-undo-steps\.tsx/,
              priority: 2.8,
            },
            { name: 'table', test: /src\/pages\/list\/table-view\.tsx/, priority: 2.7 },
            { name: 'chips', test: /filter\/quick\/quick-filters\.tsx/, priority: 2.6 },
            { name: 'sign-in', test: /src\/session\/[^/]*-page\.tsx/, priority: 2.5 },
            // What rules and filters are written in.
            { name: 'rules', test: /packages\/logic\/src\/(?:operations\/index|analyse)\.ts/, priority: 2.3 },
            { name: 'dates', test: /controls\/begin-weeks-on\.ts/, priority: 2.1 },
            { name: 'pickers', test: /controls\/dates\/index\.ts/, priority: 0.9 },
            { name: 'line-items', test: /line-items\/drawn-line-items\.tsx/, priority: 0.8 },
            { name: 'icons', test: /icons\/more-icon\.tsx/, priority: 2 },
            { name: 'record', test: /src\/pages\/record\/(?:new-)?record-page\.tsx/, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': process.env.API_URL ?? 'http://127.0.0.1:3000' } },
})
