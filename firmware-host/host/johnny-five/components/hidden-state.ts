/** Gives a component the `state` that johnny-five's own components have: readable, and in no listing. */
export function hideState(component: object, state: () => Readonly<Record<string, unknown>>): void {
  Object.defineProperty(component, 'state', { get: state, enumerable: false });
}
