#include "drive.h"

#include <stddef.h>

#include "limits.h"
#include "text.h"

/* A step of the 16-bit converter over 2.5 V is 78125 / 2048 µV, exactly. */
#define STEP_NUMERATOR 78125
#define STEP_DENOMINATOR 2048
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

const drive_limits_t drive_limits_compiled = {
    .stair_uv = {STAIR_1_UV, STAIR_2_UV, STAIR_3_UV},
    .width_ps = WIDTH_MAX_PS,
    .bias_uv = BIAS_MAX_UV,
    .read_uv = READ_MAX_UV,
    .field_ut = FIELD_MAX_UT,
};
drive_limits_t drive_limits = {
    .stair_uv = {STAIR_1_UV, STAIR_2_UV, STAIR_3_UV},
    .width_ps = WIDTH_MAX_PS,
    .bias_uv = BIAS_MAX_UV,
    .read_uv = READ_MAX_UV,
    .field_ut = FIELD_MAX_UT,
};
const uint32_t drive_stairs_ps[STAIRS] = {STAIR_1_PS, STAIR_2_PS, STAIR_3_PS};

static int32_t between(int32_t value, int32_t min, int32_t max) {
    return value < min ? min : value > max ? max : value;
}

void drive_limits_make_sound(drive_limits_t *limits) {
    const drive_limits_t *most = &drive_limits_compiled;
    for (int k = 0; k < STAIRS; k++) {
        limits->stair_uv[k] = between(limits->stair_uv[k], 0, most->stair_uv[k]);
        /* A longer pulse never allows more. */
        if (k > 0) limits->stair_uv[k] = between(limits->stair_uv[k], 0, limits->stair_uv[k - 1]);
    }
    if (limits->width_ps < WIDTH_MIN_PS) {
        for (int k = 0; k < STAIRS; k++) limits->stair_uv[k] = 0;
        limits->width_ps = WIDTH_MIN_PS;
    }
    if (limits->width_ps > most->width_ps) limits->width_ps = most->width_ps;
    limits->width_ps -= limits->width_ps % WIDTH_STEP_PS;
    limits->bias_uv = between(limits->bias_uv, 0, most->bias_uv);
    /* Without any read voltage nothing can be read: the least one does no harm. */
    limits->read_uv = between(limits->read_uv, READ_MIN_UV + DAC_STEP_UV_ROUNDED, most->read_uv);
    limits->field_ut = between(limits->field_ut, 0, most->field_ut);
    limits->field_ut -= limits->field_ut % FIELD_STEP_UT;
}

static int64_t magnitude_of(int32_t uv) {
    return uv < 0 ? -(int64_t)uv : uv;
}

uint32_t drive_longest_ps(int32_t amplitude_uv) {
    uint32_t longest = 0;
    for (int k = 0; k < STAIRS; k++)
        if (magnitude_of(amplitude_uv) <= drive_limits.stair_uv[k]) longest = drive_stairs_ps[k];
    return longest < drive_limits.width_ps ? longest : drive_limits.width_ps;
}

uint32_t drive_trimmed_ps(int32_t amplitude_uv, uint32_t width_ps, int32_t trim_ps) {
    int64_t wanted = (int64_t)width_ps + trim_ps, longest = drive_longest_ps(amplitude_uv);
    if (wanted < WIDTH_MIN_PS) wanted = WIDTH_MIN_PS;
    if (wanted > longest) wanted = longest;
    return wanted < WIDTH_MIN_PS ? 0 : (uint32_t)wanted;
}

/* What amplitude a width allows. */
static int32_t most_uv(uint32_t width_ps) {
    for (int k = 0; k < STAIRS; k++)
        if (width_ps <= drive_stairs_ps[k]) return drive_limits.stair_uv[k];
    return 0;
}

