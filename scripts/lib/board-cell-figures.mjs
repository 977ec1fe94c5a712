// Figures of docs/physics/board-cell.md: the switching table and the escape rates beside direct integration.

/** @param device board-sim/device; @param countEscapes of its validation */
export function boardCellFigures({ device, countEscapes, range, errorBars }) {
  const { boardCell, macrospinModel, s3 } = device;
  return {
    async table() {
      const { hkAPerM, vcmaSlopeAPerMPerV } = device.nominalCell;
      const table = device.SwitchingTable.standard();
      const panel = async (title, hzAPerM, voltages) => {
        const series = [];
        for (const [color, voltageV] of voltages.entries()) {
          const fine = range(0, 12e-9, 481);
          const cell = { hkAPerM, vcmaSlopeAPerMPerV, hzAPerM };
          series.push({
            label: `${voltageV.toFixed(2)} V`,
            x: fine,
            y: fine.map((widthS) => table.probability(cell, 'P', voltageV, widthS)),
            color,
          });
          const widths = range(0.4e-9, 11.6e-9, 29);
          const direct = await device.switchingMap({
            device: boardCell,
            field: [12e3, 0, hzAPerM],
            start: 'P',
            voltagesV: [voltageV],
            widthsS: widths,
            trials: 4096,
            seed: 5,
            stepS: 1.5e-12,
          });
          const p = direct.points.map((point) => point.p);
          series.push({
            x: widths,
            y: p,
            draw: 'markers',
            provenance: 'modelled',
            color,
            lower: direct.points.map(({ ci95 }) => ci95[0]),
            upper: direct.points.map(({ ci95 }) => ci95[1]),
          });
          const off = p.map((value, i) => value - table.probability(cell, 'P', voltageV, widths[i]));
          const rms = Math.sqrt(off.reduce((sum, d) => sum + d * d, 0) / off.length);
          console.log(`  ${voltageV} V, Hz ${hzAPerM} A/m: rms difference ${rms.toFixed(4)}`);
        }
        return {
          kind: 'line',
          title,
          x: { label: 'Pulse width', unit: 's' },
          y: { label: 'p(P → AP)', min: 0, max: 1 },
          series,
        };
      };
      return {
        kind: 'page',
        title: 'Switching table beside direct integration',
        subtitle:
          'Nominal cell, 300 K. Lines: table. Points: stochastic Heun, single precision, 4096 trials each, 95 % intervals, seed 5',
        columns: 2,
        figures: [
          await panel('No field out of the plane', 0, [1.2, 1.44, 1.6]),
          await panel('9 kA/m, between two points of the table', 9e3, [1.2, 1.44, 1.6]),
        ],
      };
    },

    escape() {
      const series = [
        [0.03, 12e3],
        [0.05, 12e3],
        [0.1, 0],
      ].flatMap(([damping, hx], color) => {
        const magnet = { ...macrospinModel(s3), damping };
        const at = (hk) => device.escapeRates(magnet, { hk, hx, hz: 0 });
        const [low, high] = hx === 0 ? [14e3, 30e3] : [34e3, 52e3];
        const fine = range(low, high, 60).map(at);
        const counted = range(low + 2e3, high - 2e3, 5).map((hk) => {
          const { counts, fromP, fromAP } = countEscapes(magnet, { hk, hx, hz: 0 }, 1000, 6);
          const { barrierP, fromP: perSecond } = at(hk);
          const formula = 1e-6 * perSecond;
          const rate = (1e-6 * (fromP + fromAP)) / 2;
          const error = rate / Math.sqrt(counts[0] + counts[1]);
          console.log(
            `  α ${damping}, Hx ${hx}: barrier ${barrierP.toFixed(2)} kBT, counted/formula − 1 = ${(rate / formula - 1).toFixed(3)} ± ${(error / rate).toFixed(3)}`,
          );
          return { barrierP, rate, error };
        });
        return [
          {
            label: `α = ${damping}, ${hx / 1e3} kA/m in the plane`,
            x: fine.map((f) => f.barrierP),
            y: fine.map((f) => 1e-6 * f.fromP),
            color,
          },
          {
            x: counted.map((c) => c.barrierP),
            y: counted.map((c) => c.rate),
            draw: 'markers',
            provenance: 'modelled',
            color,
            ...errorBars(
              counted.map((c) => c.rate),
              counted.map((c) => c.error),
            ),
          },
        ];
      });
      return {
        kind: 'line',
        title: 'Rate of escape from a well',
        subtitle:
          'Magnet of S3, 300 K. Lines: formula. Points: 1000 escapes counted in stochastic Heun, 95 % intervals, seed 6',
        x: { label: 'Barrier in k_{B}T' },
        y: { label: 'Escapes per microsecond', scale: 'log' },
        series,
      };
    },
  };
}
