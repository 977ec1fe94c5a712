import { render } from 'preact';
import '../../app/tokens.css';
import '../../app/base.css';
import { RandomStream } from '../../../../base/index.js';
import { startTheme } from '../../app/theme.js';
import { BitGrid, BitRaster, FigureView, HeatMap, ImageView, LinePlot } from '../index.js';
import { arrayMap, largeMap, probabilityMap } from './map-samples.js';
import { bandSample, logSample, loopSample, pointsSample } from './xy-samples.js';

const band = bandSample();
const map = probabilityMap();
const random = RandomStream.from(9);
const bits = new BitGrid(64, 32);
bits.push(Uint8Array.from({ length: 8 * 40 }, () => random.integer(256)));
const picture = { width: 28, height: 28, data: Uint8Array.from({ length: 784 }, (_, i) => (i * 7) % 256) };
const normal = Float64Array.from({ length: 2000 }, () => 5000 + 300 * random.gaussian());
const other = normal.map((value) => 9000 + 1.5 * (value - 5000));

/** Every kind of plot, for tests and for looking at. */
function Gallery() {
  return (
    <>
      <h1>Plots</h1>
      <section id="points">
        <LinePlot model={pointsSample()} />
      </section>
      <section id="band">
        <LinePlot model={band} overview={{ series: band.series[0]!, whole: [0, 10] }} />
      </section>
      <section id="loop">
        <LinePlot model={loopSample()} />
      </section>
      <section id="log">
        <LinePlot model={logSample()} />
      </section>
      <section id="map">
        <HeatMap figure={map} counts={map.counts!} leastTrials={100} />
      </section>
      <section id="array">
        <FigureView figure={arrayMap()} />
      </section>
      <section id="large">
        <FigureView figure={largeMap()} />
      </section>
      <section id="histogram">
        <FigureView
          figure={{
            kind: 'histogram',
            title: 'Resistances',
            x: { label: 'Resistance', unit: 'Ω' },
            populations: [
              { label: 'parallel', values: normal },
              { label: 'antiparallel', values: other },
            ],
          }}
        />
      </section>
      <section id="bits">
        <BitRaster title="Bits" grid={bits} version={0} />
      </section>
      <section id="image">
        <ImageView title="Digit" image={picture} />
      </section>
    </>
  );
}

startTheme();
render(<Gallery />, document.getElementById('app')!);
