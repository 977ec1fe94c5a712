/* RunShots and OpenShots: pulses and reads, row by row, inline or as a lossless stream. */
#include <string.h>

#include "bias-controller.h"
#include "bit-source.h"
#include "burst.h"
#include "cell-writer.h"
#include "counters.h"
#include "down-stream.h"
#include "frame.h"
#include "front-end.h"
#include "masks.h"
#include "port.h"
#include "safety.h"
#include "session.h"
#include "shot-bits.h"
#include "verbs.h"

/* Pulses that bring a cell to its state before a shot; one that does not follow is stuck. */
#define INITIALISE_PASSES 8

static struct {
    /* The plan. */
    uint64_t rows, columns;
    uint32_t shots, pulses;
    bool initialise;
    uint64_t state;
    /* Where it stands. */
    uint32_t row, rows_left, shot, taken;
    uint64_t began_us;
    burst_t burst;
    cell_writer_t writer;
    task_t task;
    /* Inline, or a stream. */
    bit_packer_t packer;
    uint8_t bits[INLINE_BITS / 8];
    uint32_t ones;
    down_stream_t stream;
    block_t *block;
    uint32_t within; /* bits of the shot at hand that are packed already */
    uint64_t outcomes_left;
} job;

static bool check_initialise(spindrift_v1_Initialise initialise, refusal_t *refusal) {
    job.initialise = initialise == spindrift_v1_Initialise_INITIALISE_P || initialise == spindrift_v1_Initialise_INITIALISE_AP;
    job.state = initialise == spindrift_v1_Initialise_INITIALISE_AP ? UINT64_MAX : 0;
    if (initialise > spindrift_v1_Initialise_INITIALISE_AP)
        return refuse(refusal, STATUS_INVALID_ARGUMENT, "initialise: unknown value", NULL);
    return !job.initialise || cell_writer_allowed("initialise", refusal);
}

/* Fills the plan in; nothing is done yet. */
static bool check_plan(bool there, const spindrift_v1_ShotPlan *plan, refusal_t *refusal) {
    if (!there) return refuse(refusal, STATUS_INVALID_ARGUMENT, "plan is missing", NULL);
    memset(&job, 0, sizeof job);
    job.shots = plan->shots;
    job.pulses = plan->pulses_per_shot == 0 ? 1 : plan->pulses_per_shot;
    return mask_select("row_mask", plan->row_mask.bytes, plan->row_mask.size, BOARD_ROWS, &job.rows, refusal) &&
           mask_select("col_mask", plan->col_mask.bytes, plan->col_mask.size, BOARD_COLS, &job.columns, refusal) &&
           check_field(refusal, "shots", plan->shots, 1, MAX_SHOTS) &&
           check_field(refusal, "pulses_per_shot", job.pulses, 1, MAX_PULSES_PER_SHOT) && check_initialise(plan->initialise, refusal) &&
           check_field(refusal, "tile", plan->tile, 0, BOARD_TILES - 1);
}

static uint64_t outcomes(void) {
    return (uint64_t)mask_count(job.rows) * job.shots * mask_count(job.columns);
}

static void begin(void) {
    job.row = mask_first(job.rows);
    job.rows_left = mask_count(job.rows);
    job.began_us = port_uptime_us();
    job.outcomes_left = outcomes();
}

static uint32_t shots_now(void) {
    uint32_t most = job.initialise ? 1 : burst_most(job.pulses, settings.amplitude_uv, settings.width_ps);
    uint32_t left = job.shots - job.shot;
    return left < most ? left : most;
}

/* The next burst of the plan; a task. */
static bool next_burst(void) {
    TASK_BEGIN(&job.task);
    if (job.initialise) {
        job.writer.row = job.row;
        job.writer.columns = job.columns;
        job.writer.wanted = job.state;
        job.writer.passes = INITIALISE_PASSES;
        job.writer.one_by_one = job.writer.programs = false;
        job.writer.verify = true;
        TASK_AWAIT(&job.task, cell_writer_run(&job.writer));
    }
    job.burst.row = job.row;
    job.burst.columns = job.columns;
    job.burst.pulses = job.pulses;
    job.burst.amplitude_uv = settings.amplitude_uv;
    job.burst.width_ps = settings.width_ps;
    job.burst.trim_ps = controller.row_trims_ps[job.row];
    job.burst.shots = shots_now();
    /* None of them is there yet. */
    job.taken = job.burst.shots;
    TASK_AWAIT(&job.task, burst_run(&job.burst));
    job.taken = 0;
    job.shot += job.burst.shots;
    TASK_END(&job.task);
}

static void next_row_if_done(void) {
    if (job.shot < job.shots) return;
    job.shot = 0;
    job.row = mask_next(job.rows, job.row);
    job.rows_left--;
}

