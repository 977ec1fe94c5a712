#include "drive.h"

#include <stddef.h>

#include "limits.h"
#include "text.h"

/* A step of the 16-bit converter over 2.5 V is 78125 / 2048 µV, exactly. */
#define STEP_NUMERATOR 78125
#define STEP_DENOMINATOR 2048
/* Below this amplitude the attenuator halves both the amplitude and its step. */
#define ATTENUATED_BELOW_UV 800000
/* One cycle of the pulse program. */
#define CYCLE_PS 8000

const drive_t drive_at_boot = {
    .bias_uv = 0,
    .amplitude_uv = 1600000,
    .width_ps = 30000,
    .settle_ns = 80,
    .read_uv = 100000,
    .read_ns = 208,
    .field_ut = 0,
};

static int64_t floor_div(int64_t value, int64_t by) {
    int64_t whole = value / by;
    return value % by < 0 ? whole - 1 : whole;
}

int64_t round_div(int64_t value, int64_t by) {
    return floor_div(2 * value + by, 2 * by);
}

/* The nearest voltage that the converter makes without leaving the range. */
static int64_t dac_uv(int64_t uv, int64_t min, int64_t max) {
    int64_t code = round_div(uv * STEP_DENOMINATOR, STEP_NUMERATOR);
    int64_t least = -floor_div(-min * STEP_DENOMINATOR, STEP_NUMERATOR);
    int64_t most = floor_div(max * STEP_DENOMINATOR, STEP_NUMERATOR);
    if (code < least) code = least;
    if (code > most) code = most;
    return round_div(code * STEP_NUMERATOR, STEP_DENOMINATOR);
}

width_setting_t width_setting(uint32_t width_ps) {
    width_setting_t setting;
    setting.cycles = (uint32_t)round_div(width_ps, CYCLE_PS);
    setting.codes = (int32_t)round_div((int64_t)width_ps - (int64_t)setting.cycles * CYCLE_PS, WIDTH_STEP_PS);
    return setting;
}

static bool check_staircase(const drive_t *wanted, int64_t magnitude, refusal_t *refusal) {
    static const struct {
        uint32_t width_ps;
        int32_t amplitude_uv;
    } stairs[STAIRS] = {{STAIR_1_PS, STAIR_1_UV}, {STAIR_2_PS, STAIR_2_UV}, {STAIR_3_PS, STAIR_3_UV}};
    for (int k = 0; k < STAIRS; k++) {
        if (wanted->width_ps > stairs[k].width_ps) continue;
        if (magnitude <= stairs[k].amplitude_uv) return true;
        char limit[48];
        text_t text = text_begin(limit, sizeof limit);
        text_add(&text, "at most ");
        text_add_int(&text, stairs[k].amplitude_uv);
        text_add(&text, " at ");
        text_add_int(&text, wanted->width_ps);
        text_add(&text, " ps");
        return refuse_range(refusal, "amplitude_uv", wanted->amplitude_uv, limit);
    }
    return true;
}

static bool check_drive(const drive_t *wanted, int64_t magnitude, refusal_t *refusal) {
    if (magnitude != 0 && (magnitude < AMPLITUDE_MIN_UV || magnitude > AMPLITUDE_MAX_UV))
        return refuse_range(refusal, "amplitude_uv", wanted->amplitude_uv, "magnitude must be 0 or 400000 to 2000000");
    return check_field(refusal, "width_ps", wanted->width_ps, WIDTH_MIN_PS, WIDTH_MAX_PS) &&
           check_staircase(wanted, magnitude, refusal) &&
           check_field(refusal, "bias_uv", wanted->bias_uv, -BIAS_MAX_UV, BIAS_MAX_UV) &&
           check_field(refusal, "read_uv", wanted->read_uv, READ_MIN_UV, READ_MAX_UV) &&
           check_field(refusal, "read_ns", wanted->read_ns, READ_MIN_NS, READ_MAX_NS) &&
           check_field(refusal, "settle_ns", wanted->settle_ns, SETTLE_MIN_NS, SETTLE_MAX_NS) &&
           check_field(refusal, "field_ut", wanted->field_ut, -FIELD_MAX_UT, FIELD_MAX_UT);
}

