/* OpenBits: rows in rotation, a dwell of shots each, all columns at once; folding, debiasing, packing, with the watch over the raw bits. */
#include <string.h>

#include "bit-source.h"
#include "burst.h"
#include "counters.h"
#include "down-stream.h"
#include "frame.h"
#include "front-end.h"
#include "masks.h"
#include "port.h"
#include "pulse.h"
#include "safety.h"
#include "session.h"
#include "shot-bits.h"
#include "verbs.h"
#include "wake.h"

/* Bursts without a single bit after which a debiased source counts as dead. */
#define BARREN_BURSTS 256u
#define MAX_XOR_STAGES 3
/* What a full-speed bulk pipe carries, B/s. */
#define USB_BYTES_PER_SECOND 1216000u
#define ROW_CHANGE_NS 3600u

static struct {
    uint64_t rows;
    uint32_t xor_stages, width; /* width: bits that a shot leaves */
    bool von_neumann, control;
    uint32_t rate_limit;
    uint64_t total_bits, delivered;
    uint32_t row, taken, within, barren;
    uint64_t pair; /* bits that are being packed, and how many there are */
    uint32_t pair_bits;
    bool healthy;
    burst_t burst;
    bit_packer_t packer;
    block_t *block;
    down_stream_t stream;
} job;

static bool check_options(const spindrift_v1_OpenBits *wanted, refusal_t *refusal) {
    memset(&job, 0, sizeof job);
    if (!mask_select("row_mask", wanted->row_mask.bytes, wanted->row_mask.size, BOARD_ROWS, &job.rows, refusal)) return false;
    if (!check_field(refusal, "xor_stages", wanted->xor_stages, 0, MAX_XOR_STAGES)) return false;
    if (wanted->mode > spindrift_v1_BitMode_BIT_MODE_VON_NEUMANN)
        return refuse(refusal, STATUS_INVALID_ARGUMENT, "mode: unknown value", NULL);
    if (wanted->overflow > spindrift_v1_Overflow_OVERFLOW_DROP)
        return refuse(refusal, STATUS_INVALID_ARGUMENT, "overflow: unknown value", NULL);
    if (!check_field(refusal, "tile", wanted->tile, 0, BOARD_TILES - 1)) return false;
    job.xor_stages = wanted->xor_stages;
    job.width = BOARD_COLS >> wanted->xor_stages;
    job.von_neumann = wanted->mode == spindrift_v1_BitMode_BIT_MODE_VON_NEUMANN;
    job.control = wanted->controller;
    job.rate_limit = wanted->rate_limit;
    job.total_bits = wanted->total_bits;
    job.stream.lossy = wanted->overflow == spindrift_v1_Overflow_OVERFLOW_DROP;
    return down_block_bytes(wanted->block_bytes, &job.stream.block_bytes, refusal);
}

/* Bytes a second that a reader can expect. */
static uint32_t expected_rate(void) {
    pulse_t pulse = pulse_plan(&settings, 0, NULL);
    uint64_t burst_ns = ROW_CHANGE_NS + (uint64_t)DWELL_SHOTS * pulse_shot_ns(&pulse, 1);
    uint64_t made = DWELL_SHOTS * (uint64_t)job.width / 8 * 1000000000u / burst_ns;
    if (job.von_neumann) made /= 4;
    uint32_t block = job.stream.block_bytes;
    uint64_t carried = (uint64_t)USB_BYTES_PER_SECOND * block / (block + FRAME_HEADER_BYTES + BLOCK_HEADER_BYTES);
    if (made > carried) made = carried;
    if (job.rate_limit > 0 && made > job.rate_limit) made = job.rate_limit;
    return (uint32_t)made;
}

/* Raw shots of all columns need no looking at: they go from the array into the block, where they fit whole. */
static uint32_t *raw_place(uint32_t shots) {
    if (job.von_neumann || job.xor_stages > 0 || job.packer.used % 32 != 0) return NULL;
    if (job.packer.capacity - job.packer.used < 64 * (size_t)shots) return NULL;
    return (uint32_t *)(void *)(job.packer.out + job.packer.used / 8);
}

static bool next_burst(void) {
    if (job.burst.task.line == 0) {
        job.burst.row = job.row;
        job.burst.columns = UINT64_MAX;
        job.burst.pulses = 1;
        job.burst.amplitude_uv = settings.amplitude_uv;
        job.burst.width_ps = settings.width_ps;
        job.burst.trim_ps = controller.row_trims_ps[job.row];
        job.burst.shots = burst_most(1, settings.amplitude_uv, settings.width_ps);
        /* None of them is there yet. */
        job.taken = job.burst.shots;
        job.burst.into = raw_place(job.burst.shots);
    }
    if (!burst_run(&job.burst)) return false;
    bit_sums_t sums;
    watch_t watch = job.control ? WATCH_AND_TRIM : WATCH_HEALTH;
    if (!bit_source_observe(job.row, job.burst.words, job.burst.shots, watch, &sums)) job.healthy = false;
    job.stream.items += (uint64_t)job.burst.shots * BOARD_COLS;
    job.row = mask_next(job.rows, job.row);
    job.barren++;
    if (job.burst.into == NULL)
        job.taken = 0;
    else
        job.packer.used += 64 * (size_t)job.burst.shots;
    return true;
}

