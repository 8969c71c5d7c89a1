// Makes a site of docs/en, docs/ja and what lies beside them. The pages themselves know nothing of it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitepress'

const docs = join(import.meta.dirname, '..')

const words = {
  en: {
    label: 'English',
    description: 'Renews GitLab access tokens before they expire, with no outage and nothing lost',
    tutorial: 'Tutorial',
    howto: 'How to',
    reference: 'Reference',
    explanation: 'Why it is so',
  },
  ja: {
    label: '日本語',
    description: 'GitLab のアクセストークンを、停止も紛失もなく、期限が切れる前に更新します',
    tutorial: 'チュートリアル',
    howto: '手順',
    reference: 'リファレンス',
    explanation: '解説',
  },
}

/** The pages of one folder, by their titles. */
function pages(language, folder) {
  return readdirSync(join(docs, language, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => ({
      text: readFileSync(join(docs, language, folder, file), 'utf8').match(/^# (.*)$/m)[1],
      link: `/${language}/${folder}/${file.replace(/\.md$/, '')}`,
    }))
}

function locale(language) {
  const texts = words[language]
  return {
    label: texts.label,
    lang: language,
    link: `/${language}/`,
    description: texts.description,
    themeConfig: {
      sidebar: ['tutorial', 'howto', 'reference', 'explanation'].map((folder) => ({
        text: texts[folder],
        items: pages(language, folder),
      })),
    },
  }
}

/** Double braces in code are the subject of some pages, not something to fill in. */
function literalCode(markdown) {
  const render = markdown.renderer.rules.code_inline
  markdown.renderer.rules.code_inline = (...args) => render(...args).replace('<code', '<code v-pre')
}

/** Japanese has no spaces between words. */
function tokenize(text) {
  return [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(text)]
    .filter((part) => part.isWordLike)
    .map((part) => part.segment)
}

export default defineConfig({
  title: 'Koshin 更新',
  srcDir: docs,
  srcExclude: ['node_modules/**', 'src/**', 'target/**'],
  rewrites: { 'decisions/README.md': 'decisions/index.md' },
  outDir: join(docs, 'target', 'site'),
  cacheDir: join(docs, 'target', 'site-cache'),
  // Files of the checkout that are no pages of the site.
  ignoreDeadLinks: [/\.\.\/(README|README\.ja|CHANGELOG|CONTRIBUTING|SECURITY|THREAT_MODEL|LICENSE)/],
  markdown: { config: literalCode },
  locales: { en: locale('en'), ja: locale('ja') },
  themeConfig: {
    search: { provider: 'local', options: { miniSearch: { options: { tokenize } } } },
  },
})
