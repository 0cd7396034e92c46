#!/usr/bin/env node
// Every text exists in every language, and every key that the code names exists: node build/web-texts.mjs [APP_FOLDER]
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'

const root = process.argv[2] ?? join(import.meta.dirname, '..', 'web', 'app')
const plurals = { en: ['one', 'other'], it: ['one', 'many', 'other'] }
const problems = []

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
  )
}

function flatten(tree, prefix = '') {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  )
}

const suffix = /_(zero|one|two|few|many|other)$/
const all = walk(join(root, 'src'))
const namespaces = new Map() // name → { en: Map, it: Map }
for (const path of all.filter((path) => /\/texts\/\w+\.json$/.test(path))) {
  const name = basename(dirname(dirname(path)))
  const entry = namespaces.get(name) ?? {}
  entry[basename(path, '.json')] = new Map(flatten(JSON.parse(readFileSync(path, 'utf8'))))
  namespaces.set(name, entry)
}

const variables = (text) => [...new Set(text.match(/\{\{\s*\w+/g) ?? [])].sort().join()
for (const [name, languages] of namespaces) {
  for (const [language, forms] of Object.entries(plurals)) {
    const texts = languages[language] ?? new Map()
    for (const [other, otherTexts] of Object.entries(languages)) {
      for (const [key, text] of otherTexts) {
        const base = key.replace(suffix, '')
        const wanted = suffix.test(key) ? forms.map((form) => `${base}_${form}`) : [key]
        for (const each of wanted) {
          if (!texts.has(each)) problems.push(`${name}: "${each}" is missing in ${language} (found in ${other})`)
        }
        const mine = texts.get(key)
        // a form of "one" may leave the number out
        if (mine !== undefined && !suffix.test(key) && variables(mine) !== variables(text)) {
          problems.push(`${name}: "${key}" names other variables in ${language} than in ${other}`)
        }
      }
    }
  }
}

for (const path of all.filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))) {
  const code = readFileSync(path, 'utf8')
  // `const { t } = useTranslation('inbox')`, `const { t: shell } = useTranslation('shell')`; none given is `ui`
  const spaces = new Map()
  for (const [, names, space] of code.matchAll(/const \{([^}]*)\} = useTranslation\((?:'(\w+)')?\)/g)) {
    const called = /\bt(?:: (\w+))?\b/.exec(names)
    if (!called) continue
    const name = called[1] ?? 't'
    spaces.set(name, [...(spaces.get(name) ?? []), space ?? 'ui'])
  }
  for (const [name, known] of spaces) {
    for (const [, , key] of code.matchAll(new RegExp(`(?<![\\w.])${name}\\((['"])([\\w.:-]+)\\1`, 'g'))) {
      const [space, plain] = key.includes(':') ? key.split(':') : [undefined, key]
      const found = (space ? [space] : known).some((each) => {
        const texts = namespaces.get(each)?.en
        return texts?.has(plain) || texts?.has(`${plain}_other`)
      })
      if (!found) problems.push(`${relative(root, path)}: no text "${key}" in ${(space ? [space] : known).join(' or ')}`)
    }
  }
}

for (const problem of new Set(problems)) console.error(`texts: ${problem}`)
if (problems.length > 0) process.exit(1)
console.log(`texts: ${namespaces.size} namespaces, complete in ${Object.keys(plurals).join(' and ')}`)
