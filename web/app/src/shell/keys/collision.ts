import { collide } from './bindings'
import { catalogue, keyIds, type KeyId } from './catalogue'
import { bindingOf } from './mine'

/** The action that a binding is taken by. Keys of two screens may be the same; those of everywhere and of lists may not. */
export function collision(id: KeyId, binding: string): KeyId | undefined {
  const shared = (each: KeyId) => ['everywhere', 'go', 'list'].includes(catalogue[each].group)
  const meet = (each: KeyId) => catalogue[each].group === catalogue[id].group || shared(each) || shared(id)
  return keyIds.find(
    (each) =>
      each !== id &&
      meet(each) &&
      collide(bindingOf(each), binding) &&
      // what is the same from the start is meant so: `n` is a note in a conversation
      !(bindingOf(each) === catalogue[each].keys && binding === catalogue[id].keys),
  )
}
