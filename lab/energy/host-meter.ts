import { checkNumber, systemClock, type Clock } from '../../base/index.js';
import type { EnergyLedger } from './ledger.js';
import { findRaplDomains, POWERCAP_ROOT, raplJoules, readRaplUj, type RaplDomain } from './rapl.js';

export interface HostMeterOptions {
  /** Power of one busy processor core, watts, when the user has given one. Without it nothing is estimated. */
  readonly wattsPerCore?: number;
  readonly clock?: Clock;
  /** Where to look for energy counters. */
  readonly powercapRoot?: string;
  /** Processor seconds that this process has used. */
  readonly cpuSeconds?: () => number;
}

/** How the host's energy is known, in words for the user. */
export interface HostMeterState {
  readonly kind: 'measured' | 'estimated' | 'unavailable';
  readonly detail: string;
}

/** Never read faster than this: a counter read more often than it ticks shows nothing but its own noise. */
const SHORTEST_INTERVAL_S = 0.1;
/** The counter's step is not documented; its updates come about once a millisecond. */
const COUNTER_SIGMA_J = 1e-3;
/** A wattage from a data sheet or a plug is good to a third at best. */
const USER_WATTS_RELATIVE_SIGMA = 0.3;

function processCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1e-6;
}

/**
 * The host's own energy: the processor's counter where it can be read (measured), processor seconds times a wattage that the user gave
 * (estimated), or nothing (unavailable, with the reason).
 */
export class HostMeter {
  readonly state: HostMeterState;
  readonly #domains: readonly RaplDomain[];
  readonly #watts: number | undefined;
  readonly #clock: Clock;
  readonly #cpuSeconds: () => number;
  #lastS: number;
  #lastCpuS: number;
  #lastUj: number[] = [];

  private constructor(domains: readonly RaplDomain[] | string, options: HostMeterOptions) {
    this.#domains = typeof domains === 'string' ? [] : domains;
    this.#watts = this.#domains.length > 0 ? undefined : options.wattsPerCore;
    this.#clock = options.clock ?? systemClock;
    this.#cpuSeconds = options.cpuSeconds ?? processCpuSeconds;
    this.#lastS = this.#clock.now();
    this.#lastCpuS = this.#cpuSeconds();
    const why = typeof domains === 'string' ? domains : '';
    if (this.#domains.length > 0) {
      this.state = {
        kind: 'measured',
        detail: 'processor package counters; everything that runs on this computer is in them',
      };
    } else if (this.#watts !== undefined) {
      this.state = {
        kind: 'estimated',
        detail: `processor seconds of this program × ${this.#watts} W as given; ${why}`,
      };
    } else {
      this.state = { kind: 'unavailable', detail: why };
    }
  }

  /** Looks what can be read on this computer and begins to meter. @throws TypeError, RangeError for a wattage that cannot be */
  static async start(options: HostMeterOptions = {}): Promise<HostMeter> {
    if (options.wattsPerCore !== undefined) checkNumber('wattsPerCore', options.wattsPerCore, { min: 0, max: 1000 });
    const meter = new HostMeter(await findRaplDomains(options.powercapRoot ?? POWERCAP_ROOT), options);
    meter.#lastUj = await Promise.all(meter.#domains.map(readRaplUj));
    return meter;
  }

  /** Posts what was used since the last sample. Called too soon (below 0.1 s, unless `final`) it does nothing. */
  async sample(ledger: EnergyLedger, phase?: string, final = false): Promise<void> {
    const timeS = this.#clock.now();
    if (!final && timeS - this.#lastS < SHORTEST_INTERVAL_S) return;
    this.#lastS = timeS;
    const common = { timeS, scope: 'host', events: 0, ...(phase === undefined ? {} : { phase }) } as const;
    for (const [i, domain] of this.#domains.entries()) {
      const uj = await readRaplUj(domain);
      const joules = raplJoules(this.#lastUj[i]!, uj, domain.rangeUj);
      this.#lastUj[i] = uj;
      ledger.post({
        ...common,
        kind: 'measured',
        component: domain.name,
        joules,
        sigma: COUNTER_SIGMA_J,
        formula: 'host.rapl',
      });
    }
    if (this.#watts === undefined) return;
    const cpuS = this.#cpuSeconds();
    const spanS = cpuS - this.#lastCpuS;
    this.#lastCpuS = cpuS;
    const joules = spanS * this.#watts;
    ledger.post({
      ...common,
      kind: 'estimated',
      component: 'cpu time',
      joules,
      sigma: 0,
      scaleSigma: joules * USER_WATTS_RELATIVE_SIGMA,
      formula: 'host.cpu-time',
      inputs: { t_cpu: spanS, P_user: this.#watts },
    });
  }
}