/* Puts outcomes of the burst into a packer until either is at its end; true when the burst is used up. */
static bool pack(bit_packer_t *packer) {
    uint32_t width = mask_count(job.columns);
    while (job.taken < job.burst.shots) {
        uint64_t bits = bits_gather(burst_shot(&job.burst, job.taken), job.columns) >> job.within;
        uint32_t put = bits_put(packer, bits, width - job.within);
        job.ones += mask_count(put < 64 ? bits & (((uint64_t)1 << put) - 1) : bits);
        job.within += put;
        if (job.within < width) return false;
        job.within = 0;
        job.taken++;
    }
    return true;
}

static void ended(call_t *call) {
    burst_stop(&job.burst);
    cell_writer_stop(&job.writer);
    safety_release(call);
}

static bool run_inline(call_t *call, refusal_t *refusal) {
    (void)refusal;
    while (job.rows_left > 0) {
        if (!next_burst()) return true;
        pack(&job.packer);
        next_row_if_done();
    }
    uint32_t count = (uint32_t)outcomes();
    burst_leave();
    reply_new(spindrift_v1_DeviceToHost_run_shots_reply_tag);
    spindrift_v1_RunShotsReply *out = &reply.body.run_shots_reply;
    out->count = count;
    out->ones = job.ones;
    out->outcomes.size = (pb_size_t)((count + 7) / 8);
    memcpy(out->outcomes.bytes, job.bits, out->outcomes.size);
    counters.bytes_out += out->outcomes.size;
    out->board_time_us = (uint32_t)(port_uptime_us() - job.began_us);
    call_finish(call);
    return true;
}

static const call_hooks_t inline_hooks = {.step = run_inline, .ended = ended};

bool verb_run_shots(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    if (!safety_idle(call, refusal)) return false;
    const spindrift_v1_RunShots *wanted = &request->body.run_shots;
    if (!check_plan(wanted->has_plan, &wanted->plan, refusal)) return false;
    if (outcomes() > INLINE_BITS)
        return refuse_range(refusal, "outcomes", (int64_t)outcomes(), "at most inline_bits = 2048; use open_shots");
    if (!safety_take(call, refusal)) return false;
    begin();
    job.packer = (bit_packer_t){.out = job.bits, .capacity = INLINE_BITS};
    call->hooks = &inline_hooks;
    return true;
}

/* Fills a block; false while the array is at work. */
static bool fill(void) {
    while (job.packer.used < job.packer.capacity) {
        if (job.taken == job.burst.shots) {
            if (!next_burst()) return false;
            next_row_if_done();
        }
        pack(&job.packer);
    }
    return true;
}

static bool begin_block(void) {
    if (job.block != NULL) return true;
    job.block = down_block(&job.stream);
    if (job.block == NULL) return false;
    uint64_t most = 8ull * job.stream.block_bytes;
    job.packer = (bit_packer_t){.out = job.block->data, .capacity = (size_t)(job.outcomes_left < most ? job.outcomes_left : most)};
    return true;
}

static bool run_stream(call_t *call, refusal_t *refusal) {
    (void)refusal;
    for (;;) {
        if (down_pump(&job.stream)) return true;
        if (!begin_block()) break;
        if (!fill()) return true;
        job.block->size = (uint32_t)((job.packer.used + 7) / 8);
        job.block->tail = (uint8_t)((8 - (job.packer.used & 7)) & 7);
        job.block = NULL;
        job.outcomes_left -= job.packer.used;
        job.stream.items = (outcomes() - job.outcomes_left) / mask_count(job.columns);
        down_filled(&job.stream, job.outcomes_left == 0);
    }
    if (call->open && job.task.line == 0) burst_leave();
    return true;
}

static const call_hooks_t stream_hooks = {.step = run_stream, .ended = ended, .stream = true};

bool verb_open_shots(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    if (!safety_idle(call, refusal)) return false;
    const spindrift_v1_OpenShots *wanted = &request->body.open_shots;
    if (!check_plan(wanted->has_plan, &wanted->plan, refusal)) return false;
    if (!down_block_bytes(wanted->block_bytes, &job.stream.block_bytes, refusal)) return false;
    if (!session_need_stream(call, refusal) || !safety_take(call, refusal)) return false;
    begin();
    job.stream.format = spindrift_v1_DataFormat_DATA_FORMAT_BITS_LSB;
    job.stream.flags = port_emulated() ? BLOCK_NOT_ENTROPY : 0;
    down_begin(&job.stream, call);
    call->hooks = &stream_hooks;
    reply_new(spindrift_v1_DeviceToHost_stream_opened_tag);
    reply.body.stream_opened = (spindrift_v1_StreamOpened){
        .block_bytes = job.stream.block_bytes,
        .format = spindrift_v1_DataFormat_DATA_FORMAT_BITS_LSB,
        .total_bytes = (outcomes() + 7) / 8,
        .lossless = true,
    };
    call_progress(call);
    return true;
}
