#include "pulse.h"

#include <stddef.h>

#include "limits.h"

#define CYCLE_NS 8u
/* Cycles of the pulse program besides its waits (board reference, 4.1). */
#define FIXED_CYCLES 50u
#define DELAY_CODES 1024
/* A row may be pulsed a tenth of any millisecond: 100 µs, and then rests for the other 900. */
#define ON_TIME_PS 100000000u
#define DUTY_DIVISOR 10u
/* Units of the non-linearity tables in one step of the delay line. */
#define INL_PER_STEP 20

/* The two codes for a difference: one of them stays at zero. */
static void set_codes(pulse_t *pulse, int32_t difference) {
    int32_t a = difference < 0 ? -difference : 0, b = difference > 0 ? difference : 0;
    pulse->code_a = (uint16_t)(a < DELAY_CODES ? a : DELAY_CODES - 1);
    pulse->code_b = (uint16_t)(b < DELAY_CODES ? b : DELAY_CODES - 1);
}

/* What the codes make too much of a wanted difference, in units of the non-linearity. */
static int32_t excess(const pulse_t *pulse, int32_t wanted, const delay_correction_t *correction) {
    return (pulse->code_b - pulse->code_a - wanted) * INL_PER_STEP + correction->inl_b[pulse->code_b] - correction->inl_a[pulse->code_a];
}

/* Sets the codes and takes skew and non-linearity off: of the differences about the one that should be right, the best. */
static void correct_codes(pulse_t *pulse, int32_t wanted, const delay_correction_t *correction) {
    wanted -= (int32_t)round_div(correction->skew_ps, WIDTH_STEP_PS);
    set_codes(pulse, wanted);
    if (correction->inl_a == NULL || correction->inl_b == NULL) return;
    int32_t first = wanted - (int32_t)round_div(excess(pulse, wanted, correction), INL_PER_STEP) - 1;
    int32_t best = INT32_MAX;
    for (int32_t difference = first; difference <= first + 2; difference++) {
        pulse_t other;
        set_codes(&other, difference);
        int32_t off = excess(&other, wanted, correction);
        if (off < 0) off = -off;
        if (off >= best) continue;
        best = off;
        pulse->code_a = other.code_a;
        pulse->code_b = other.code_b;
    }
}

pulse_t pulse_plan(const drive_t *drive, int32_t trim_ps, const delay_correction_t *correction) {
    pulse_t pulse = {0};
    uint32_t relax = drive->settle_ns / CYCLE_NS - 3;
    uint32_t settle = drive->read_ns / CYCLE_NS - 3;
    uint32_t width_ps = drive->amplitude_uv == 0 ? 0 : drive_trimmed_ps(drive->amplitude_uv, drive->width_ps, trim_ps);
    if (width_ps == 0) {
        /* B rises 5 ns before A: A AND NOT B never comes true. */
        pulse.code_a = DELAY_CODES - 1;
    } else {
        width_setting_t width = width_setting(width_ps);
        pulse.cycles_n = width.cycles;
        if (correction == NULL) set_codes(&pulse, width.codes);
        else correct_codes(&pulse, width.codes, correction);
    }
    uint32_t extra = pulse.cycles_n > 2 ? pulse.cycles_n - 2 : 0;
    pulse.ticket = extra | relax << 16 | settle << 24;
    pulse.shot_cycles = FIXED_CYCLES + (relax + 1) + (settle + 1) + extra;
    uint32_t most = width_ps == 0 ? DWELL_SHOTS : ON_TIME_PS / width_ps;
    pulse.shots_per_burst = most < 1 ? 1 : most > DWELL_SHOTS ? DWELL_SHOTS : most;
    uint32_t duty_ns = (uint32_t)(((uint64_t)width_ps * DUTY_DIVISOR + 999) / 1000);
    uint32_t shot_ns = pulse.shot_cycles * CYCLE_NS;
    pulse.rest_ns_per_shot = duty_ns > shot_ns ? duty_ns : shot_ns;
    return pulse;
}

uint32_t pulse_shot_ns(const pulse_t *pulse, uint32_t pulses) {
    return pulses * pulse->rest_ns_per_shot;
}