drive_t drive_within(const drive_t *drive) {
    drive_t out = *drive;
    if (out.width_ps > drive_limits.width_ps) out.width_ps = drive_limits.width_ps;
    int32_t most = most_uv(out.width_ps);
    out.amplitude_uv = most < AMPLITUDE_MIN_UV ? 0 : between(out.amplitude_uv, -most, most);
    out.bias_uv = between(out.bias_uv, -drive_limits.bias_uv, drive_limits.bias_uv);
    if (out.read_uv > (uint32_t)drive_limits.read_uv) out.read_uv = (uint32_t)drive_limits.read_uv;
    out.field_ut = between(out.field_ut, -drive_limits.field_ut, drive_limits.field_ut);
    refusal_t none;
    drive_accept(&out, &out, &none);
    return out;
}

static bool refuse_amplitude(const drive_t *wanted, const char *before, int64_t value, const char *behind, int64_t more, const char *end,
                             refusal_t *refusal) {
    char limit[64];
    text_t text = text_begin(limit, sizeof limit);
    text_add(&text, before);
    text_add_int(&text, value);
    text_add(&text, behind);
    text_add_int(&text, more);
    text_add(&text, end);
    return refuse_range(refusal, "amplitude_uv", wanted->amplitude_uv, limit);
}

static bool check_staircase(const drive_t *wanted, int64_t magnitude, refusal_t *refusal) {
    int32_t most = most_uv(wanted->width_ps);
    if (magnitude <= most) return true;
    return refuse_amplitude(wanted, "at most ", most, " at ", wanted->width_ps, " ps", refusal);
}

static bool check_drive(const drive_t *wanted, int64_t magnitude, refusal_t *refusal) {
    const drive_limits_t *most = &drive_limits;
    if (magnitude != 0 && (magnitude < AMPLITUDE_MIN_UV || magnitude > most->stair_uv[0]))
        return refuse_amplitude(wanted, "magnitude must be 0 or ", AMPLITUDE_MIN_UV, " to ", most->stair_uv[0], "", refusal);
    return check_field(refusal, "width_ps", wanted->width_ps, WIDTH_MIN_PS, most->width_ps) &&
           check_staircase(wanted, magnitude, refusal) &&
           check_field(refusal, "bias_uv", wanted->bias_uv, -most->bias_uv, most->bias_uv) &&
           check_field(refusal, "read_uv", wanted->read_uv, READ_MIN_UV, most->read_uv) &&
           check_field(refusal, "read_ns", wanted->read_ns, READ_MIN_NS, READ_MAX_NS) &&
           check_field(refusal, "settle_ns", wanted->settle_ns, SETTLE_MIN_NS, SETTLE_MAX_NS) &&
           check_field(refusal, "field_ut", wanted->field_ut, -most->field_ut, most->field_ut);
}

bool drive_accept(const drive_t *wanted, drive_t *actual, refusal_t *refusal) {
    int64_t magnitude = magnitude_of(wanted->amplitude_uv);
    if (!check_drive(wanted, magnitude, refusal)) return false;
    int64_t parts = magnitude < ATTENUATED_BELOW_UV ? 2 * STEP_DENOMINATOR : STEP_DENOMINATOR;
    int64_t amplitude = round_div(round_div(magnitude * parts, STEP_NUMERATOR) * STEP_NUMERATOR, parts);
    width_setting_t width = width_setting(wanted->width_ps);
    int64_t width_ps = (int64_t)width.cycles * CYCLE_PS + (int64_t)width.codes * WIDTH_STEP_PS;
    if (width_ps > drive_limits.width_ps) width_ps = drive_limits.width_ps;
    /* Rounding leads neither over a stair nor over the end of the range. */
    if (amplitude > most_uv((uint32_t)width_ps)) amplitude = most_uv((uint32_t)width_ps);
    *actual = (drive_t){
        .bias_uv = (int32_t)dac_uv(wanted->bias_uv, -drive_limits.bias_uv, drive_limits.bias_uv),
        .amplitude_uv = (int32_t)(wanted->amplitude_uv < 0 ? -amplitude : amplitude),
        .width_ps = (uint32_t)width_ps,
        .settle_ns = (uint32_t)(round_div(wanted->settle_ns, TIME_STEP_NS) * TIME_STEP_NS),
        .read_uv = (uint32_t)dac_uv(wanted->read_uv, READ_MIN_UV, drive_limits.read_uv),
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
    int64_t magnitude = magnitude_of(amplitude_uv);
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
