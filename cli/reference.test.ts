import type { Command, Option } from 'commander';
import { expect, it } from 'vitest';
import { EXIT } from './exit-codes.js';
import { buildProgram } from './program.js';

/**
 * docs/cli.md is the command's own definition, written out. `npx vitest run --project unit cli/reference -u` writes it again.
 */
it('docs/cli.md says what the command takes', async () => {
  const program = buildProgram('0.0.0', async () => undefined);
  await expect(reference(program)).toMatchFileSnapshot('../docs/cli.md');
});

const MEANING: Readonly<Record<keyof typeof EXIT, string>> = {
  done: 'done',
  defect: 'a defect of the program',
  usage: 'usage or bad value, also one outside the limits of the board',
  noBoard: 'no such board, or it is in use, or this user may not open it, or it cannot do what was asked',
  boardLost: 'board lost',
  data: 'data or health failure',
  file: 'input or output file',
  interrupted: 'interrupted, after leaving the array safe and the run folder whole',
};

/** What the JSON document of each command holds; scripts rely on these keys. */
const JSON_KEYS: Readonly<Record<string, string>> = {
  boards:
    '`boards[]` {uri, kind, name, serial, firmware}; on USB also {port, state (`ready`, `busy`, `no permission`), holder?}, and `kind` is a guess until the board is opened',
  info: '`uri`, `kind` (real, emulated, simulated, replayed), `serial`, `bootId`, `protocol` {major, minor}, `firmware`, `geometry` {rows, cols, tiles}, `features[]`, `limits`',
  doctor:
    '`ok`, `platform`, `checks[]` {id, ok, blocks, detail, remedy}; `blocks` is true for what keeps the program or an attached board from working, and only that gives exit code 5; `remedy` is null where nothing is to be done',
  experiments: '`experiments[]` {id, title, summary, params[], views[]}',
  run: '`run` (the folder), `id`, `status`, `results`, `energy`',
  generate:
    '`images`, `steps`, `seconds`, `bitsUsed`, `macs`, `energy` {device, array, board, host}, `grid`, `report`, `run`, `status`',
  train: '`model`, `epochs`, `loss`, `seconds`',
  quality:
    '`run`, `fid`, `fidCi[2]`, `kid`, `precision`, `recall`, `features`, `n`, `software`; for several runs `runs[]` of these',
  capture:
    '`run` (the folder), `id`, `status`, `seconds`, `bytes`, `safe`, `channels[]` {channel, unit, from, to, hostS[2], boardS[2], count, missing, lost, gaps, min, max, sum, mean, rms, standardDeviation}; figures that do not exist are null',
  'runs search':
    '`query`, `runs[]` {name, id, experiment, state, started, seconds, board, serial, boardKind, params, results, error, title, text, tags[], star}, `problems[]`',
  'runs annotate': '`run`, `title`, `text`, `tags[]`, `star`, `revision`, `updated`, `history[]` {time, before}',
  replay: '`run`, `id`, `state`, `events` {type: count}, `seconds`, `wire` {file, bytes} or null; does not wait',
  compare: 'as `runs compare`',
  'runs compare':
    '`runs[]`, `params[]` {name, label, unit?, values[], same}, `results[]` {the same, sigmas[], differences[] {value, sigma?} from the first run}, `energy[]` {scope, kind, joules[], sigmas[]}, `tables[]` {name, rows[], columns[]}, `warnings[]`',
  'runs delete': '`token`, `name`, `deleted`',
  'runs restore': '`restored` (the folder); without a token `trash[]` {token, name, deleted}',
  export:
    '`run`, `path`, `format`, `what`, `bytes`, `sha256`; with `--estimate` `export`, `fileName`, `what`, `estimatedBytes`, `total`, `unit`; of `bin` also `sidecar`, `bits`, `notEntropy`',
  import: '`dir`, `id`, `experiment`, `files`, `bytes`, `boardKind`',
  runs: '`runs[]` {dir, id, experiment, state, started, seconds}, `problems[]`',
  'assess non-iid':
    '`samples`, `bitsPerSample`, `distinct`, `minEntropy`, `estimators` {mcv, collision, markov, compression, tTuple, lrs, multiMcw, lag, multiMmc, lz78y}, each bits a sample or null, `bitstring`? {the same, bits a bit}, `hOriginal`, `hBitstring`, `hSubmitter`, `hPrime`? (with `--conditioned`), `limitedBy`, `reasons` of nulls, `details`, `remarks[]`, `file`, `sha256`, `packed`; with a record of `spindrift entropy` beside the file also `board` {serial, kind}, `notEntropy`, `mark?`, `otherBytes`',
  'assess iid':
    '`passed`, `valid` (false below 1,000,000 samples), `permutation` {passed, seed, rounds, statistics {name: {value, c0, c1, c2, rounds, passed}}}, `chiSquare` {independence, goodnessOfFit} {t, df, p, passed}, `lrs` {pcol, w, p, log10P, passed}, `samples`, `bitsPerSample`, `distinct`, `remarks[]`, `file`, `sha256`, and `board`, `notEntropy` of a file of spindrift entropy',
  'assess restart':
    '`passed`, `sanity` {xMax, cutoff, alpha, passed, at {count, symbol, in, index}}, `hRow`, `hColumn`, `hInitial`, `minEntropy` (0 if not passed), `validation` {passed, rows, columns (all ten estimators), reasons {rows, columns} of nulls}, `bitsPerSample`, `file`, `sha256`',
  'assess health':
    '`samples`, `bitsPerSample`, `rct` {cutoff, firstFailure (0-based index of a sample, or null), failures, longestRun}, `apt` {cutoff, window, firstFailure, failures, largestCount}, with `--bits 1` also `developerDefined` {monobit, transition, lag, lagPredictor, replay} each {alarms, firstFailure} and `limits`; `falseAlarmsPerSample`, `falseAlarmIntervalS` (at `rate`), `minEntropy`, `alphaExponent`, `aptFormula`, `file`, `sha256`, `packed`; a failure of a test is a finding, with exit code 0',
  'assess conditioning':
    '`hOut`, `perBit`, `fullEntropy`, `minusLog2Epsilon` (null with its reason in `reasons?` where it underflows), `bounds` {outputEntropy, nonVetted, assessed}, `vetted`, and the flags',
  serve:
    '`url` (with the token: a secret), `port`, `runs` (the folder); printed when the page can be opened, the command then goes on',
  show: '`run`, `id`, `experiment`, `status`, `params`, `results`, `energy`, `events`, `artifacts[]`, `manifest`',
  'device show': '`parameters`, `derived`, `pulse`, `temperatures`, `warnings[]`',
  'device trajectory':
    '`t_s[]`, `voltage_V[]`, `mx[]`, `my[]`, `mz[]`, `joule_J[]`, `temperature_K[]`; without `--json` CSV with the header `t_s,voltage_V,mx,my,mz` and 17 significant digits',
  'device switching': '`trials`, `switched`, `p`, `ci95[2]` (Wilson)',
  'device map': '`voltages[]`, `widths[]`, `trials`, `points[]` {voltage, width, switched, p, ci95[2]}',
  'device equilibrium': '`mz2`, `stderr`, `exact`, `spins`, `samples`, `step`',
  'device loop':
    '`dwell`, `rate`, `loops[]` {voltage, field[], resistanceUp[], resistanceDown[], switchingFields {up, down} {mean, sd, n}}',
  'device vcma':
    '`xi`, `standardError`, `trueXi`, `deviation` (in standard errors), `fit` {points[], leftOut[], hk, xi, deltaSlope, uncorrected, device}',
  'device energy':
    '`scope`, `kind` (modelled), `points[]` {width, joule, standardError, jouleParallel, jouleAntiparallel, charge}',
  'device distribution':
    '`quantity`, `unit`, `nominal`, `n`, `missing`, `mean`, `sd`, `median`, `min`, `max`, `quantiles`',
  'assess sts':
    '`tests` {frequency, blockFrequency, cusumForward, cusumReverse, runs, longestRun, rank, dft, nonOverlapping{template: p}, overlapping, universal, approximateEntropy, randomExcursions{x: p}, randomExcursionsVariant{x: p}, serial[2], linearComplexity}, null for a test that does not apply; `reasons`, `warnings`, `details` by test, `pValues` {run, below, expectedBelow}, `length`, `alpha`, `parameters`, `file`, `sha256`; with `--streams` `streams[]` of {tests, reasons, warnings, details} and `secondLevel[]` {test, part, streams, passed, expected[2], bins[10], uniformity, proportionPassed, uniformityPassed} instead of `tests`',
  'assess fips':
    '`blocks`, `passed`, `failed`, `failures` {monobit, poker, runs, longRun, continuous}, `firstFailure` (block or null), `unusedBytes`, `file`, `sha256`',
  'assess ent':
    '`mode` (byte, bit), `samples`, `entropy`, `bitsPerSample`, `chiSquare`, `degrees`, `chiSquareP`, `mean`, `monteCarloPi`, `monteCarloError`, `serialCorrelation`, `reasons` of nulls, `file`, `sha256`',
  entropy:
    'needs `--out`: `status` (finished, interrupted, failed), `bytes`, `wantedBytes`, `sha256`, `file`, `sidecar`, `notEntropy`, `mode`, and the rest of the sidecar ([bits](entropy.md), [the tap](entropy-tap.md))',
  entropyd:
    'once it serves, `pid`, `listen` {entropy?, tcp?, raw?, metrics?} of {path} or {host, port}, `allowSimulated`; with `--print-config` the configuration, with `--check-config` {ok, config}; its log on standard error is lines of JSON',
  flash:
    '`image`, `sha256`, `bytes`, `blocks`, `volume`, `boardId`, `restarted` (whether the drive went away, as it does when the chip starts the firmware)',
  'virtual-usb':
    'once it listens, `listen` {host, port} or {path}, `exports[]` {busId, uri, kind, serial, attach (the command, null on a Unix socket)}; who comes and goes is told on standard error',
  recover: '`dir`, `state`, `recovered`, `events`, `truncatedBytes`, `damagedLines`, `missingEvents`, `removedFiles[]`',
};

