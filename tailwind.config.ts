import type { Config } from 'tailwindcss'

/** Names for the tokens of app/globals.css. Values live there, once for light and once for dark. */
const token = (name: string) => `var(--${name})`

const config: Config = {
  content: [],
  theme: {
    extend: {
      colors: {
        canvas: token('canvas'),
        surface: token('surface'),
        raised: token('raised'),
        sunken: token('sunken'),
        line: token('line'),
        control: token('control'),
        ink: token('ink'),
        muted: token('muted'),
        faint: token('faint'),
        accent: token('accent'),
        'accent-solid': token('accent-solid'),
        'accent-hover': token('accent-hover'),
        'accent-soft': token('accent-soft'),
        'on-accent': token('on-accent'),
        done: token('done'),
        'done-soft': token('done-soft'),
        passed: token('passed'),
        'passed-soft': token('passed-soft'),
        refused: token('refused'),
        'refused-soft': token('refused-soft'),
        odd: token('odd'),
        'odd-soft': token('odd-soft'),
        doubt: token('doubt'),
        'doubt-soft': token('doubt-soft'),
      },
      fontFamily: {
        sans: ['var(--font-geist-sans)', 'system-ui', 'sans-serif'],
        mono: ['ui-monospace', 'SFMono-Regular', 'Menlo', 'Consolas', 'Liberation Mono', 'monospace'],
      },
      fontSize: {
        xs: ['0.75rem', '1rem'],
        sm: ['0.8125rem', '1.25rem'],
        base: ['0.875rem', '1.375rem'],
        lg: ['1rem', '1.5rem'],
        xl: ['1.1875rem', '1.625rem'],
        '2xl': ['1.5rem', '1.875rem'],
      },
      borderRadius: { sm: '4px', md: '6px', lg: '8px', xl: '12px' },
      boxShadow: {
        card: token('shadow-card'),
        float: token('shadow-float'),
      },
    },
  },
}

export default config
