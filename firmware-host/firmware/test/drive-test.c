#include "check.h"
#include "drive-vectors.h"
#include "drive.h"
#include "limits.h"
#include "pulse.h"

/* Every case was put to the behavioural board: status, detail, settings in force and token. */
TEST(drive_equals_the_behavioural_board) {
    unsigned refused = 0;
    for (size_t k = 0; k < DRIVE_COUNT; k++) {
        const drive_vector_t *vector = &drive_vectors[k];
        drive_t actual;
        refusal_t refusal = {0};
        bool taken = drive_accept(&vector->wanted, &actual, &refusal);
        CHECK_EQUAL(taken, vector->detail == NULL);
        if (!taken) {
            CHECK_TEXT(refusal.detail, vector->detail);
            CHECK_EQUAL(refusal.status, STATUS_OUT_OF_RANGE);
            refused++;
            continue;
        }
        CHECK_EQUAL(actual.bias_uv, vector->actual.bias_uv);
        CHECK_EQUAL(actual.amplitude_uv, vector->actual.amplitude_uv);
        CHECK_EQUAL(actual.width_ps, vector->actual.width_ps);
        CHECK_EQUAL(actual.settle_ns, vector->actual.settle_ns);
        CHECK_EQUAL(actual.read_uv, vector->actual.read_uv);
        CHECK_EQUAL(actual.read_ns, vector->actual.read_ns);
        CHECK_EQUAL(actual.field_ut, vector->actual.field_ut);
        CHECK_EQUAL(drive_token(&actual, 7), vector->token);
        CHECK_EQUAL(pulse_shot_ns(&(pulse_t){.rest_ns_per_shot = 656}, 3), 1968);
    }
    CHECK(refused > DRIVE_COUNT / 20);
    CHECK(refused < DRIVE_COUNT);
}

TEST(drive_codes_make_the_settings) {
    uint8_t ctrl;
    CHECK_EQUAL(drive_vamp_code(1600000, &ctrl), 41943);
    CHECK_EQUAL(ctrl, 0);
    CHECK_EQUAL(drive_vamp_code(-2000000, &ctrl), 52429);
    CHECK_EQUAL(ctrl, CTRL_NEGATIVE);
    CHECK_EQUAL(drive_vamp_code(-400000, &ctrl), 20972); /* 0.8 V, halved */
    CHECK_EQUAL(ctrl, CTRL_NEGATIVE | CTRL_ATTENUATOR);
    CHECK_EQUAL(drive_vamp_code(0, &ctrl), 0);
    CHECK_EQUAL(ctrl, 0);
    CHECK_EQUAL(drive_level_code(0), 32768);
    CHECK_EQUAL(drive_level_code(100000), 32768 + 2621);
    CHECK_EQUAL(drive_level_code(-300000), 32768 - 7864);
    CHECK_EQUAL(drive_coil_code(0), 32768);
    CHECK_EQUAL(drive_coil_code(60000), 65535);
    CHECK_EQUAL(drive_coil_code(-60000), 0);
    CHECK_EQUAL(drive_coil_code(30000), 49152);
}

TEST(pulse_widths_split_into_cycles_and_codes) {
    static const struct {
        uint32_t width_ps, cycles, code_a, code_b;
    } cases[] = {
        {500, 0, 0, 100}, {3995, 0, 0, 799}, {4000, 1, 800, 0}, {8000, 1, 0, 0}, {30000, 4, 400, 0}, {11995, 1, 0, 799}, {10000000, 1250, 0, 0},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        drive_t drive = drive_at_boot;
        drive.amplitude_uv = 1200000;
        drive.width_ps = cases[k].width_ps;
        pulse_t pulse = pulse_plan(&drive, 0, NULL);
        CHECK_EQUAL(pulse.cycles_n, cases[k].cycles);
        CHECK_EQUAL(pulse.code_a, cases[k].code_a);
        CHECK_EQUAL(pulse.code_b, cases[k].code_b);
        CHECK_EQUAL(pulse.ticket & 0xffff, cases[k].cycles > 2 ? cases[k].cycles - 2 : 0);
    }
}