/* The next bits of the burst: a folded shot, or what two of them leave. */
static void take_shots(void) {
    if (!job.von_neumann) {
        job.pair = bits_fold(burst_shot(&job.burst, job.taken++), job.xor_stages);
        job.pair_bits = job.width;
        return;
    }
    uint64_t first = bits_fold(burst_shot(&job.burst, job.taken), job.xor_stages);
    if (job.taken + 1 >= job.burst.shots) {
        /* An odd one has no partner. */
        job.taken = job.burst.shots;
        job.pair_bits = 0;
        return;
    }
    uint64_t second = bits_fold(burst_shot(&job.burst, job.taken + 1), job.xor_stages);
    job.pair_bits = bits_debias(first, second, job.width, &job.pair);
    job.taken += 2;
}

/* Fills a block; false while the array is at work, or when it gives nothing: `dead`. */
static bool fill(bool *dead) {
    while (job.packer.used < job.packer.capacity) {
        if (job.within == job.pair_bits) {
            job.within = job.pair_bits = 0;
            if (job.taken == job.burst.shots) {
                *dead = job.barren > BARREN_BURSTS;
                if (*dead || !next_burst()) return false;
            }
            if (job.taken < job.burst.shots) take_shots();
            if (job.pair_bits > 0 || job.burst.into != NULL) job.barren = 0;
        }
        job.within += bits_put(&job.packer, job.pair >> job.within, job.pair_bits - job.within);
    }
    return true;
}

static uint64_t bits_left(void) {
    /* What a lossy stream has lost was not delivered. */
    return job.total_bits == 0 ? UINT64_MAX : job.total_bits + job.stream.bits_lost - job.delivered;
}

static bool begin_block(void) {
    if (job.block != NULL) return true;
    uint64_t due = job.rate_limit == 0 ? 0 : job.stream.began_us + job.delivered * 125000u / job.rate_limit;
    if (!wake_reached(due)) return false;
    job.block = down_block(&job.stream);
    if (job.block == NULL) return false;
    uint64_t most = 8ull * job.stream.block_bytes;
    job.packer = (bit_packer_t){.out = job.block->data, .capacity = (size_t)(bits_left() < most ? bits_left() : most)};
    job.healthy = true;
    return true;
}

static void end_block(void) {
    block_t *block = job.block;
    block->bits = (uint32_t)job.packer.used;
    block->size = (block->bits + 7) / 8;
    block->tail = (uint8_t)((8 - (block->bits & 7)) & 7);
    block->flags = job.healthy ? 0 : BLOCK_UNHEALTHY;
    job.block = NULL;
    job.delivered += block->bits;
    down_filled(&job.stream, bits_left() == 0);
}

static bool step(call_t *call, refusal_t *refusal) {
    bool dead = false;
    for (;;) {
        if (down_pump(&job.stream)) return true;
        if (!begin_block()) break;
        if (!fill(&dead)) {
            if (dead) return refuse(refusal, STATUS_UNHEALTHY, "open_bits: the selected rows give no bits", NULL);
            return true;
        }
        end_block();
    }
    if (call->open && job.burst.task.line == 0) burst_leave();
    return true;
}

static void ended(call_t *call) {
    burst_stop(&job.burst);
    safety_release(call);
}

static const call_hooks_t hooks = {.step = step, .ended = ended, .stream = true};

bool verb_open_bits(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    if (!safety_idle(call, refusal) || !check_options(&request->body.open_bits, refusal)) return false;
    if (!session_need_stream(call, refusal) || !safety_take(call, refusal)) return false;
    job.row = mask_first(job.rows);
    job.stream.format = spindrift_v1_DataFormat_DATA_FORMAT_BITS_LSB;
    job.stream.flags = port_emulated() ? BLOCK_NOT_ENTROPY : 0;
    down_begin(&job.stream, call);
    call->hooks = &hooks;
    reply_new(spindrift_v1_DeviceToHost_stream_opened_tag);
    reply.body.stream_opened = (spindrift_v1_StreamOpened){
        .block_bytes = job.stream.block_bytes,
        .format = spindrift_v1_DataFormat_DATA_FORMAT_BITS_LSB,
        .rate = expected_rate(),
        .total_bytes = (job.total_bits + 7) / 8,
        .lossless = !job.stream.lossy,
    };
    call_progress(call);
    return true;
}
