import type { UseQueryResult } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useKeys } from '@/shell/keys'
import { Button } from '@/ui/button'
import { Card, Kbd, Page } from '@/ui/card'
import { Empty, Region, SkeletonRows } from '@/ui/states'

interface Props<Item> {
  /** of its test id: `service` makes `service-list` */
  name: string
  words: { title: string; lead: string; add: string; empty: string; emptyText: string }
  icon: ReactNode
  list: UseQueryResult<Item[]>
  /** those of the list that are shown */
  shown: Item[]
  row: (item: Item) => ReactNode
  onNew: () => void
  /** what is open beside the list */
  children: ReactNode
}

/** All things of one kind that the settings hold, in whatever state the list is, and the way to a new one. */
export function Listing<Item>({ name, words, icon, list, shown, row, onNew, children }: Props<Item>) {
  useKeys({ new: onNew })
  return (
    <Page>
      <header className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="text-lg font-semibold tracking-tight">{words.title}</h2>
          <p className="text-muted">{words.lead}</p>
        </div>
        <Button kind="primary" onClick={onNew}>
          <Plus aria-hidden />
          {words.add}
          <Kbd className="border-on-primary/40 bg-transparent text-on-primary">N</Kbd>
        </Button>
      </header>
      <Card className="overflow-hidden">
        <Region query={list} loading={<SkeletonRows />}>
          {() =>
            shown.length === 0 ? (
              <Empty
                icon={icon}
                title={words.empty}
                action={
                  <Button kind="primary" onClick={onNew}>
                    {words.add}
                  </Button>
                }
              >
                {words.emptyText}
              </Empty>
            ) : (
              <ul className="divide-y" data-testid={`${name}-list`}>
                {shown.map(row)}
              </ul>
            )
          }
        </Region>
      </Card>
      {children}
    </Page>
  )
}