function reference(program: Command): string {
  const globals = new Set(program.options.map(({ flags }) => flags));
  return [
    '# The `spindrift` command',
    '',
    '<!-- Written from the definition in cli/program.ts by cli/reference.test.ts; do not edit. -->',
    '',
    'One command, sub-commands by noun. Results go to standard output; progress, notes and failures go to standard error. With `--json` standard output carries one JSON document, in SI base units, and nothing else;',
    'a failure is the document `{"error": {exitCode, name, code, message, nextStep?, details?}}`.',
    '',
    '## Boards',
    '',
    'Every command that needs a board takes `--board URI`, default `sim:typical`.',
    '',
    '| URI | board |',
    '|---|---|',
    '| `sim:SCENARIO` | simulated; scenarios `typical`, `ideal`, `aged`, `broken`, `paper`; `?seed=7&rows=64&cols=64&tiles=1` chooses seed and size, `ambient=40` the temperature around it in °C, and `fault=stuck-row:5@1000000` breaks it while it works ([studies](entropy-studies.md#faults-that-happen-while-a-board-works)) |',
    "| `emu:SCENARIO` | the board's firmware on an emulated chip among the same parts; `?image=PATH` names another firmware, seed as above; three to eight times slower than the board would be while it works |",
    '| `tcp://HOST:PORT`, `unix:/PATH` | a program that serves a board |',
    '| `usb:` | the only board on USB; several are never chosen from |',
    '| `usb:SERIAL`, `usb:@PORT` | the board on USB with that serial number, or at that port, for instance `usb:@1-1.4`; `spindrift boards` shows both ([USB](usb.md)) |',
    '| `replay:RUN` | what a run recorded with `--record-wire`, answering again; `?speed=10` or `?speed=max` goes faster ([replay](replay.md)) |',
    '',
    'Quantities take SI prefixes and units (`850mV`, `1.2ns`, `12kA/m`) or plain numbers in SI base units.',
    '',
    '## Exit codes',
    '',
    '| code | meaning |',
    '|---|---|',
    ...Object.entries(EXIT).map(([name, code]) => `| ${code} | ${MEANING[name as keyof typeof EXIT]} |`),
    '',
    'The first Ctrl-C stops at the next safe point and completes the run folder; a second one ends the process at once.',
    '',
    '## Options of every command',
    '',
    ...optionTable(program.options.filter(({ long }) => long !== '--version')),
    ...program.commands.flatMap((command) =>
      command.commands.length === 0 ? section(command, globals) : group(command, globals),
    ),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

/** Where a noun with commands of its own is explained. */
const GROUP_PAGE: Readonly<Record<string, string>> = {
  device: '[the physicist’s session](device.md)',
  runs: '[exporting, finding and comparing runs](runs-export.md)',
  assess: '[what a file of bits is worth](entropy-assessment.md) and [statistical tests](sp800-22.md)',
};

/** A noun with commands of its own. */
function group(command: Command, globals: ReadonlySet<string>): string[] {
  if (JSON_KEYS[command.name()] !== undefined) {
    // The noun alone is a command as well.
    return [
      ...section(command, globals),
      '',
      `See ${GROUP_PAGE[command.name()] ?? ''}.`,
      ...command.commands.flatMap((part) => section(part, globals, `${command.name()} ${part.name()}`, '###')),
    ];
  }
  return [
    '',
    `## \`spindrift ${command.name()}\``,
    '',
    `${capital(command.description())}. See ${GROUP_PAGE[command.name()] ?? ''}.`,
    ...command.commands.flatMap((part) => section(part, globals, `${command.name()} ${part.name()}`, '###')),
  ];
}

function section(command: Command, globals: ReadonlySet<string>, name = command.name(), head = '##'): string[] {
  const args = command.registeredArguments.filter(({ description }) => description !== '');
  const own = command.options.filter(({ flags }) => !globals.has(flags));
  const usage = command.usage().replace(' [command]', '');
  return [
    '',
    `${head} \`spindrift ${name}\``,
    '',
    `${capital(command.description())}.`,
    '',
    '```',
    `spindrift ${name} ${usage}`.replace(/ \[options\]/, own.length > 0 ? ' [options]' : ''),
    '```',
    ...(args.length === 0
      ? []
      : [
          '',
          '| argument | meaning |',
          '|---|---|',
          ...args.map((arg) => `| \`${arg.name()}\` | ${arg.description} |`),
        ]),
    ...(own.length === 0 ? [] : ['', ...optionTable(own)]),
    '',
    `JSON: ${JSON_KEYS[name]!}.`,
  ];
}

function optionTable(options: readonly Option[]): string[] {
  return [
    '| flag | meaning |',
    '|---|---|',
    ...options.map(({ flags, description }) => `| \`${flags.replace(/\|/g, '\\|')}\` | ${description} |`),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
