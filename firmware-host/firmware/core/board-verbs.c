/* Who the board is, what it allows, what it is doing; its settings; hello and reboot. */
#include <string.h>

#include "bit-source.h"
#include "calibration.h"
#include "events.h"
#include "front-end.h"
#include "lamp.h"
#include "limits.h"
#include "port.h"
#include "safety.h"
#include "schema.h"
#include "session.h"
#include "text.h"
#include "verbs.h"
#include "version.h"
#include "wake.h"

static const spindrift_v1_Feature features[] = {
    spindrift_v1_Feature_FEATURE_SHOTS,           spindrift_v1_Feature_FEATURE_SHOT_STREAM,     spindrift_v1_Feature_FEATURE_BITS,
    spindrift_v1_Feature_FEATURE_VON_NEUMANN,     spindrift_v1_Feature_FEATURE_XOR_FOLD,        spindrift_v1_Feature_FEATURE_BIAS_CONTROLLER,
    spindrift_v1_Feature_FEATURE_READ_MAP,        spindrift_v1_Feature_FEATURE_PROGRAM_TILE,    spindrift_v1_Feature_FEATURE_MULTIPLY_VECTOR,
    spindrift_v1_Feature_FEATURE_MULTIPLY_STREAM, spindrift_v1_Feature_FEATURE_CALIBRATE,       spindrift_v1_Feature_FEATURE_TELEMETRY,
    spindrift_v1_Feature_FEATURE_SELF_TEST,       spindrift_v1_Feature_FEATURE_REBOOT,          spindrift_v1_Feature_FEATURE_COIL,
    spindrift_v1_Feature_FEATURE_LOG,             spindrift_v1_Feature_FEATURE_PINS,            spindrift_v1_Feature_FEATURE_PIN_WATCH,
    spindrift_v1_Feature_FEATURE_I2C,             spindrift_v1_Feature_FEATURE_CALIBRATION_BLOB, spindrift_v1_Feature_FEATURE_BOOTLOADER,
};
#define FEATURES (sizeof features / sizeof *features)
/* The last one needs the chip's own ROM, which the emulator has not. */
#define EMULATED_FEATURES (FEATURES - 1)

static void write_identity(spindrift_v1_Identity *identity) {
    identity->kind = port_emulated() ? spindrift_v1_BoardKind_BOARD_KIND_EMULATED : spindrift_v1_BoardKind_BOARD_KIND_REAL;
    text_copy(identity->model, sizeof identity->model, "Spindrift VCMA-MTJ array board");
    text_copy(identity->serial, sizeof identity->serial, port_serial());
    identity->revision = 1;
    text_copy(identity->array_id, sizeof identity->array_id, port_serial());
    identity->has_geometry = true;
    identity->geometry = (spindrift_v1_Geometry){.rows = BOARD_ROWS, .cols = BOARD_COLS, .tiles = BOARD_TILES};
    text_copy(identity->firmware, sizeof identity->firmware, FIRMWARE_VERSION);
    /* Nothing of the place or time of the build is in the image: the version says which sources these are. */
    text_copy(identity->git_hash, sizeof identity->git_hash, "release");
    text_copy(identity->build_flags, sizeof identity->build_flags, port_emulated() ? "emulated" : "");
    text_copy(identity->name, sizeof identity->name, port_serial());
}

static void write_drive(spindrift_v1_DriveConfig *out, const drive_t *drive) {
    *out = (spindrift_v1_DriveConfig){
        .bias_uv = drive->bias_uv,
        .amplitude_uv = drive->amplitude_uv,
        .width_ps = drive->width_ps,
        .settle_ns = drive->settle_ns,
        .read_uv = drive->read_uv,
        .read_ns = drive->read_ns,
        .field_ut = drive->field_ut,
    };
}

static void write_greeting(const spindrift_v1_Hello *hello) {
    reply_new(spindrift_v1_DeviceToHost_hello_reply_tag);
    spindrift_v1_HelloReply *out = &reply.body.hello_reply;
    out->nonce = hello->nonce;
    out->protocol_major = PROTOCOL_MAJOR;
    out->protocol_minor = PROTOCOL_MINOR;
    out->min_peer_minor = MIN_PEER_MINOR;
    out->boot_id = port_boot_id();
    out->schema_hash = SCHEMA_HASH;
    out->has_identity = true;
    write_identity(&out->identity);
    out->features_count = (pb_size_t)(port_emulated() ? EMULATED_FEATURES : FEATURES);
    memcpy(out->features, features, out->features_count * sizeof *features);
    out->has_limits = true;
    out->limits = (spindrift_v1_SessionLimits){
        .max_control_bytes = MAX_CONTROL_BYTES,
        .max_rx_frame = MAX_RX_FRAME,
        .max_inflight = MAX_INFLIGHT,
        .max_streams = MAX_STREAMS,
        .inline_bits = INLINE_BITS,
        .rx_credit = RX_CREDIT_BYTES,
    };
    out->calibration_hash = calibration_token();
    out->config_hash = front_config_token();
    out->host_silence_ms = hello->host_silence_ms;
}

/* One that is open already is reset: every call ends CANCELLED and the array goes safe. */
bool verb_hello(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    const spindrift_v1_Hello hello = request->body.hello;
    session_cancel_calls(call);
    safety_make_safe();
    session_ungreet();
    lamp_start();
    log_level(spindrift_v1_Severity_SEVERITY_WARNING);
    if (hello.protocol_major != PROTOCOL_MAJOR || hello.min_peer_minor > PROTOCOL_MINOR)
        return refuse(refusal, STATUS_FAILED_PRECONDITION, "this board speaks protocol 1.0, the host asks for another", NULL);
    if (hello.host_silence_ms == 0 && !port_emulated())
        return refuse_range(refusal, "host_silence_ms", 0, "a board that can pulse needs to know when its host is gone");
    session_greet(hello.host_silence_ms);
    write_greeting(&hello);
    call_finish(call);
    return true;
}

