import { type spindrift, toI64, toU64 } from '../../proto/index.js';
import { type BoardCore } from './board-core.js';
import { type EventCounts, type Meters } from './meters.js';

type Telemetry = spindrift.v1.Telemetry.$Shape;
type EnergySum = spindrift.v1.EnergySum.$Shape;

/** The microcontroller runs this much warmer than the array. */
const DIE_ABOVE_ARRAY_MDEGC = 6000;

/** An energy as whole joules and attojoules. */
export function energySum(joules: number): EnergySum {
  const whole = Math.floor(joules);
  const rest = BigInt(Math.round((joules - whole) * 1e18));
  const carry = rest >= 10n ** 18n;
  return { joules: carry ? whole + 1 : whole, attojoules: toU64(carry ? rest - 10n ** 18n : rest) };
}

/** What the board tells of itself now; reading it changes nothing. */
export function telemetryOf(core: BoardCore, seq: number): Telemetry {
  const { meters, controller } = core.hardware;
  const { health, session } = core;
  const milliC = meters.arrayMilliC;
  return {
    seq,
    boardTimeUs: toU64(meters.microseconds),
    state: core.safety.state,
    rails: meters.rails().map((rail) => ({
      ...rail,
      energyCode: toU64(rail.energyCode),
      chargeCode: toI64(rail.chargeCode),
    })),
    environment: {
      arrayMdegc: milliC ?? 0,
      arrayValid: milliC !== undefined,
      dieMdegc: (milliC ?? 25_000) + DIE_ABOVE_ARRAY_MDEGC,
      fieldUt: core.hardware.coilUt,
    },
    counters: countersOf(meters.counts),
    modelled: modelledOf(meters),
    health: {
      ok: !health.failing && !controller.saturated,
      repetitionCountFailures: health.repetitionFailures,
      adaptiveProportionFailures: health.proportionFailures,
      onesPpm: health.onesPpm,
    },
    link: {
      framesIn: toU64(session?.received.frames ?? 0),
      framesOut: toU64(session?.sent.frames ?? 0),
      badFrames: (session?.received.badCrcs ?? 0) + (session?.received.badHeaders ?? 0),
      blocksDropped: toU64(core.blocksDropped),
    },
  };
}

function countersOf(counts: EventCounts): spindrift.v1.EventCounters.$Shape {
  const entries = Object.entries(counts).map(([name, count]) => [name, toU64(count as number)] as const);
  return Object.fromEntries(entries);
}

function modelledOf({ energy }: Meters): spindrift.v1.ModelledEnergy.$Shape {
  return {
    pulseCharge: energySum(energy.pulseCharge.value),
    pulseJoule: energySum(energy.pulseJoule.value),
    read: energySum(energy.read.value),
    mvmStatic: energySum(energy.mvmStatic.value),
    write: energySum(energy.write.value),
  };
}