TEST(pulse_shot_times_are_those_of_the_program) {
    drive_t drive = drive_at_boot;
    drive.width_ps = 2000;
    pulse_t pulse = pulse_plan(&drive, 0, NULL);
    CHECK_EQUAL(pulse.ticket >> 16 & 0xff, 7);
    CHECK_EQUAL(pulse.ticket >> 24, 23);
    CHECK_EQUAL(pulse.shot_cycles, 82); /* 656 ns, from the program run in the emulator */
    drive.width_ps = 32000;
    CHECK_EQUAL(pulse_plan(&drive, 0, NULL).shot_cycles, 84);
    for (size_t k = 0; k < SHOT_TIME_COUNT; k++) {
        const shot_time_t *time = &shot_times[k];
        pulse = pulse_plan(&time->drive, 0, NULL);
        CHECK_EQUAL(pulse_shot_ns(&pulse, time->pulses), time->nanos);
    }
}

TEST(pulse_duty_stays_below_a_tenth) {
    drive_t drive = drive_at_boot;
    drive.amplitude_uv = 1000000;
    for (uint32_t width = WIDTH_MIN_PS; width <= WIDTH_MAX_PS; width += 4995) {
        drive.width_ps = width;
        pulse_t pulse = pulse_plan(&drive, 0, NULL);
        CHECK(pulse.shots_per_burst >= 1 && pulse.shots_per_burst <= DWELL_SHOTS);
        /* On in one burst at most 100 µs, and on over whole periods at most a tenth. */
        CHECK((uint64_t)pulse.shots_per_burst * width <= 100000000);
        CHECK((uint64_t)pulse.rest_ns_per_shot * 1000 >= 10 * (uint64_t)width);
    }
}

TEST(pulse_of_no_amplitude_never_fires) {
    drive_t drive = drive_at_boot;
    drive.amplitude_uv = 0;
    pulse_t pulse = pulse_plan(&drive, 5, NULL);
    CHECK_EQUAL(pulse.cycles_n, 0);
    CHECK(pulse.code_b < pulse.code_a);
}

TEST(pulse_trims_and_corrections_move_the_codes) {
    static int8_t inl_a[1024], inl_b[1024];
    drive_t drive = drive_at_boot;
    drive.width_ps = 2000;
    CHECK_EQUAL(pulse_plan(&drive, 35, NULL).code_b, 407);
    CHECK_EQUAL(pulse_plan(&drive, -400, NULL).code_b, 320);
    delay_correction_t correction = {.skew_ps = 50};
    CHECK_EQUAL(pulse_plan(&drive, 0, &correction).code_b, 390);
    correction = (delay_correction_t){.inl_a = inl_a, .inl_b = inl_b};
    for (int k = 395; k < 405; k++) inl_b[k] = 60; /* 15 ps too long there: three steps fewer */
    CHECK_EQUAL(pulse_plan(&drive, 0, &correction).code_b, 397);
    inl_a[0] = 60;
    CHECK_EQUAL(pulse_plan(&drive, 0, &correction).code_b, 400);
    /* B is at its end: the same by A. */
    for (int k = 390; k < 410; k++) inl_a[k] = -40;
    drive.width_ps = 30000;
    pulse_t pulse = pulse_plan(&drive, 0, &correction);
    CHECK_EQUAL(pulse.code_b, 0);
    CHECK_EQUAL(pulse.code_a, 402);
    /* Tables of every shape leave half a step, and what neighbours differ by. */
    uint32_t random = 3;
    for (int k = 0; k < 1024; k++) {
        inl_a[k] = (int8_t)(k / 20 - 25 + (int)(next_random(&random) % 9) - 4);
        inl_b[k] = (int8_t)(25 - k / 20 + (int)(next_random(&random) % 9) - 4);
    }
    for (drive.width_ps = 500; drive.width_ps < 60000; drive.width_ps += 5) {
        pulse = pulse_plan(&drive, 0, &correction);
        int32_t made = 4 * (int32_t)(pulse.cycles_n * 8000) + 20 * (pulse.code_b - pulse.code_a) + inl_b[pulse.code_b] - inl_a[pulse.code_a];
        CHECK(abs(made - 4 * (int32_t)drive.width_ps) <= 18);
    }
}

