/* MultiplyVector and OpenMultiply. */
#include <string.h>

#include "counters.h"
#include "down-stream.h"
#include "frame.h"
#include "front-end.h"
#include "multiplier.h"
#include "port.h"
#include "safety.h"
#include "session.h"
#include "up-stream.h"
#include "verbs.h"
#include "wake.h"

typedef struct {
    uint32_t size;
    bool end;
    uint8_t data[MAX_BLOCK_BYTES];
} inputs_t;

static struct {
    multiplier_t multiplier;
    uint64_t began_us;
    uint8_t vector[MAX_BLOCK_BYTES / 16];
    uint8_t results[2 * BOARD_COLS];
    /* The stream. */
    uint32_t count, arrived, per_block, at;
    uint32_t first, waiting;
    block_t *block;
    up_stream_t up;
    down_stream_t down;
} job;

static inputs_t queue[UP_WINDOW];

_Static_assert(sizeof job.vector >= BOARD_ROWS, "a vector has a byte for each row");

static void ended(call_t *call) {
    multiplier_stop(&job.multiplier);
    safety_release(call);
}

static bool slipped(refusal_t *refusal) {
    return refuse(refusal, STATUS_HARDWARE_FAULT, "multiply: a converter answers for another channel", NULL);
}

static bool too_many_bits(refusal_t *refusal) {
    return refuse(refusal, STATUS_INVALID_ARGUMENT, "inputs: a value needs more than input_bits", NULL);
}

static bool run_vector(call_t *call, refusal_t *refusal) {
    if (!multiplier_run(&job.multiplier)) return true;
    if (job.multiplier.failed) return slipped(refusal);
    reply_new(spindrift_v1_DeviceToHost_multiply_vector_reply_tag);
    spindrift_v1_MultiplyVectorReply *out = &reply.body.multiply_vector_reply;
    out->results.size = (pb_size_t)(2 * job.multiplier.outputs);
    memcpy(out->results.bytes, job.results, out->results.size);
    out->shift = job.multiplier.shift;
    out->clipped = job.multiplier.clipped;
    out->board_time_us = (uint32_t)(port_uptime_us() - job.began_us);
    counters.bytes_in += job.multiplier.window.rows;
    counters.bytes_out += out->results.size;
    call_finish(call);
    return true;
}

static const call_hooks_t vector_hooks = {.step = run_vector, .ended = ended};

bool verb_multiply_vector(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    const spindrift_v1_MultiplyVector *wanted = &request->body.multiply_vector;
    if (!safety_idle(call, refusal)) return false;
    memset(&job, 0, sizeof job);
    if (!multiplier_check(wanted->has_plan, &wanted->plan, &job.multiplier, refusal)) return false;
    if (wanted->inputs.size != job.multiplier.window.rows)
        return refuse(refusal, STATUS_INVALID_ARGUMENT, "inputs: one byte for each row of the window", NULL);
    if (!multiplier_accepts(&job.multiplier, wanted->inputs.bytes, 1)) return too_many_bits(refusal);
    if (!safety_take(call, refusal)) return false;
    memcpy(job.vector, wanted->inputs.bytes, wanted->inputs.size);
    job.multiplier.inputs = job.vector;
    job.multiplier.out = job.results;
    job.began_us = port_uptime_us();
    call->hooks = &vector_hooks;
    return true;
}

static bool block_came(call_t *call, const up_block_t *block, refusal_t *refusal) {
    (void)call;
    uint32_t rows = job.multiplier.window.rows;
    if (!up_accept(&job.up, block, refusal)) return false;
    if (block->size % rows != 0) return refuse(refusal, STATUS_INVALID_ARGUMENT, "the block holds no whole vectors", NULL);
    if (block->size / rows > job.per_block) return refuse(refusal, STATUS_INVALID_ARGUMENT, "the block holds too many vectors", NULL);
    job.arrived += (uint32_t)(block->size / rows);
    if (job.count > 0 && job.arrived > job.count)
        return refuse(refusal, STATUS_INVALID_ARGUMENT, "more vectors came than were announced", NULL);
    if (!multiplier_accepts(&job.multiplier, block->data, (uint32_t)(block->size / rows))) return too_many_bits(refusal);
    inputs_t *place = &queue[(job.first + job.waiting++) % UP_WINDOW];
    memcpy(place->data, block->data, block->size);
    place->size = (uint32_t)block->size;
    place->end = (block->flags & BLOCK_END) != 0;
    counters.bytes_in += block->size;
    return true;
}

