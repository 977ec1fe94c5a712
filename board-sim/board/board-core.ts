import { RandomStream, type Clock } from '../../base/index.js';
import { spindrift, toU64, type ReplyFields, type Request, type RequestBody } from '../../proto/index.js';
import { COIL_BUDGET_A2S, type HeaderSpec } from '../parts/index.js';
import { type BoardFaultSpec } from '../faults/index.js';
import { type BoardScenario } from '../scenarios/index.js';
import { type ArrayGeometry } from '../array-unit/index.js';
import { type TrimSaturation } from './bias-controller.js';
import { calibrationToken, factoryCalibration, type CalibrationStore } from './calibration.js';
import { type Call } from './call.js';
import { configToken } from './drive.js';
import { Hardware } from './hardware.js';
import { HeaderPort } from './header/header-port.js';
import { HealthMonitor } from './health.js';
import { simulatedSerial } from './identity.js';
import { BoardLog } from './log.js';
import { Refusal, checkField } from './refusal.js';
import { Safety } from './safety.js';
import { heartbeatBody, type Session, type SessionBoard } from './session.js';
import { TileWriter } from './tile-writer.js';
import { verbTable } from './verbs/index.js';
import { SESSION_LIMITS } from './limits.js';

const { FaultCode, Severity, Status } = spindrift.v1;

/** The firmware's part of the stand-in: state, session, verbs, events. */
export class BoardCore implements SessionBoard {
  readonly scenario: BoardScenario;
  readonly seed: number | bigint;
  readonly geometry: ArrayGeometry;
  readonly clock: Clock;
  readonly hardware: Hardware;
  readonly writer: TileWriter;
  /** The auxiliary header. */
  readonly port: HeaderPort;
  readonly safety = new Safety((on) => this.hardware.power(on));
  readonly serial: string;
  readonly log: BoardLog;
  readonly calibration: CalibrationStore;
  health = new HealthMonitor();
  greeted = false;
  /** Silence of the host that is acted on while armed, ms; 0 = never. */
  hostSilenceMs = 0;
  /** Blocks that lossy streams dropped since boot. */
  blocksDropped = 0;
  session: Session | undefined;
  #boots = 0;
  #bootId = 0;

  constructor(
    scenario: BoardScenario,
    seed: number | bigint,
    geometry: ArrayGeometry,
    clock: Clock,
    header?: HeaderSpec,
    faults: readonly BoardFaultSpec[] = [],
  ) {
    this.scenario = scenario;
    this.seed = seed;
    this.geometry = geometry;
    this.clock = clock;
    this.hardware = new Hardware(scenario, seed, geometry, faults);
    this.hardware.onCoilOverload = () => this.#coilOverload();
    this.port = new HeaderPort(clock, header);
    this.writer = new TileWriter(this.hardware);
    this.serial = simulatedSerial(scenario, seed, geometry);
    this.calibration = factoryCalibration({ scenario, cells: this.hardware.unit(0).cells, table: this.hardware.table });
    this.log = new BoardLog(
      clock,
      () => this.hardware.meters.microseconds,
      (fields) => this.session?.event(fields),
    );
    this.boot();
  }

  get bootId(): number {
    return this.#bootId;
  }

  get armed(): boolean {
    return this.safety.armed;
  }

  get configHash(): number {
    return configToken(this.hardware.drive, this.calibration.generation);
  }

  get calibrationHash(): number {
    return calibrationToken(this.serial, this.calibration.generation);
  }

  /** Power-up or reboot: everything but junction states and calibration starts anew. */
  boot(): void {
    this.#boots++;
    this.#bootId = RandomStream.from(this.seed, 'boot', this.#boots).nextU32() || 1;
    this.safety.makeSafe();
    if (this.safety.interlockClosed) this.safety.clear();
    this.hardware.restart();
    this.port.boot();
    this.hardware.controller.presetCoil(this.calibration.coilTrimUt);
    this.health = new HealthMonitor();
    this.blocksDropped = 0;
    this.greeted = false;
    this.log.restart();
  }

  acceptsEarly(verb: RequestBody): boolean {
    return verb === 'hello' || verb === 'reboot';
  }

