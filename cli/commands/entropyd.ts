import { UsageError } from '../../base/index.js';
import { watchBoards } from '../../firmware-host/host/index.js';
import { configJsonSchema, configText } from '../../lab/entropyd/config/print-config.js';
import type { EntropydConfig } from '../../lab/entropyd/config/schema.js';
import { Entropyd, type EntropydAddresses } from '../../lab/entropyd/daemon.js';
import { loadAddEntropy, openRandomDevice } from '../../lab/entropyd/kernel/random-device.js';
import { QuietLog } from '../../lab/entropyd/log/quiet-log.js';
import { activatedSockets } from '../../lab/entropyd/serving/activation.js';
import { openTapSource } from '../../lab/entropyd/tap-source.js';
import { NOT_ENTROPY_MARK } from '../../lab/entropy/index.js';
import { DEFAULT_BOARD, type CommandAction, type CommandContext } from '../context.js';
import { readAssessments, type ReadAssessments } from '../entropyd/assessments.js';
import { configurationOf, type ConfigurationFlags } from '../entropyd/configuration.js';
import { watchDaemonSignals } from '../entropyd/daemon-signals.js';
import { tolerantSink } from '../entropyd/log-sink.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { failureOf } from '../failure.js';
import { pairs } from '../table.js';

/** The flags of `spindrift entropyd`. */
export interface EntropydFlags extends ConfigurationFlags {
  readonly allowSimulated?: boolean;
  readonly printConfig?: boolean;
  readonly checkConfig?: boolean;
  readonly printSchema?: boolean;
}

/** `spindrift entropyd`: serves random bytes until it is told to stop. */
export const entropyd: CommandAction<EntropydFlags> = async (context, flags) => {
  const { out } = context;
  if (flags.printSchema === true) {
    out.text(`${JSON.stringify(configJsonSchema(), null, 2)}\n`);
    return EXIT.done;
  }
  const named = flags.board ?? (context.board === DEFAULT_BOARD ? undefined : [context.board]);
  const config = await configurationOf(flags, named);
  if (flags.printConfig === true) {
    out.result(config, () => configText(config));
    return EXIT.done;
  }
  refuseStandIns(config, flags.allowSimulated === true);
  const assessments = await readAssessments(config);
  if (flags.checkConfig === true) {
    out.result({ ok: true, config }, () => 'the configuration is in order');
    return EXIT.done;
  }
  return serve(context, config, flags.allowSimulated === true, assessments);
};

async function serve(
  { out, clock, takeOverSignals }: CommandContext,
  config: EntropydConfig,
  allowSimulated: boolean,
  assessments: ReadAssessments,
): Promise<ExitCode> {
  const { level, repeatS } = config.log;
  const log = new QuietLog({ sink: tolerantSink(out.stderr), clock, level, repeatS });
  let daemon: Entropyd | undefined;
  const signals = watchDaemonSignals(takeOverSignals(), clock, () => log.answer('statistics', { ...daemon?.report() }));
  const device = config.kernel.device ?? '';
  try {
    if (allowSimulated) log.log('warn', `boards that are not real are let in: ${NOT_ENTROPY_MARK}`);
    for (const doubt of assessments.doubts) log.log('warn', doubt);
    const options = { tap: config.tap, allowSimulated, clock, ...assessments };
    daemon = await Entropyd.start(config, {
      ...{ clock, log, allowSimulated },
      activated: activatedSockets(process.env, process.pid),
      openSource: (uri, events, signal) => openTapSource(uri, events, signal, options),
      watchUsb: (signal) => watchBoards({ signal, clock, pollS: config.hotplug.pollS }),
      openMixDevice: () =>
        openRandomDevice(device, config.kernel.credit ? loadAddEntropy : undefined, (noted, text) =>
          log.log(noted, text),
        ),
    });
    const { addresses } = daemon;
    log.log('info', 'serving', { ...addresses });
    out.result({ pid: process.pid, listen: addresses, allowSimulated }, () => describe(addresses));
    const signal = await Promise.race([signals.stopped, daemon.failed]);
    log.log('info', 'stopping', { signal });
    await daemon.stop();
    return EXIT.done;
  } catch (error) {
    const failure = failureOf(error);
    signals.limitStop();
    await daemon?.stop();
    // Standard output has had its document once the daemon served.
    if (daemon === undefined) throw error;
    out.note(`error: ${failure.message}`);
    return failure.exitCode;
  } finally {
    signals.dispose();
    log.close();
  }
}

/** What the URI tells already; the rest is refused when the board says what it is. */
function refuseStandIns({ boards }: EntropydConfig, allowSimulated: boolean): void {
  const standIn = boards.find(({ uri }) => /^(sim|emu|replay):/.test(uri));
  if (standIn !== undefined && !allowSimulated)
    throw new UsageError(`${standIn.uri} is not a real board: its bits are not entropy`, {
      nextStep: 'name a real board; for a trial without one add --allow-simulated, which marks everything',
    });
}

function describe(addresses: EntropydAddresses): string {
  const text = (address: EntropydAddresses['entropy']): string | undefined =>
    address === undefined ? undefined : 'path' in address ? address.path : `${address.host}:${address.port}`;
  return pairs([
    ['bytes', text(addresses.entropy)],
    ['port', text(addresses.tcp)],
    ['raw blocks', text(addresses.raw)],
    ['metrics', text(addresses.metrics)],
    ['log', 'standard error; Ctrl-C ends it'],
  ]);
}
