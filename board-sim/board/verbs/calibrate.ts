import { spindrift } from '../../../proto/index.js';
import { type BoardCore } from '../board-core.js';
import { calibrateGains } from '../calibrate-gains.js';
import {
  calibrateBias,
  calibrateOffsets,
  calibrateReadReference,
  type CalibrationFindings,
  type CalibrationProgress,
} from '../calibrations.js';
import { Refusal, invalid } from '../refusal.js';
import { verb } from './verb.js';

const { CalibrationRoutine, Status } = spindrift.v1;
type Routine = spindrift.v1.CalibrationRoutine;

/** Progress frames of a routine at most. */
const PROGRESS_FRAMES = 16;

const routines = new Map<Routine, (core: BoardCore, progress: CalibrationProgress) => CalibrationFindings>([
  [CalibrationRoutine.CALIBRATION_ROUTINE_ADC_OFFSET, calibrateOffsets],
  [CalibrationRoutine.CALIBRATION_ROUTINE_ADC_GAIN, calibrateGains],
  [CalibrationRoutine.CALIBRATION_ROUTINE_READ_REFERENCE, calibrateReadReference],
  [CalibrationRoutine.CALIBRATION_ROUTINE_BIAS_TO_HALF, calibrateBias],
]);

/** Runs a calibration routine. */
export const calibrate = verb('calibrate', (core, call, message) => {
  const { routine } = message;
  if (
    routine < CalibrationRoutine.CALIBRATION_ROUTINE_ADC_OFFSET ||
    routine > CalibrationRoutine.CALIBRATION_ROUTINE_BIAS_TO_HALF
  )
    throw invalid(`routine: unknown value ${routine}`);
  const run = routines.get(routine);
  if (run === undefined)
    throw new Refusal(
      Status.STATUS_NOT_IMPLEMENTED,
      `calibrate: ${CalibrationRoutine[routine]} is not served by this board`,
    );
  core.holdArray(call);
  const { values, failed } = run(core, (done, total) => {
    if (done % Math.ceil(total / PROGRESS_FRAMES) === 0)
      call.progress({ body: 'calibrateReply', calibrateReply: { done, total } });
  });
  core.calibration.generation++;
  call.finish({
    body: 'calibrateReply',
    calibrateReply: {
      done: 1,
      total: 1,
      values,
      failed,
      calibrationHash: core.calibrationHash,
      configHash: core.configHash,
    },
  });
});
