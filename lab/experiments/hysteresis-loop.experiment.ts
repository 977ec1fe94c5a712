import { distributionOf } from './cell-states.js';
import { defineExperiment, type ExperimentContext } from './define-experiment.js';
import type { ExperimentEvent } from './events.js';
import type { ThermalModel } from './hysteresis/escape-rate.js';
import { evaluateCell, type CellFindings, type LoopCell } from './hysteresis/loop-cells.js';
import {
  findingRows,
  geometryOf,
  meansByBias,
  sensitivityOf,
  vcmaOf,
  type BiasMeans,
  type VcmaFindings,
} from './hysteresis/loop-findings.js';
import { loopParams, type LoopParams } from './hysteresis/loop-params.js';
import { fieldPointsOf, planLoops, type LoopPlan } from './hysteresis/loop-plan.js';
import { cellLoopFigure, LOOP_VIEWS, vcmaFigures } from './hysteresis/loop-views.js';
import type { Estimate } from './hysteresis/thermal-switching.js';
import { branchOf, LoopMeasurement, type MeasuredLoops } from './hysteresis/measure-loops.js';
import { RunTimes } from './run-times.js';
import { hysteresisLoopDe } from './hysteresis-loop.texts.js';

type Context = ExperimentContext<LoopParams>;
type Events<T = void> = AsyncGenerator<ExperimentEvent, T, undefined>;

/** Temperature that is assumed when neither parameter nor board tells one, K. */
const ROOM_K = 298;

export const hysteresisLoop = defineExperiment({
  id: 'hysteresis-loop',
  title: 'Hysteresis loop',
  summary:
    'Sweeps the field over chosen cells, reads their resistance, and fits Hk, Δ and stray field to where they switch; with several static biases also the VCMA coefficient.',
  params: loopParams,
  views: LOOP_VIEWS,
  texts: { de: hysteresisLoopDe },
  work(params, { limits, ...geometry }) {
    if (limits === undefined) return undefined;
    const plan = planLoops(params, limits, geometry);
    return { amount: fieldPointsOf(plan, params.loops), unit: 'field points' };
  },
  async *run(ctx) {
    const { board, params } = ctx;
    const times = await RunTimes.start(ctx);
    const plan = planLoops(params, board.limits, board.identity.geometry);
    if (board.identity.kind !== 'real')
      yield { type: 'note', text: `the board is ${board.identity.kind}: its switching is drawn by a model` };
    const loops = yield* new LoopMeasurement(ctx, plan).run();
    yield* tellMeanLoop(loops);
    const findings = yield* evaluate(ctx, loops.cells, plan);
    yield* tellFindings(ctx, plan, loops, findings);
    yield await times.result();
  },
});

function* tellMeanLoop({ meanLoop }: MeasuredLoops): Generator<ExperimentEvent> {
  for (const { biasV, from, fieldAPerM, resistanceOhm, share, lower, upper } of meanLoop.points) {
    const values = {
      bias_V: biasV,
      branch: branchOf(from),
      field_A_per_m: fieldAPerM,
      resistance_ohm: resistanceOhm,
      share,
      lower,
      upper,
    };
    yield { type: 'row', table: 'mean-loop', values };
  }
}

async function* evaluate(ctx: Context, cells: readonly LoopCell[], plan: LoopPlan): Events<CellFindings[]> {
  const { params: p, signal } = ctx;
  await ctx.phase('fit');
  const good = cells.filter(({ verdict }) => verdict === 'good');
  const model = modelOf(p);
  const findings: CellFindings[] = [];
  for (const cell of good) {
    signal.throwIfAborted();
    const found = evaluateCell(cell, plan.biasesV, model);
    findings.push(found);
    yield* findingRows(found);
    yield { type: 'progress', done: findings.length, total: good.length, unit: 'fits' };
  }
  return findings;
}

