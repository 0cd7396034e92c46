import type { Attachment } from './api'

/** What the visitor wrote and the server has not taken yet. */
export interface Waiting {
  clientId: string
  text: string
  at: string
  /** The server has it already. */
  file?: Attachment
  refused?: boolean
}

/** The server took it, could not be asked, or will never take it. */
export type Outcome = 'taken' | 'later' | 'refused'

interface Options {
  post(message: Waiting): Promise<Outcome>
  /** Told of every change, to keep and to show it. */
  changed(waiting: Waiting[]): void
  /** Resolves when it is worth trying again. */
  patience(attempt: number): Promise<void>
}

/**
 * Sends one message after the other, in the order they were written, and keeps trying while the network is away. The
 * client id makes a message that was taken without our hearing of it harmless when it is sent again.
 */
export class Outbox {
  #running = false

  constructor(
    private options: Options,
    private waiting: Waiting[] = [],
  ) {}

  add(message: Waiting) {
    this.#change([...this.waiting, message])
    void this.run()
  }

  /** Forgets a message, because it was taken or because nobody wants it any more. */
  drop(clientId: string) {
    this.#change(this.waiting.filter((each) => each.clientId !== clientId))
  }

  clear() {
    this.#change([])
  }

  async run() {
    if (this.#running) return
    this.#running = true
    let attempt = 0
    for (let next = this.#next(); next; next = this.#next()) {
      const { clientId } = next
      const outcome = await this.options.post(next)
      if (outcome === 'later') {
        await this.options.patience(attempt++)
        continue
      }
      attempt = 0
      if (outcome === 'taken') this.drop(clientId)
      else this.#change(this.waiting.map((each) => (each.clientId === clientId ? { ...each, refused: true } : each)))
    }
    this.#running = false
  }

  #next() {
    return this.waiting.find((each) => !each.refused)
  }

  #change(waiting: Waiting[]) {
    this.waiting = waiting
    this.options.changed(waiting)
  }
}
