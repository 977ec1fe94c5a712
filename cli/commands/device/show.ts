import { formatDuration, formatSi } from '../../../base/index.js';
import { type DeviceSummary, SUMMARY_PULSE, summarizeDevice } from '../../../board-sim/device/index.js';
import type { CommandAction } from '../../context.js';
import { loadDevice } from '../../device/read-file.js';
import { EXIT } from '../../exit-codes.js';
import { pairs, table } from '../../table.js';

/** The flags of `spindrift device show`. */
export interface DeviceShowFlags {
  readonly voltage?: number;
  readonly width?: number;
}

/** `spindrift device show NAME`: parameters, derived figures, and what a pulse does. */
export const deviceShow: CommandAction<DeviceShowFlags, [device: string]> = async ({ out }, flags, name) => {
  const summary = summarizeDevice(await loadDevice(name), {
    voltageV: flags.voltage ?? SUMMARY_PULSE.voltageV,
    widthS: flags.width ?? SUMMARY_PULSE.widthS,
  });
  out.result(summary, () => describe(summary));
  return EXIT.done;
};

function describe({ parameters: p, derived: d, pulse, warnings }: DeviceSummary): string {
  const si = formatSi;
  const sections: [string, string][] = [
    [
      `${p.name} (${p.source})`,
      pairs([
        ['  Ms', si(p.saturationMagnetization, 'A/m')],
        ['  Ki', si(p.interfaceAnisotropy, 'J/m²')],
        ['  free layer', `${si(p.freeLayerThickness, 'm')}, diameter ${si(p.diameter, 'm')}`],
        ['  oxide', `${si(p.oxideThickness, 'm')}, relative permittivity ${p.relativePermittivity}`],
        ['  VCMA ξ', si(p.vcmaCoefficient, 'J/(V m)')],
        ['  damping', String(p.damping)],
        ['  TMR', `${(100 * p.tmr).toFixed(0)} %, halved at ${si(p.tmrHalfVoltage, 'V')}`],
        ['  temperature', si(p.temperature, 'K')],
      ]),
    ],
    [
      'Without voltage',
      pairs([
        ['  Hk', `${si(d.effectiveField, 'A/m')}, changes by ${si(d.vcmaSlope, 'A/m')} per volt`],
        ['  thermal stability Δ', `${d.delta.toFixed(2)}, changes by ${d.deltaSlope.toFixed(2)} per volt`],
        ['  critical voltage', `${si(d.criticalVoltage, 'V')} (${si(d.barrierFieldAtCritical, 'V/m')} in the barrier)`],
        ['  Kittel frequency', Number.isNaN(d.kittelFrequency) ? 'none: easy plane' : si(d.kittelFrequency, 'Hz')],
        ['  damping time', si(d.dampingTime, 's')],
        ['  diffusion time', si(d.diffusionTime, 's')],
        [
          '  mean dwell',
          Number.isNaN(d.meanDwellTime)
            ? 'none: easy plane'
            : `${Number.isFinite(d.meanDwellTime) ? dwellText(d.meanDwellTime) : 'beyond 10³⁰⁰ s'} in a well, without field`,
        ],
        ['  critical current', si(d.criticalCurrent, 'A')],
        ['  RP, RAP', `${si(d.resistanceP, 'Ω')}, ${si(d.resistanceAP, 'Ω')}`],
        ['  capacitance', si(d.capacitance, 'F')],
      ]),
    ],
    [
      `A pulse of ${si(pulse.voltageV, 'V')} for ${si(pulse.widthS, 's')} (energies modelled, of the junction alone)`,
      [
        pairs([
          ['  Hk, Δ', `${si(pulse.effectiveField, 'A/m')}, ${pulse.delta.toFixed(2)}`],
          ['  barrier field', `${si(pulse.barrierField, 'V/m')}; guard at ${si(pulse.barrierLimitV, 'V')}`],
          ['  charge CV²', `${si(pulse.chargeJ, 'J')} from the supply`],
          ['  Joule, mean of P and AP', si(pulse.meanJoule.joules, 'J')],
        ]),
        table(
          ['  state', 'resistance', 'current', 'of critical', 'Joule', 'end temperature'],
          (['parallel', 'antiparallel'] as const).map((state) => {
            const at = pulse[state];
            return [
              `  ${state}`,
              si(at.resistance, 'Ω'),
              si(at.current, 'A'),
              `${(100 * at.currentOverCritical).toPrecision(3)} %`,
              si(at.jouleJ, 'J'),
              si(at.endTemperature, 'K'),
            ];
          }),
          [1, 2, 3, 4, 5],
        ),
      ].join('\n'),
    ],
    ['Beware', warnings.map((warning) => `  ${warning}`).join('\n')],
  ];
  return sections
    .filter(([, body]) => body !== '')
    .map(([title, body]) => `${title}\n${body}`)
    .join('\n\n');
}

/** Prefixes for what is short, hours and years for what is long. */
function dwellText(seconds: number): string {
  if (seconds < 1) return formatSi(seconds, 's');
  const years = seconds / 3.15576e7;
  return years < 1 ? formatDuration(seconds) : `${years.toPrecision(3)} years`;
}
