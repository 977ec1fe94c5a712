#include "check.h"
#include "controller-vectors.h"
#include "health.h"
#include "masks.h"

static health_t health;

/* The tests as SP 800-90B 4.4.1 and 4.4.2 write them, one cell at a time. */
typedef struct {
    int run_value, first;
    uint32_t run, count, samples, run_failures, count_failures;
} plain_t;

static void plain_sample(plain_t *cell, int value, uint32_t run_cutoff, uint32_t count_cutoff) {
    if (cell->run > 0 && value == cell->run_value) {
        if (++cell->run == run_cutoff) cell->run_failures++;
    } else {
        cell->run_value = value;
        cell->run = 1;
    }
    if (cell->samples == 0) {
        cell->first = value;
        cell->count = 1;
    } else if (value == cell->first && ++cell->count == count_cutoff) cell->count_failures++;
    cell->samples = (cell->samples + 1) % 1024;
}

/* Bursts whose columns differ: some are fair, some hold their value for long, some stand still; bad column 8 does too. */
static void make_burst(uint32_t words[128], uint32_t before[2], uint32_t *state) {
    for (int k = 0; k < 64; k++)
        for (int half = 0; half < 2; half++) {
            uint32_t fair = next_random(state), rare = next_random(state) & next_random(state) & next_random(state) & next_random(state);
            uint32_t sticky = before[half] ^ (rare & next_random(state));
            words[2 * k + half] = (fair & 0x0fffff0f) | (sticky & 0xf00000f0);
            before[half] = words[2 * k + half];
        }
    for (int k = 0; k < 64; k++) words[2 * k] |= 0x106;
}

/* Against the plain definition, by bursts of `shots`: with low cutoffs sample by sample, with high ones mostly whole bursts at once. */
static void compare(health_cutoffs_t cutoffs, uint32_t shots) {
    CHECK(health_init(&health, cutoffs));
    static plain_t plain[2][64];
    memset(plain, 0, sizeof plain);
    uint32_t state = shots, good_failures[2] = {0, 0}, before[2][2] = {{0, 0}, {0, 0}};
    uint64_t good = ~(uint64_t)0x100;
    for (int burst = 0; burst < 400; burst++) {
        uint32_t row = burst & 1 ? 5 : 63, words[128];
        make_burst(words, before[burst & 1], &state);
        burst_sums_t sums = health_observe(&health, row, words, shots, good);
        CHECK_EQUAL(sums.outcomes, 63 * shots);
        for (uint32_t k = 0; k < shots; k++)
            for (int c = 0; c < 64; c++)
                plain_sample(&plain[burst & 1][c], (int)(words[2 * k + (c >> 5)] >> (c & 31) & 1), cutoffs.repetition, cutoffs.proportion);
    }
    for (int r = 0; r < 2; r++)
        for (uint32_t c = 0; c < 64; c++) {
            const plain_t *cell = &plain[r][c];
            uint32_t row = r ? 5 : 63;
            CHECK_EQUAL(health_run(&health, row, c), cell->run > 511 ? 511 : cell->run);
            CHECK_EQUAL(health_count(&health, row, c), cell->count);
            if (c == 8) continue;
            good_failures[0] += cell->run_failures;
            good_failures[1] += cell->count_failures;
        }
    CHECK(good_failures[0] > 3 && good_failures[1] > 3);
    CHECK_EQUAL(health.repetition_failures, good_failures[0]);
    CHECK_EQUAL(health.proportion_failures, good_failures[1]);
}

TEST(health_counts_as_the_standard_says) {
    compare((health_cutoffs_t){.repetition = 9, .proportion = 600}, 64);
    compare((health_cutoffs_t){.repetition = 81, .proportion = 560}, 64);
    compare((health_cutoffs_t){.repetition = 100, .proportion = 824}, 61);
    compare((health_cutoffs_t){.repetition = 30, .proportion = 540}, 7);
}

TEST(health_trips_on_a_stuck_cell_and_recovers) {
    CHECK(health_init(&health, health_default_cutoffs));
    uint32_t words[128], state = 4;
    for (int burst = 0; burst < 3; burst++) {
        for (int k = 0; k < 128; k++) words[k] = next_random(&state);
        for (int k = 0; k < 64; k++) words[2 * k] |= 1u << 9;
        burst_sums_t sums = health_observe(&health, 0, words, 64, UINT64_MAX);
        /* 81 samples: in the second burst, across the border of the first. */
        CHECK_EQUAL(sums.healthy, burst == 0);
    }
    CHECK_EQUAL(health.repetition_failures, 1);
    for (int k = 0; k < 128; k++) words[k] = next_random(&state);
    /* The run ends with the first sample that differs. */
    words[0] &= ~(1u << 9);
    CHECK(health_observe(&health, 0, words, 64, UINT64_MAX).healthy);
}

TEST(health_counts_ones_and_toggles_of_good_cells) {
    CHECK(health_init(&health, health_default_cutoffs));
    uint32_t words[6] = {0xffffffff, 0, 0, 0, 1, 0x80000000};
    CHECK_EQUAL(health_toggles(&health, 2, words, 3, UINT64_MAX), 34); /* the first shot has nothing before it */
    burst_sums_t sums = health_observe(&health, 2, words, 3, UINT64_MAX);
    CHECK_EQUAL(sums.outcomes, 192);
    CHECK_EQUAL(sums.ones, 34);
    CHECK_EQUAL(health_ones_ppm(&health), 177083);
    CHECK_EQUAL(health_toggles(&health, 2, words + 2, 1, ~(uint64_t)1), 1);
    sums = health_observe(&health, 2, words + 2, 1, ~(uint64_t)1);
    CHECK_EQUAL(sums.outcomes, 63);
}

TEST(health_refuses_cutoffs_that_cannot_fail) {
    CHECK(!health_init(&health, (health_cutoffs_t){.repetition = 1, .proportion = 600}));
    CHECK(!health_init(&health, (health_cutoffs_t){.repetition = 512, .proportion = 600}));
    CHECK(!health_init(&health, (health_cutoffs_t){.repetition = 41, .proportion = 1025}));
    CHECK(health_init(&health, (health_cutoffs_t){.repetition = 511, .proportion = 1024}));
}

/* The same observations as the behavioural board's controller, whose arithmetic is floating. */
TEST(controller_follows_the_behavioural_board) {
    static controller_t controller;
    unsigned differ = 0, compared = 0, ends = 0;
    for (size_t k = 0; k < CONTROLLER_COUNT; k++) {
        const controller_vector_t *vector = &controller_vectors[k];
        if (vector->retune) {
            controller_retune(&controller, vector->gains);
            if (k == 0) controller_preset_coil(&controller, vector->coil_trim_ut);
        }
        trim_end_t reached[2];
        ends += controller_observe(&controller, vector->row, vector->outcomes, vector->toggles, vector->ones, reached);
        int row_off = abs(controller.row_trims_ps[vector->row] - vector->row_trim_ps);
        int coil_off = abs(controller.coil_trim_ut - vector->coil_trim_ut);
        CHECK(row_off <= 5);
        CHECK(coil_off <= 1);
        differ += row_off + coil_off > 0;
        compared++;
        CHECK_EQUAL(controller_at_end(&controller), vector->saturated);
    }
    CHECK_EQUAL(ends, CONTROLLER_ENDS);
    CHECK(ends > 0);
    /* Only where the two arithmetics round to different sides of a step. */
    CHECK(differ * 100 < compared);
}
