/** Simulated devices by name. */
export const SCENARIOS = ['typical', 'ideal', 'aged', 'broken', 'paper'] as const;
type Scenario = (typeof SCENARIOS)[number];

/** What of a simulated device can be chosen. */
export interface SimulatedDevice {
  readonly scenario: Scenario;
  readonly seed: string;
  /** °C */
  readonly ambient: string;
  readonly fault: string;
}

/** Reads the URI of a simulated board; nothing for other boards. */
export function readDevice(uri: string): SimulatedDevice | undefined {
  if (!uri.startsWith('sim:')) return undefined;
  const [name = '', query = ''] = uri.slice(4).split('?', 2);
  const keys = new URLSearchParams(query);
  const scenario = SCENARIOS.find((one) => one === name) ?? 'typical';
  const value = (key: string): string => keys.get(key) ?? '';
  return { scenario, seed: value('seed'), ambient: value('ambient'), fault: value('fault') };
}

/** The URI of a simulated board. */
export function deviceUri({ scenario, ...keys }: SimulatedDevice): string {
  const given = Object.entries(keys).filter(([, value]) => value.trim() !== '');
  // Faults are written with colons, which need no escaping here.
  const query = given.map(
    ([key, value]) =>
      `${key}=${encodeURIComponent(value.trim()).replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%40', '@')}`,
  );
  return `sim:${scenario}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}