bool verb_set_log_level(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    spindrift_v1_Severity level = request->body.set_log_level.level;
    if (level < spindrift_v1_Severity_SEVERITY_DEBUG || level > spindrift_v1_Severity_SEVERITY_ERROR)
        return refuse(refusal, STATUS_INVALID_ARGUMENT, "set_log_level: unknown severity", NULL);
    log_level(level);
    call_done(call);
    return true;
}

bool verb_get_identity(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    (void)request;
    (void)refusal;
    reply_new(spindrift_v1_DeviceToHost_get_identity_reply_tag);
    reply.body.get_identity_reply.has_identity = true;
    write_identity(&reply.body.get_identity_reply.identity);
    call_finish(call);
    return true;
}

static spindrift_v1_UnsignedRange range(uint32_t min, uint32_t max, uint32_t step) {
    return (spindrift_v1_UnsignedRange){.min = min, .max = max, .step = step};
}

static spindrift_v1_SignedRange both_ways(int32_t max, uint32_t step) {
    return (spindrift_v1_SignedRange){.min = -max, .max = max, .step = step};
}

bool verb_get_limits(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    (void)request;
    (void)refusal;
    reply_new(spindrift_v1_DeviceToHost_get_limits_reply_tag);
    spindrift_v1_GetLimitsReply *out = &reply.body.get_limits_reply;
    out->has_amplitude_uv = out->has_width_ps = out->has_bias_uv = out->has_read_uv = true;
    out->has_read_ns = out->has_settle_ns = out->has_field_ut = true;
    const drive_limits_t *most = &drive_limits;
    out->amplitude_uv = range(AMPLITUDE_MIN_UV, (uint32_t)most->stair_uv[0], DAC_STEP_UV_ROUNDED);
    out->bipolar = true;
    out->width_ps = range(WIDTH_MIN_PS, most->width_ps, WIDTH_STEP_PS);
    out->pulse_limits_count = STAIRS;
    for (int k = 0; k < STAIRS; k++)
        out->pulse_limits[k] =
            (spindrift_v1_PulseLimit){.width_ps = drive_stairs_ps[k], .amplitude_uv = (uint32_t)most->stair_uv[k]};
    out->bias_uv = both_ways(most->bias_uv, DAC_STEP_UV_ROUNDED);
    out->read_uv = range(READ_MIN_UV, (uint32_t)most->read_uv, DAC_STEP_UV_ROUNDED);
    out->read_ns = range(READ_MIN_NS, READ_MAX_NS, TIME_STEP_NS);
    out->settle_ns = range(SETTLE_MIN_NS, SETTLE_MAX_NS, TIME_STEP_NS);
    out->field_ut = both_ways(most->field_ut, FIELD_STEP_UT);
    out->max_shots = MAX_SHOTS;
    out->max_pulses_per_shot = MAX_PULSES_PER_SHOT;
    out->max_pulses_per_second = MAX_PULSES_PER_SECOND;
    out->max_duty_ppm = MAX_DUTY_PPM;
    out->max_input_bits = MAX_INPUT_BITS;
    out->max_repeats = MAX_REPEATS;
    out->max_verify_passes = MAX_VERIFY_PASSES;
    out->max_block_bytes = MAX_BLOCK_BYTES;
    call_finish(call);
    return true;
}

bool verb_get_state(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    (void)request;
    (void)refusal;
    reply_new(spindrift_v1_DeviceToHost_get_state_reply_tag);
    spindrift_v1_GetStateReply *out = &reply.body.get_state_reply;
    out->state = safety_state();
    out->fault = safety_fault();
    out->interlock_closed = port_interlock_closed();
    out->has_config = true;
    write_drive(&out->config, &settings);
    out->config_hash = front_config_token();
    out->calibration_hash = calibration_token();
    out->uptime_us = port_uptime_us();
    out->boot_id = port_boot_id();
    call_finish(call);
    return true;
}

bool verb_set_config(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    const spindrift_v1_SetConfig *wanted = &request->body.set_config;
    if (!safety_idle(call, refusal)) return false;
    if (!wanted->has_config)
        return refuse(refusal, STATUS_INVALID_ARGUMENT, "set_config: config is missing; it replaces all settings", NULL);
    const spindrift_v1_DriveConfig *config = &wanted->config;
    const drive_t drive = {
        .bias_uv = config->bias_uv,
        .amplitude_uv = config->amplitude_uv,
        .width_ps = config->width_ps,
        .settle_ns = config->settle_ns,
        .read_uv = config->read_uv,
        .read_ns = config->read_ns,
        .field_ut = config->field_ut,
    };
    drive_t actual;
    if (!drive_accept(&drive, &actual, refusal)) return false;
    bool other_pulse = actual.amplitude_uv != settings.amplitude_uv || actual.width_ps != settings.width_ps;
    front_set_drive(&actual);
    if (other_pulse) bit_source_retune();
    reply_new(spindrift_v1_DeviceToHost_set_config_reply_tag);
    reply.body.set_config_reply.has_actual = true;
    write_drive(&reply.body.set_config_reply.actual, &actual);
    reply.body.set_config_reply.config_hash = front_config_token();
    call_finish(call);
    return true;
}
