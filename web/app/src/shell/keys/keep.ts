import type { MyKeys } from './mine'

/** Keeps them for the other browsers of the same person. */
export async function keepMyKeys(_keys: MyKeys): Promise<void> {}
