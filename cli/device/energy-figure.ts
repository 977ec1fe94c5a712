import type { PulseEnergy } from '../../board-sim/device/index.js';
import type { XyFigure } from '../../lab/plot/index.js';

/** Joule energy along the trajectory between the two states' bounds, and the charge energy, against the width. */
export function energyFigure(energies: readonly PulseEnergy[], device: string, conditions: string): XyFigure {
  const x = energies.map(({ widthS }) => widthS);
  const charge = energies[0]!.chargeJ;
  const positive = energies.filter(({ jouleJ }) => jouleJ > 0);
  // Where charge and Joule energy are far apart only decades show both.
  const log =
    positive.length > 1 && positive.at(-1)!.parallelJ > 30 * Math.min(charge || Infinity, positive[0]!.jouleJ);
  return {
    kind: 'line',
    title: `Energy of a pulse against its width, ${device}`,
    subtitle: conditions,
    x: { label: 'Pulse width', unit: 's' },
    y: { label: 'Energy', unit: 'J', ...(log ? { scale: 'log' } : { min: 0 }) },
    intervalLabel: '95 % interval of the mean',
    series: [
      { label: 'Joule, staying parallel', x, y: energies.map(({ parallelJ }) => parallelJ), provenance: 'modelled' },
      {
        label: 'Joule, mean along the trajectories',
        x,
        y: energies.map(({ jouleJ }) => jouleJ),
        lower: energies.map(({ jouleJ, standardErrorJ }) => jouleJ - 1.96 * standardErrorJ),
        upper: energies.map(({ jouleJ, standardErrorJ }) => jouleJ + 1.96 * standardErrorJ),
      },
      {
        label: 'Joule, staying antiparallel',
        x,
        y: energies.map(({ antiparallelJ }) => antiparallelJ),
        provenance: 'modelled',
      },
      { label: 'charge CV^{2}, once a pulse', x, y: x.map(() => charge), provenance: 'modelled' },
    ],
  };
}