TEST(pulse_trims_stay_within_the_staircase) {
    unsigned cut = 0;
    for (size_t k = 0; k < TRIMMED_COUNT; k++) {
        const trimmed_width_t *pulse = &trimmed_widths[k];
        CHECK_EQUAL(drive_trimmed_ps(pulse->amplitude_uv, pulse->width_ps, pulse->trim_ps), pulse->trimmed_ps);
        if (pulse->trimmed_ps < pulse->width_ps + (uint32_t)pulse->trim_ps) cut++;
    }
    CHECK(cut > TRIMMED_COUNT / 20 && cut < TRIMMED_COUNT);
    drive_t drive = drive_at_boot;
    drive.amplitude_uv = -2000000;
    drive.width_ps = 4900;
    pulse_t pulse = pulse_plan(&drive, 400, NULL);
    CHECK_EQUAL(pulse.cycles_n * 8000 + 5 * (pulse.code_b - pulse.code_a), 5000);
    /* What no width allows does not fire. */
    drive.amplitude_uv = 2000001;
    pulse = pulse_plan(&drive, 0, NULL);
    CHECK(pulse.cycles_n == 0 && pulse.code_b < pulse.code_a);
}

TEST(limits_are_only_ever_tighter) {
    drive_limits_t limits = {.stair_uv = {INT32_MAX, INT32_MAX, INT32_MAX}, .width_ps = INT32_MAX, INT32_MAX, INT32_MAX, INT32_MAX};
    drive_limits_make_sound(&limits);
    CHECK_BYTES(&limits, &drive_limits_compiled, sizeof limits);
    /* A longer pulse never allows more; steps are those of the hardware. */
    limits = (drive_limits_t){.stair_uv = {900000, 1600000, 1000000}, .width_ps = 49999, .bias_uv = -1, .read_uv = 0, .field_ut = 4001};
    drive_limits_make_sound(&limits);
    CHECK_EQUAL(limits.stair_uv[1], 900000);
    CHECK_EQUAL(limits.stair_uv[2], 900000);
    CHECK_EQUAL(limits.width_ps, 49995);
    CHECK_EQUAL(limits.bias_uv, 0);
    CHECK(limits.read_uv >= READ_MIN_UV);
    CHECK_EQUAL(limits.field_ut, 4000);
    drive_limits = limits;
    drive_t wanted = drive_at_boot, actual;
    refusal_t refusal;
    CHECK(!drive_accept(&wanted, &actual, &refusal));
    CHECK_TEXT(refusal.detail, "amplitude_uv = 1600000: magnitude must be 0 or 400000 to 900000");
    actual = drive_within(&wanted);
    CHECK(actual.amplitude_uv <= 900000 && actual.amplitude_uv > 899000);
    CHECK_EQUAL(actual.width_ps, 30000);
    wanted = actual;
    CHECK(drive_accept(&wanted, &actual, &refusal));
    wanted.width_ps = 49996;
    CHECK(!drive_accept(&wanted, &actual, &refusal));
    CHECK_TEXT(refusal.detail, "width_ps = 49996: allowed is 500 to 49995");
    wanted.width_ps = 49995;
    CHECK(drive_accept(&wanted, &actual, &refusal));
    CHECK_EQUAL(actual.width_ps, 49995);
    CHECK_EQUAL(drive_trimmed_ps(900000, 49995, 400), 49995);
    wanted.field_ut = 4001;
    CHECK(!drive_accept(&wanted, &actual, &refusal));
    /* One that allows nothing leaves settings without a pulse. */
    limits.width_ps = 3;
    drive_limits_make_sound(&limits);
    drive_limits = limits;
    CHECK_EQUAL(drive_within(&drive_at_boot).amplitude_uv, 0);
    CHECK_EQUAL(drive_trimmed_ps(400000, 500, 0), 0);
    drive_limits = drive_limits_compiled;
    actual = drive_within(&drive_at_boot);
    CHECK_EQUAL(actual.width_ps, drive_at_boot.width_ps);
}
