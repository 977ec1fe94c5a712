import { render } from 'preact';
import '../../app/tokens.css';
import '../../app/base.css';
import { startTheme } from '../../app/theme.js';
import { LinePlot, type LinePlotProps } from '../index.js';
import { bandSample, logSample, loopSample, pointsSample } from './xy-samples.js';

const band = bandSample();

function Xy({ id, ...props }: LinePlotProps & { readonly id: string }) {
  return (
    <section id={id}>
      <LinePlot {...props} />
    </section>
  );
}

function Gallery() {
  return (
    <>
      <h1>Plots</h1>
      <Xy id="points" model={pointsSample()} />
      <Xy id="band" model={band} overview={{ series: band.series[0]!, whole: [0, 10] }} />
      <Xy id="loop" model={loopSample()} />
      <Xy id="log" model={logSample()} />
    </>
  );
}

startTheme();
render(<Gallery />, document.getElementById('app')!);