bool drive_accept(const drive_t *wanted, drive_t *actual, refusal_t *refusal) {
    int64_t magnitude = wanted->amplitude_uv < 0 ? -(int64_t)wanted->amplitude_uv : wanted->amplitude_uv;
    if (!check_drive(wanted, magnitude, refusal)) return false;
    int64_t parts = magnitude < ATTENUATED_BELOW_UV ? 2 * STEP_DENOMINATOR : STEP_DENOMINATOR;
    int64_t amplitude = round_div(round_div(magnitude * parts, STEP_NUMERATOR) * STEP_NUMERATOR, parts);
    if (amplitude > AMPLITUDE_MAX_UV) amplitude = AMPLITUDE_MAX_UV;
    width_setting_t width = width_setting(wanted->width_ps);
    int64_t width_ps = (int64_t)width.cycles * CYCLE_PS + (int64_t)width.codes * WIDTH_STEP_PS;
    *actual = (drive_t){
        .bias_uv = (int32_t)dac_uv(wanted->bias_uv, -BIAS_MAX_UV, BIAS_MAX_UV),
        .amplitude_uv = (int32_t)(wanted->amplitude_uv < 0 ? -amplitude : amplitude),
        .width_ps = (uint32_t)(width_ps < WIDTH_MAX_PS ? width_ps : WIDTH_MAX_PS),
        .settle_ns = (uint32_t)(round_div(wanted->settle_ns, TIME_STEP_NS) * TIME_STEP_NS),
        .read_uv = (uint32_t)dac_uv(wanted->read_uv, READ_MIN_UV, READ_MAX_UV),
        .read_ns = (uint32_t)(round_div(wanted->read_ns, TIME_STEP_NS) * TIME_STEP_NS),
        .field_ut = (int32_t)(round_div(wanted->field_ut, FIELD_STEP_UT) * FIELD_STEP_UT),
    };
    return true;
}

uint32_t drive_token(const drive_t *drive, uint32_t generation) {
    const uint32_t values[] = {
        (uint32_t)drive->bias_uv, (uint32_t)drive->amplitude_uv, drive->width_ps,          drive->settle_ns,
        drive->read_uv,           drive->read_ns,                (uint32_t)drive->field_ut, generation,
    };
    uint32_t hash = 0x811c9dc5u;
    for (size_t k = 0; k < sizeof values / sizeof *values; k++) {
        hash = (hash ^ (values[k] & 0xffff)) * 0x01000193u;
        hash = (hash ^ (values[k] >> 16)) * 0x01000193u;
    }
    return hash != 0 ? hash : 1;
}

static uint16_t code_16(int64_t code) {
    return (uint16_t)(code < 0 ? 0 : code > 65535 ? 65535 : code);
}

uint16_t drive_vamp_code(int32_t amplitude_uv, uint8_t *ctrl) {
    int64_t magnitude = amplitude_uv < 0 ? -(int64_t)amplitude_uv : amplitude_uv;
    *ctrl = 0;
    if (magnitude == 0) return 0;
    if (amplitude_uv < 0) *ctrl |= CTRL_NEGATIVE;
    if (magnitude >= ATTENUATED_BELOW_UV) return code_16(round_div(magnitude * STEP_DENOMINATOR, STEP_NUMERATOR));
    *ctrl |= CTRL_ATTENUATOR;
    return code_16(round_div(magnitude * 2 * STEP_DENOMINATOR, STEP_NUMERATOR));
}

uint16_t drive_level_code(int32_t uv) {
    return code_16((int64_t)DAC_VMID_CODE + round_div((int64_t)uv * STEP_DENOMINATOR, STEP_NUMERATOR));
}

uint16_t drive_coil_code(int32_t field_ut) {
    return code_16((int64_t)DAC_VMID_CODE + round_div((int64_t)field_ut * DAC_VMID_CODE, FIELD_MAX_UT));
}