function* tellFindings(
  { board, params: p }: Context,
  plan: LoopPlan,
  { cells, shown, dwellS, temperatureK: measuredK }: MeasuredLoops,
  findings: readonly CellFindings[],
): Generator<ExperimentEvent> {
  const { biasesV } = plan;
  const temperatureK = p.temperature > 0 ? p.temperature : (measuredK ?? ROOM_K);
  const means = meansByBias(findings, biasesV);
  const vcma = vcmaOf(findings, geometryOf(p), temperatureK);
  const subtitle =
    `${board.identity.kind} board ${board.uri}; rows ${p.rows}, columns ${p.columns}; ` +
    `${p.loops} loops, f0 ${p.attemptRate.toExponential(0)} Hz, in-plane field ${p.inPlaneField / 1000} kA/m`;
  if (shown !== undefined) {
    const figure = cellLoopFigure(shown.cell, shown.loops, subtitle);
    yield { type: 'figure', name: 'cell-loop', figure };
  }
  if (vcma !== undefined) {
    for (const [name, figure] of Object.entries(vcmaFigures(means, vcma, subtitle)))
      yield { type: 'figure', name, figure };
  } else if (biasesV.length > 1)
    yield { type: 'note', text: 'no cell could be fitted over its biases: no VCMA coefficient' };
  const excluded = cells.length - findings.length;
  if (excluded > 0)
    yield { type: 'note', text: `${excluded} of the chosen cells do not follow and have no part in it` };
  yield {
    type: 'result',
    values: {
      cells: findings.length,
      excludedCells: excluded,
      cellsFitted: findings.filter(({ biases }) => biases.every(({ fit }) => fit !== undefined)).length,
      loops: p.loops,
      fieldPoints: plan.fieldsAPerM.length,
      dwellS,
      temperatureK,
      attemptRateHz: p.attemptRate,
      inPlaneFieldAPerM: p.inPlaneField,
      ...statesOf(cells.filter(({ verdict }) => verdict === 'good')),
      ...mainResults(means, vcma),
      changeForTenfoldAttemptRate: sensitivityOf(findings, modelOf(p)) ?? null,
      biases: means,
      vcma: vcma ?? null,
    },
  };
}

/** Mean resistances of the states without a field, and the TMR (R_AP − R_P)/R_P of the means. */
function statesOf(cells: readonly LoopCell[]): Record<string, number | null> {
  const p = distributionOf(cells.map(({ parallelOhm }) => parallelOhm)).mean;
  const ap = distributionOf(cells.map(({ antiparallelOhm }) => antiparallelOhm)).mean;
  return { resistancePOhm: p, resistanceApOhm: ap, tmr: p === null || ap === null ? null : (ap - p) / p };
}

/** The figures that a person looks for first: at no bias where there was one, else at the smallest. */
function mainResults(means: readonly BiasMeans[], vcma: VcmaFindings | undefined): Record<string, number | null> {
  const rest = means.reduce((best, each) => (Math.abs(each.biasV) < Math.abs(best.biasV) ? each : best));
  const both = (name: string, unit: string, estimate: Estimate | undefined): Record<string, number | null> => ({
    [`${name}${unit}`]: estimate?.value ?? null,
    [`${name}StandardError${unit}`]: estimate?.standardError ?? null,
  });
  return {
    ...both('coercive', 'APerM', rest.coerciveAPerM),
    ...both('offset', 'APerM', rest.offsetAPerM),
    ...both('hk', 'APerM', vcma?.hkAPerM ?? rest.hkAPerM),
    ...both('delta', '', vcma?.delta ?? rest.delta),
    ...(vcma === undefined
      ? {}
      : {
          ...both('hkSlope', 'APerMPerV', vcma.slopeAPerMPerV),
          ...both('vcmaFromHk', 'JPerVM', vcma.fromHk),
          ...both('vcmaFromDelta', 'JPerVM', vcma.fromDelta),
          momentRatio: vcma.momentRatio,
        }),
  };
}

function modelOf(p: LoopParams): ThermalModel {
  return { attemptRateHz: p.attemptRate, inPlaneAPerM: p.inPlaneField };
}
