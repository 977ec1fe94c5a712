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

/* Sets the difference of the codes and takes skew and non-linearity off. */
static void set_codes(pulse_t *pulse, int32_t codes, const delay_correction_t *correction) {
    if (correction != NULL) codes -= (int32_t)round_div(correction->skew_ps, WIDTH_STEP_PS);
    int32_t a = codes >= 0 ? 0 : -codes;
    if (a > DELAY_CODES - 1) a = DELAY_CODES - 1;
    int32_t b = a + codes;
    if (b > DELAY_CODES - 1) b = DELAY_CODES - 1;
    if (correction != NULL && correction->inl_a != NULL && correction->inl_b != NULL) {
        int32_t error = correction->inl_b[b] - correction->inl_a[a];
        b -= (int32_t)round_div(error, INL_PER_STEP);
        if (b < 0) b = 0;
        if (b > DELAY_CODES - 1) b = DELAY_CODES - 1;
    }
    pulse->code_a = (uint16_t)a;
    pulse->code_b = (uint16_t)b;
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
        set_codes(&pulse, width.codes, correction);
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