/* Works through the block at hand; false while the array is at work, or when it failed. */
static bool work(void) {
    const inputs_t *inputs = &queue[job.first];
    multiplier_t *multiplier = &job.multiplier;
    while (job.at < inputs->size) {
        multiplier->inputs = inputs->data + job.at;
        multiplier->out = job.block->data + job.block->size;
        if (!multiplier_run(multiplier) || multiplier->failed) return false;
        job.at += multiplier->window.rows;
        job.block->size += 2 * multiplier->outputs;
        job.down.clipped += multiplier->clipped;
        if (multiplier->clipped > 0) job.block->flags |= BLOCK_SATURATED;
        job.down.items++;
    }
    return true;
}

static bool run_stream(call_t *call, refusal_t *refusal) {
    for (;;) {
        if (down_pump(&job.down)) return true;
        if (job.waiting == 0) break;
        if (job.block == NULL) job.block = down_block(&job.down);
        if (job.block == NULL) break;
        if (!work()) return job.multiplier.failed ? slipped(refusal) : true;
        bool last = queue[job.first].end || (job.count > 0 && job.down.items == job.count);
        job.first = (job.first + 1) % UP_WINDOW;
        job.waiting--;
        job.at = 0;
        job.block = NULL;
        up_consumed(&job.up);
        down_filled(&job.down, last);
    }
    if (call->open && job.multiplier.task.line == 0) front_rows(0);
    return true;
}

static const call_hooks_t stream_hooks = {
    .step = run_stream, .block = block_came, .ended = ended, .stream = true,
};

static void announce(call_t *call) {
    const multiplier_t *multiplier = &job.multiplier;
    uint32_t vector_bytes = 2 * multiplier->outputs;
    reply_new(spindrift_v1_DeviceToHost_stream_opened_tag);
    reply.body.stream_opened = (spindrift_v1_StreamOpened){
        .block_bytes = job.per_block * vector_bytes,
        .format = spindrift_v1_DataFormat_DATA_FORMAT_I16LE,
        .rate = (uint32_t)(vector_bytes * 1000000000ull / multiplier_vector_ns(multiplier)),
        .total_bytes = (uint64_t)job.count * vector_bytes,
        .up_block_bytes = job.per_block * multiplier->window.rows,
        .up_total_bytes = (uint64_t)job.count * multiplier->window.rows,
        .lossless = true,
        .shift = multiplier->shift,
        .values_per_item = multiplier->outputs,
    };
    call_progress(call);
}

bool verb_open_multiply(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    const spindrift_v1_OpenMultiply *wanted = &request->body.open_multiply;
    if (!safety_idle(call, refusal)) return false;
    memset(&job, 0, sizeof job);
    if (!multiplier_check(wanted->has_plan, &wanted->plan, &job.multiplier, refusal)) return false;
    if (!session_need_stream(call, refusal) || !safety_take(call, refusal)) return false;
    uint32_t rows = job.multiplier.window.rows, out = 2 * job.multiplier.outputs;
    job.per_block = MAX_BLOCK_BYTES / (rows > out ? rows : out);
    job.count = wanted->count;
    job.down.format = spindrift_v1_DataFormat_DATA_FORMAT_I16LE;
    job.down.block_bytes = job.per_block * out;
    down_begin(&job.down, call);
    call->hooks = &stream_hooks;
    announce(call);
    up_open(&job.up, call);
    return true;
}