  serve(call: Call, request: Request): void {
    const verb = request.body;
    const run = verb === undefined ? undefined : verbTable.get(verb);
    if (run === undefined) {
      call.refuse(Status.STATUS_NOT_IMPLEMENTED, `${verb ?? 'verb'}: not served by this board; see its features`);
      return;
    }
    run(this, call, request);
  }

  heartbeat(): ReplyFields {
    return heartbeatBody(this.#bootId, this.hardware.meters.microseconds, this.safety.state);
  }

  hostSilent(seconds: number): void {
    this.trip(FaultCode.FAULT_CODE_HOST_SILENCE, 'link', Math.round(seconds * 1000), this.hostSilenceMs);
  }

  /** A fault: safe state first, then the event. */
  trip(code: spindrift.v1.FaultCode, source: string, value: number, limit: number): void {
    this.safety.trip(code);
    this.session?.cancelCalls();
    this.faultEvent(code, Severity.SEVERITY_ERROR, source, value, limit);
  }

  /** Tells of a fault without acting on it. */
  faultEvent(
    code: spindrift.v1.FaultCode,
    severity: spindrift.v1.Severity,
    source: string,
    value: number,
    limit: number,
  ): void {
    const tUs = toU64(this.hardware.meters.microseconds);
    this.session?.event({ body: 'fault', fault: { code, severity, source, value, limit, tUs } });
  }

  /** A reboot that the host asked for: the session is gone, the link stays. */
  restart(): void {
    this.session?.reset();
    this.boot();
  }

  /** The coil has used up its I²t budget: safe state, and an end of what heated it. */
  #coilOverload(): never {
    const heat = Math.round(this.hardware.meters.coilHeat * 1000);
    this.trip(FaultCode.FAULT_CODE_OVER_CURRENT, 'coil', heat, COIL_BUDGET_A2S * 1000);
    throw new Refusal(Status.STATUS_HARDWARE_FAULT, 'the coil used up its I2t budget; let it cool below 15 mT');
  }

  /** The host is gone. */
  endSession(): void {
    this.session?.close();
    this.session = undefined;
    this.greeted = false;
    this.port.lamp.start();
    this.safety.makeSafe();
  }

  /** Takes the array for a call until the call ends. @throws Refusal when the configuration is another one, the drive is off, or it is held */
  holdArray(call: Call): void {
    if (call.configHash !== this.configHash)
      throw new Refusal(
        Status.STATUS_STALE_CONFIG,
        `${call.verb}: config_hash ${call.configHash} is not in force; read the state again`,
      );
    const stop = (): void => call.refuse(Status.STATUS_CANCELLED, 'the drive was switched off');
    this.safety.take(call.verb, stop);
    call.onEnd = () => this.safety.release(stop);
  }

  /** @throws Refusal RESOURCE_EXHAUSTED when as many streams are open as the session may have */
  needStream(call: Call): void {
    if ((this.session?.streams ?? 0) >= SESSION_LIMITS.maxStreams)
      throw new Refusal(
        Status.STATUS_RESOURCE_EXHAUSTED,
        `${call.verb}: at most ${SESSION_LIMITS.maxStreams} streams at once`,
        20,
      );
  }

  /** @throws Refusal OUT_OF_RANGE for an array that is not there */
  checkTile(tile: number): number {
    return checkField('tile', tile, 0, this.geometry.tiles - 1);
  }

  /** The controller ran into the end of a knob: it stays there and says so. */
  reportSaturation(saturations: readonly TrimSaturation[]): void {
    for (const { knob, row, value } of saturations) {
      const what = knob === 'coil' ? 'coil trim' : `width trim of row ${row}`;
      const unit = knob === 'coil' ? 'uT' : 'ps';
      this.log.write(Severity.SEVERITY_WARNING, 'controller', `${what} at its end: ${Math.round(value)} ${unit}`);
      this.faultEvent(
        FaultCode.FAULT_CODE_HEALTH,
        Severity.SEVERITY_WARNING,
        'controller',
        Math.round(value),
        Math.round(value),
      );
    }
  }
}
