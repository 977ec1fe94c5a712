import { ENERGY_SCOPES } from '../../../../base/index.js';
import type { EnergyKind, EnergyScope, TraceClock, TraceSplit } from '../../../../lab/energy/index.js';
import type { EnergyNews } from '../../../rpc/api/index.js';
import { navigate, route } from '../../app/router.js';
import { energyTexts } from './messages.js';

/** One scope and kind: all that may be in one sum. */
export interface Place {
  readonly scope: EnergyScope;
  readonly kind: EnergyKind;
}

/** The clock that a scope's entries are timed by. */
export function clockOf(scope: EnergyScope): TraceClock {
  return scope === 'host' ? 'host' : 'board';
}

/** Scopes and kinds that something was booked to, smallest boundary first. */
export function placesOf(news: EnergyNews | undefined): Place[] {
  const all = [...(news?.board?.totals ?? []), ...(news?.host?.totals ?? [])].map(({ amount }) => amount);
  return ENERGY_SCOPES.flatMap((scope) => all.filter((one) => one.scope === scope)).map(({ scope, kind }) => ({
    scope,
    kind,
  }));
}

export const placeId = ({ scope, kind }: Place): string => `${scope}-${kind}`;

/** `Array, modelled`. */
export function placeName({ scope, kind }: Place): string {
  const t = energyTexts();
  return `${t.scope[scope]}, ${t.kind[kind]}`;
}

const SPLITS: readonly TraceSplit[] = ['phase', 'component', 'none'];

/** What is looked at; it stands in the address, so that it is found again. */
export interface Look {
  readonly run?: string | undefined;
  readonly place?: string | undefined;
  readonly split: TraceSplit;
  /** What is selected, seconds of the scope's clock. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

const number = (text: string | undefined): number | undefined => {
  const value = Number(text);
  return text === undefined || text === '' || !Number.isFinite(value) ? undefined : value;
};

/** What the address asks for. */
export function readLook(): Look {
  const { run, place, split, from, to } = route.value.query;
  const [fromS, toS] = [number(from), number(to)];
  const whole = fromS === undefined || toS === undefined || !(toS > fromS);
  return {
    run,
    place,
    split: SPLITS.find((one) => one === split) ?? 'phase',
    ...(whole ? {} : { from: fromS, to: toS }),
  };
}

/** Looks elsewhere. */
export function look(part: Partial<Look>): void {
  const next = { ...readLook(), ...part };
  const query = Object.entries(next).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  navigate('energy', [], Object.fromEntries(query) as Record<string, string>, true);
}
