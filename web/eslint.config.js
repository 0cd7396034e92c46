import js from '@eslint/js'
import a11y from 'eslint-plugin-jsx-a11y'
import hooks from 'eslint-plugin-react-hooks'
import ts from 'typescript-eslint'

/** Sides are logical (start, end), so that a right-to-left language needs no second style. */
const physicalSide =
  '/(^|\\s|:)-?((m|p|scroll-m|scroll-p)[lr]|left|right|border-[lr]|rounded-[lr]|rounded-[tb][lr]|text-left|text-right|float-left|float-right)(-|$|\\s)/'
const sideMessage = 'Use a logical side: ms/me, ps/pe, start/end, border-s/border-e, rounded-s/rounded-e.'

export default ts.config(
  { ignores: ['**/dist', '**/node_modules', 'shared/src/api-types.ts'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  a11y.flatConfigs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // what scrolls must be reached by the keyboard
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: ['code'], roles: ['log', 'tabpanel'] }],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'zod', message: "Import from 'zod/mini': the whole of zod costs 90 kB." }] },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: `JSXAttribute[name.name='className'] Literal[value=${physicalSide}]`, message: sideMessage },
        { selector: `CallExpression[callee.name=/^(cn|cva)$/] Literal[value=${physicalSide}]`, message: sideMessage },
      ],
    },
  },
  {
    // build and boot scripts run outside the type checker's world
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        document: 'readonly',
        localStorage: 'readonly',
        matchMedia: 'readonly',
        navigator: 'readonly',
      },
    },
  },
)
