// Runs the validations of the device model and draws them into docs/images/physics/, with the figures that docs/physics.md and docs/physics/board-cell.md
// quote on standard output.
//   npm run build && node scripts/physics-figures.mjs [name …]
// Everything is seeded: the same program gives the same figures.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { boardCellFigures } from './lib/board-cell-figures.mjs';
import { root } from './lib/root.mjs';

const load = (path) => import(pathToFileURL(join(root, 'dist', path)).href);
const device = await load('board-sim/device/index.js');
const { relaxFromPole, slowRate } = await load('board-sim/device/validation/relaxation.js');
const { MomentEquation } = await load('board-sim/device/validation/moments.js');
const { checkRingDown, orderOf, stepErrors } = await load('board-sim/device/validation/deterministic.js');
const { countEscapes } = await load('board-sim/device/validation/count-escapes.js');
const { renderPng } = await load('lab/plot/index.js');

const { s1, s3, spinOf } = device;
const range = (from, to, count) => Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
const errorBars = (values, errors, factor = 2) => ({
  lower: values.map((v, i) => v - factor * errors[i]),
  upper: values.map((v, i) => v + factor * errors[i]),
});
const MODEL = 'modelled: stochastic Heun, single precision';

const figures = {
  ...boardCellFigures({ device, countEscapes, range, errorBars }),

  async equilibrium() {
    const deltas = [-40, -20, -10, -5, -2, -1, 0, 1, 2, 5, 10, 20, 40];
    const found = [];
    for (const delta of deltas) found.push(await device.equilibriumMeanSquare({ delta, samples: 100_000, seed: 1 }));
    for (const [i, { mz2, stderr, exact }] of found.entries())
      console.log(
        `  Δ ${deltas[i]}: ${mz2.toFixed(5)} ± ${stderr.toFixed(5)}, exact ${exact.toFixed(5)}, ${((mz2 - exact) / stderr).toFixed(1)} standard errors`,
      );
    const fine = range(-40, 40, 401);
    const off = found.map(({ mz2, exact }) => mz2 / exact - 1);
    return {
      kind: 'page',
      title: 'Equilibrium of a uniaxial macrospin',
      subtitle: `${MODEL}, α = 0.1, 300 K, 100 000 samples a point or more, seed 1`,
      columns: 2,
      figures: [
        {
          kind: 'line',
          title: 'Mean square against its closed form',
          x: { label: 'Thermal stability Δ' },
          y: { label: '⟨m_{z}^{2}⟩', min: 0, max: 1 },
          series: [
            { label: 'exact', x: fine, y: fine.map(device.equilibriumMz2) },
            { label: 'simulated', x: deltas, y: found.map((f) => f.mz2), draw: 'markers', provenance: 'modelled' },
          ],
        },
        {
          kind: 'scatter',
          title: 'Relative deviation',
          x: { label: 'Thermal stability Δ' },
          y: { label: 'simulated/exact − 1' },
          intervalLabel: '95 % interval',
          references: [{ axis: 'y', value: 0 }],
          series: [
            {
              x: deltas,
              y: off,
              provenance: 'modelled',
              ...errorBars(
                off,
                found.map(({ stderr, exact }) => stderr / exact),
              ),
            },
          ],
        },
      ],
    };
  },

  relaxation() {
    const times = range(0.05, 1.5, 16);
    const series = [0, 1, 3, 8].flatMap((delta, color) => {
      const points = relaxFromPole({ delta, spins: 8192, seed: 2 }, times);
      const worst = Math.max(...points.map((p) => Math.abs(p.mz - p.exactMz) / p.mzError));
      console.log(
        `  Δ ${delta}: largest deviation of ⟨mz⟩ ${worst.toFixed(1)} standard errors of ${points.length} points`,
      );
      return [
        { label: `Δ = ${delta}`, x: [0, ...times], y: [1, ...points.map((p) => p.exactMz)], color },
        {
          x: times,
          y: points.map((p) => p.mz),
          draw: 'markers',
          provenance: 'modelled',
          color,
          ...errorBars(
            points.map((p) => p.mz),
            points.map((p) => p.mzError),
          ),
        },
      ];
    });
    return {
      kind: 'line',
      title: 'Relaxation from m_{z} = 1',
      subtitle: `Lines: Fokker–Planck equation in 60 moments. Points: ${MODEL}, 8192 spins, α = 0.2, seed 2`,
      x: { label: 'Time in units of τ_{N}' },
      y: { label: '⟨m_{z}⟩', min: 0 },
      series,
    };
  },

  dwell() {
    const deltas = [1, 2, 3, 4, 5, 6];
    const found = deltas.map((delta) => slowRate({ delta, spins: 8192, seed: 3 }));
    for (const [i, { rate, error, exact }] of found.entries())
      console.log(`  Δ ${deltas[i]}: ${rate.toPrecision(4)} ± ${error.toPrecision(1)}, exact ${exact.toPrecision(5)}`);
    const fine = range(0.5, 10, 39);
    return {
      kind: 'line',
      title: 'Slowest rate of ⟨m_{z}⟩',
      subtitle: `Points: ${MODEL}, 8192 spins from one well, seed 3`,
      x: { label: 'Thermal stability Δ' },
      y: { label: 'λ_{1} τ_{N}', scale: 'log' },
      series: [
        {
          label: 'eigenvalue of the moment equation',
          x: fine,
          y: fine.map((d) => new MomentEquation(d).slowestRate()),
        },
        { label: 'Brown’s asymptote', x: fine, y: fine.map((d) => (2 / Math.sqrt(Math.PI)) * d ** 1.5 * Math.exp(-d)) },
        {
          label: 'simulated',
          x: deltas,
          y: found.map((f) => f.rate),
          draw: 'markers',
          provenance: 'modelled',
          ...errorBars(
            found.map((f) => f.rate),
            found.map((f) => f.error),
          ),
        },
      ],
    };
  },

  kittel() {
    const series = [
      ['S1', s1],
      ['S3', s3],
    ].flatMap(([name, set], color) => {
      const spin = spinOf(set);
      const fields = [...range(0, 0.92, 12), ...range(1.1, 1.8, 8)].map((share) => share * spin.hk);
      const checks = fields.map((hx) => checkRingDown(spin, hx, 0.25e-12));
      const worst = Math.max(
        ...checks.map((c) => Math.abs(c.measured.angularFrequency / c.exact.angularFrequency - 1)),
      );
      console.log(`  ${name}: largest relative deviation of the frequency ${worst.toExponential(1)}`);
      const fine = [...range(0, 0.999, 200), ...range(1.001, 1.8, 150)].map((share) => share * spin.hk);
      const hz = (rate) => rate / (2 * Math.PI);
      return [
        {
          label: `${name}, linear theory with damping`,
          x: fine,
          y: fine.map((hx) =>
            hz(device.ringDown(device.stiffnessFields(spin.hk, 0, { hx }), spin.damping).angularFrequency),
          ),
          color,
        },
        {
          label: `${name}, zero crossings`,
          x: fields,
          y: checks.map((c) => hz(c.measured.angularFrequency)),
          draw: 'markers',
          provenance: 'modelled',
          color,
        },
      ];
    });
    return {
      kind: 'line',
      title: 'Ring-down frequency in an in-plane field',
      subtitle: 'Points: RK4 at 0.25 ps after a kick of 1e-4 rad',
      x: { label: 'In-plane field', unit: 'A/m' },
      y: { label: 'Frequency', unit: 'Hz', min: 0 },
      series,
    };
  },

  order() {
    const spin = spinOf(s1);
    const dts = [8e-12, 4e-12, 2e-12, 1e-12, 0.5e-12];
    const pulse = { pulseS: 0.8e-9, voltage: 0.9 };
    const runs = [
      ['RK4', 'rk4', pulse],
      ['RK4, exponential edge', 'rk4', { pulseS: 0.8e-9, voltage: (t) => 0.9 * (1 - Math.exp(-t / 1e-10)) }],
      ['Heun', 'heun', pulse],
      ['RK4, a step straddles the edge', 'rk4', { ...pulse, edgeOff: 0.5 }],
    ].map(([label, method, options]) => {
      const errors = stepErrors(spin, method, dts, options);
      console.log(`  ${label}: order ${orderOf(dts.slice(-3), errors.slice(-3)).toFixed(2)}`);
      return { label, x: dts, y: errors, draw: 'both', provenance: 'modelled' };
    });
    return {
      kind: 'line',
      title: 'Error of a direction after a pulse',
      subtitle:
        'Set S1, 0.9 V for 0.8 ns in 12 kA/m in the plane and 0.5 kA/m out of it, T = 0; against steps eight times as fine as the finest',
      x: { label: 'Step', unit: 's', scale: 'log' },
      y: { label: 'Largest error of a component', scale: 'log' },
      series: runs,
    };
  },

  async map() {
    const voltagesV = range(0.5, 1.3, 41);
    const widthsS = range(0.2e-9, 8e-9, 53);
    const map = await device.switchingMap({
      device: s1,
      field: [12e3, 0, 0],
      start: 'P',
      voltagesV,
      widthsS,
      trials: 1024,
      seed: 4,
      stepS: 2.5e-12,
    });
    return {
      kind: 'heatmap',
      title: 'Switching probability of set S1',
      subtitle: `${MODEL}, 12 kA/m in the plane, 300 K, 1024 trials a point, seed 4`,
      x: { label: 'Pulse width', unit: 's' },
      y: { label: 'Pulse voltage', unit: 'V' },
      value: { label: 'p(P → AP)', min: 0, max: 1 },
      xs: widthsS,
      ys: voltagesV,
      values: map.points.map(({ p }) => p),
      colors: 'diverging',
      notes: [`Critical voltage ${device.derive(s1).criticalVoltage.toFixed(3)} V.`],
    };
  },
};

const folder = join(root, 'docs/images/physics');
mkdirSync(folder, { recursive: true });
const wanted = process.argv.slice(2);
for (const [name, make] of Object.entries(figures)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(name);
  writeFileSync(join(folder, `${name}.png`), await renderPng(await make(), { scale: 1.5 }));
}
