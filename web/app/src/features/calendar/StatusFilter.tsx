import { ListFilter } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import type { AppointmentStatus } from '@/api/types'
import { Button } from '@/ui/button'
import { Menu, MenuCheckboxItem, MenuContent, MenuTrigger } from '@/ui/menu'

const statuses: AppointmentStatus[] = ['requested', 'confirmed', 'arrived', 'done', 'no-show', 'cancelled']

/** As the address has them; none is as good as all. */
export const readStatuses = (words = ''): AppointmentStatus[] => {
  const named = new Set(words.split(','))
  return statuses.filter((each) => named.has(each))
}

interface Props {
  chosen: AppointmentStatus[]
  onChange: (chosen: AppointmentStatus[]) => void
}

/** Which bookings are shown, by how they stand. */
export function StatusFilter({ chosen, onChange }: Props) {
  const { t } = useTranslation('calendar')
  const { t: words } = useTranslation('booking')
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button size="sm" className="max-md:size-11 max-md:p-0">
          <ListFilter aria-hidden />
          <span className="max-xl:sr-only">{t('toolbar.status')}</span>
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        {statuses.map((status) => (
          <MenuCheckboxItem
            key={status}
            checked={chosen.includes(status)}
            onCheckedChange={(shown) =>
              onChange(statuses.filter((each) => (each === status ? shown : chosen.includes(each))))
            }
          >
            {words(`status.${status}`)}
          </MenuCheckboxItem>
        ))}
      </MenuContent>
    </Menu>
  )
}
