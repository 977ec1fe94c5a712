/* ProgramTile: writes the states of a window; nothing is written before all the data is there and its CRC is right. */
#include <string.h>

#include "cell-writer.h"
#include "counters.h"
#include "crc.h"
#include "frame.h"
#include "masks.h"
#include "port.h"
#include "safety.h"
#include "session.h"
#include "up-stream.h"
#include "verbs.h"
#include "wake.h"
#include "window.h"

static struct {
    window_t window;
    uint32_t passes, wanted_crc, crc;
    up_stream_t up;
    uint32_t have;
    uint8_t bits; /* all cells or'ed: above 1, one is no state */
    bool complete;
    uint64_t cells[BOARD_ROWS]; /* of each row, bit k = its column k of the window */
    uint64_t began_us;
    uint32_t row, failed, attempts;
    cell_writer_t writer;
    task_t task;
} job;

static uint32_t size(void) {
    return job.window.rows * job.window.cols;
}

static bool write_rows(void) {
    cell_writer_t *writer = &job.writer;
    TASK_BEGIN(&job.task);
    for (job.row = 0; job.row < job.window.rows; job.row++) {
        writer->row = job.window.row_first + job.row;
        writer->columns = window_columns(&job.window);
        writer->wanted = job.cells[job.row] << job.window.col_first;
        writer->passes = job.passes + 1;
        writer->one_by_one = writer->programs = true;
        writer->verify = job.passes > 0;
        TASK_AWAIT(&job.task, cell_writer_run(writer));
        job.attempts += writer->attempts;
        if (job.passes > 0) job.failed += mask_count(writer->wrong);
    }
    TASK_END(&job.task);
}

static bool step(call_t *call, refusal_t *refusal) {
    (void)refusal;
    if (!job.complete || !write_rows()) return true;
    burst_leave();
    counters.cell_writes += size();
    reply_new(spindrift_v1_DeviceToHost_program_tile_reply_tag);
    reply.body.program_tile_reply = (spindrift_v1_ProgramTileReply){
        .cells_failed = job.failed,
        .write_attempts = job.attempts,
        .board_time_us = port_uptime_us() - job.began_us,
    };
    call_finish(call);
    return true;
}

static void store(const uint8_t *data, size_t count) {
    for (size_t k = 0; k < count; k++, job.have++) {
        job.bits |= data[k];
        job.cells[job.have / job.window.cols] |= (uint64_t)(data[k] & 1) << (job.have % job.window.cols);
    }
}

static bool begin_writing(refusal_t *refusal) {
    if (job.have != size()) return refuse(refusal, STATUS_INVALID_ARGUMENT, "program_tile: END came before all the data", NULL);
    if (job.crc != job.wanted_crc)
        return refuse(refusal, STATUS_DATA_LOSS, "program_tile: the CRC of the data is wrong; nothing was written", NULL);
    if (job.bits > 1) return refuse(refusal, STATUS_INVALID_ARGUMENT, "program_tile: a cell state is neither 0 nor 1", NULL);
    job.complete = true;
    job.began_us = port_uptime_us();
    return true;
}

static bool block_came(call_t *call, const up_block_t *block, refusal_t *refusal) {
    (void)call;
    if (!up_accept(&job.up, block, refusal)) return false;
    if (job.complete || job.have + block->size > size())
        return refuse(refusal, STATUS_INVALID_ARGUMENT, "program_tile: more data than the window has cells", NULL);
    job.crc = crc32_continue(job.crc, block->data, block->size);
    store(block->data, block->size);
    counters.bytes_in += block->size;
    up_consumed(&job.up);
    if ((block->flags & BLOCK_END) != 0 || job.have == size()) return begin_writing(refusal);
    return true;
}

static void ended(call_t *call) {
    cell_writer_stop(&job.writer);
    safety_release(call);
}

static const call_hooks_t hooks = {.step = step, .block = block_came, .ended = ended, .stream = true};

bool verb_program_tile(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    const spindrift_v1_ProgramTile *wanted = &request->body.program_tile;
    if (!safety_idle(call, refusal) || !cell_writer_allowed("program_tile", refusal)) return false;
    memset(&job, 0, sizeof job);
    if (!window_check(wanted->has_window, &wanted->window, &job.window, refusal)) return false;
    if (wanted->format > spindrift_v1_CellFormat_CELL_FORMAT_CELLS_U8)
        return refuse(refusal, STATUS_INVALID_ARGUMENT, "format: unknown value", NULL);
    if (!check_field(refusal, "verify_passes", wanted->verify_passes, 0, MAX_VERIFY_PASSES)) return false;
    if (!session_need_stream(call, refusal) || !safety_take(call, refusal)) return false;
    job.passes = wanted->verify_passes;
    job.wanted_crc = wanted->data_crc32;
    call->hooks = &hooks;
    reply_new(spindrift_v1_DeviceToHost_stream_opened_tag);
    reply.body.stream_opened = (spindrift_v1_StreamOpened){.up_block_bytes = MAX_BLOCK_BYTES, .up_total_bytes = size(), .lossless = true};
    call_progress(call);
    up_open(&job.up, call);
    return true;
}
