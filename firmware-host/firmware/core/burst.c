#include "burst.h"

#include <string.h>

#include "calibration.h"
#include "counters.h"
#include "front-end.h"
#include "masks.h"
#include "port.h"
#include "pulse.h"
#include "wake.h"

/* Uptime, us, until which a row has to rest. */
static uint64_t rest_until[BOARD_ROWS];

void burst_start(void) {
    memset(rest_until, 0, sizeof rest_until);
}

/* The plan of the last burst: most bursts are like the one before, and a plan costs several divisions. */
static const pulse_t *plan(int32_t amplitude_uv, uint32_t width_ps, int32_t trim_ps) {
    static struct {
        bool made;
        uint32_t changes, generation, width_ps;
        int32_t amplitude_uv, trim_ps;
        pulse_t pulse;
    } last;
    bool same_ground = last.made && last.changes == front_changes() && last.generation == calibration.generation;
    if (same_ground && last.amplitude_uv == amplitude_uv && last.width_ps == width_ps && last.trim_ps == trim_ps) return &last.pulse;
    drive_t drive = settings;
    drive.amplitude_uv = amplitude_uv;
    drive.width_ps = width_ps;
    last.changes = front_changes();
    last.generation = calibration.generation;
    last.amplitude_uv = amplitude_uv;
    last.width_ps = width_ps;
    last.trim_ps = trim_ps;
    last.pulse = pulse_plan(&drive, trim_ps, calibration_delays());
    last.made = true;
    return &last.pulse;
}

uint32_t burst_most(uint32_t pulses, int32_t amplitude_uv, uint32_t width_ps) {
    uint32_t most = plan(amplitude_uv, width_ps, 0)->shots_per_burst / pulses;
    return most < 1 ? 1 : most;
}

static void count(const burst_t *burst) {
    uint32_t columns = mask_count(burst->columns);
    uint32_t cells = burst->shots * columns;
    uint32_t row_pulses = burst->shots * burst->pulses, cell_pulses = row_pulses * columns;
    counters.row_pulses += row_pulses;
    counters.cell_pulses += cell_pulses;
    counters.cell_reads += cells;
    counters.comparator_reads += cells;
}

/* Keeps the outcome after the last pulse of each shot. */
static void thin_out(burst_t *burst) {
    if (burst->pulses == 1) return;
    for (uint32_t k = 0; k < burst->shots; k++) {
        uint32_t from = 2 * (k * burst->pulses + burst->pulses - 1);
        burst->words[2 * k] = burst->words[from];
        burst->words[2 * k + 1] = burst->words[from + 1];
    }
}

bool burst_run(burst_t *burst) {
    TASK_BEGIN(&burst->task);
    front_amplitude(burst->amplitude_uv);
    TASK_AWAIT(&burst->task, front_settled());
    TASK_AWAIT(&burst->task, wake_reached(rest_until[burst->row]));
    const pulse_t *pulse = plan(burst->amplitude_uv, burst->width_ps, burst->trim_ps);
    front_delays(pulse);
    front_columns(burst->columns, RANGE_CELL);
    front_rows((uint64_t)1 << burst->row);
    burst->words = burst->into != NULL ? burst->into : burst->own;
    uint32_t tickets = burst->shots * burst->pulses;
    /* At most 64 tickets of at most 100 us: 32 bits hold it. */
    if (pulse->rest_ns_per_shot > pulse->shot_cycles * 8)
        rest_until[burst->row] = port_uptime_us() + tickets * pulse->rest_ns_per_shot / 1000 + 1;
    port_shots_start(pulse->cycles_n, pulse->ticket, tickets, burst->words);
    TASK_AWAIT(&burst->task, port_shots_done());
    count(burst);
    thin_out(burst);
    TASK_END(&burst->task);
}

void burst_leave(void) {
    front_rows(0);
}

void burst_stop(burst_t *burst) {
    if (burst->task.line != 0) port_shots_stop();
    burst->task.line = 0;
    burst_leave();
}

uint64_t burst_shot(const burst_t *burst, uint32_t shot) {
    return burst->words[2 * shot] | (uint64_t)burst->words[2 * shot + 1] << 32;
}
