import { Input } from '@/ui/input'

interface Props {
  label: string
  /** "09:00", whatever way the browser shows it */
  value: string
  onChange: (value: string) => void
  invalid?: boolean
  /** id of what says why */
  describedBy?: string
}

/** Wide enough for browsers that write "09:00 AM". */
export function TimeInput({ label, value, onChange, invalid, describedBy }: Props) {
  return (
    <Input
      type="time"
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      value={value}
      step={300}
      className="num w-28 [&::-webkit-calendar-picker-indicator]:hidden"
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
