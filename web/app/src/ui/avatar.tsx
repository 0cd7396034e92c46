import { UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

const sizes = { sm: 'size-6 text-[10px]', md: 'size-9 text-sm', lg: 'size-12 text-lg' }
// the chart colours of the light theme: white on each of them is readable in both themes
const colors = ['#0F766E', '#6D28D9', '#C2410C', '#1D4ED8', '#A16207', '#BE185D', '#4D7C0F', '#475569']

const titles = /^((dr|dott|prof)(\.?ssa)?\.?\s+)+/i

/** Hugo Marini → HM · Dott.ssa Elena Ricci → ER */
export function initials(name: string): string {
  const words = name.trim().replace(titles, '').split(/\s+/)
  const first = words[0] ?? ''
  if (first.startsWith('+')) return first.slice(0, 3)
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return ((Array.from(first)[0] ?? '?') + (Array.from(last)[0] ?? '')).toUpperCase()
}

/** The same colour for the same key everywhere, today and tomorrow. */
export function colorOf(key: string): string {
  let hash = 0
  for (const letter of key) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0
  return colors[hash % colors.length] as string
}

interface Props {
  name: string
  colorKey?: string
  size?: keyof typeof sizes
  /** a business and no person: in the product's colour, as in the rail */
  square?: boolean
  badge?: ReactNode
  className?: string
}

/** Decoration beside a name, or beside a number in its place: hidden from screen readers, who get the name itself. */
export function Avatar({ name, colorKey, size = 'md', square, badge, className }: Props) {
  return (
    <span
      aria-hidden
      className={cn(
        'relative grid shrink-0 place-items-center font-semibold',
        sizes[size],
        square ? 'rounded-[8px] bg-primary text-on-primary' : 'rounded-full text-white',
        className,
      )}
      style={square ? undefined : { backgroundColor: colorOf(colorKey ?? name) }}
    >
      {square || /\p{L}/u.test(name) ? initials(name) : <UserRound className="size-1/2" />}
      {badge && (
        <span className="absolute -end-[3px] -bottom-[3px] grid size-[17px] place-items-center rounded-full bg-surface text-primary [&_svg]:size-3 [&_svg]:stroke-[2.25]">
          {badge}
        </span>
      )}
    </span>
  )
}
