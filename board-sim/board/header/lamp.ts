/** How the LED is used: the board's own lamp until the host takes it as a pin. */
export type LampUse = 'status' | 'output' | 'pwm' | 'servo';

const BLINK_S = 0.5;
const PWM_PERIOD_NS = 1_000_000;
const SERVO_PERIOD_NS = 20_000_000;

/** What the lamp looks at when it is its own. */
export interface LampMind {
  readonly faulted: boolean;
  readonly armed: boolean;
  readonly seconds: number;
}

/** The LED of the board: whenever a fault is latched it blinks, whatever the host does with the pin. */
export class Lamp {
  #use: LampUse = 'status';
  #light = false;
  #highNs = 0;
  #periodNs = PWM_PERIOD_NS;

  get use(): LampUse {
    return this.#use;
  }

  /** Period of its pulses, ns. */
  get periodNs(): number {
    return this.#periodNs;
  }

  /** Time of a period that it is lit, ns. */
  get highNs(): number {
    return this.#highNs;
  }

  /** Back to the board, also at the end of a session: nobody is left who would know what a host showed with it. */
  start(): void {
    this.#use = 'status';
    this.#light = false;
    this.#highNs = 0;
  }

  /** Another use begins dark; the same one changes nothing. */
  take(use: LampUse): void {
    if (use === this.#use) return;
    this.start();
    this.#use = use;
    this.#periodNs = use === 'servo' ? SERVO_PERIOD_NS : PWM_PERIOD_NS;
  }

  light(on: boolean): void {
    this.#light = on;
  }

  /** Pulses; a period of 0 leaves it as it is. */
  pulses(highNs: (periodNs: number) => number, periodNs = 0): void {
    if (periodNs !== 0) this.#periodNs = periodNs;
    this.#highNs = Math.floor(highNs(this.#periodNs));
  }

  /** Whether there is light, be it in pulses. */
  lit({ faulted, armed, seconds }: LampMind): boolean {
    if (faulted) return Math.floor(seconds / BLINK_S) % 2 === 0;
    if (this.#use === 'status') return armed;
    return this.#use === 'output' || this.#highNs === 0 ? this.#light : true;
  }
}
