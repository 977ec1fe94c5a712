/* OpenReadMap: the resistance of each selected cell at the read voltage, one row driven at a time, each column its one cell. */
#include <string.h>

#include "bytes.h"
#include "counters.h"
#include "down-stream.h"
#include "front-end.h"
#include "masks.h"
#include "port.h"
#include "safety.h"
#include "scanner.h"
#include "session.h"
#include "verbs.h"

/* A mean code below this is an open cell: 4 MOhm and more at 0.1 V. */
#define LEAST_CODE 4.0f
/* Codes are sent as they are read, about the middle of the range. */
#define MIDDLE_CODE 2048.0f
#define INFINITE_BITS 0x7f800000u
/* Ohms times codes for one microvolt of read voltage: 100 kOhm over 2.5 V / 4096 a code. */
#define OHM_CODES_PER_UV (100e3f * 4096.0f / 2.5e6f)

static struct {
    uint64_t rows, columns;
    uint32_t row, rows_left, column, columns_left;
    bool as_codes;
    scanner_t scanner;
    block_t *block;
    down_stream_t stream;
    uint32_t cells_left;
} job;

static bool check_map(const spindrift_v1_OpenReadMap *wanted, refusal_t *refusal) {
    memset(&job, 0, sizeof job);
    uint32_t averages = wanted->averages == 0 ? 1 : wanted->averages;
    if (!check_field(refusal, "tile", wanted->tile, 0, BOARD_TILES - 1) ||
        !mask_select("row_mask", wanted->row_mask.bytes, wanted->row_mask.size, BOARD_ROWS, &job.rows, refusal) ||
        !mask_select("col_mask", wanted->col_mask.bytes, wanted->col_mask.size, BOARD_COLS, &job.columns, refusal) ||
        !check_field(refusal, "averages", averages, 1, MAX_AVERAGES))
        return false;
    if (wanted->quantity > spindrift_v1_MapQuantity_MAP_QUANTITY_CODE)
        return refuse(refusal, STATUS_INVALID_ARGUMENT, "quantity: unknown value", NULL);
    job.as_codes = wanted->quantity == spindrift_v1_MapQuantity_MAP_QUANTITY_CODE;
    job.scanner.columns = job.columns;
    job.scanner.range = RANGE_CELL;
    job.scanner.repeats = averages;
    return true;
}

static uint32_t item_bytes(void) {
    return job.as_codes ? 2 : 4;
}

/* Mean code of a column above its code without current. */
static float mean_code(uint32_t column) {
    return (float)job.scanner.sums[column] / (float)job.scanner.repeats - (float)calibration.offset_code[RANGE_CELL][column];
}

static void put_cell(uint32_t column) {
    uint8_t *out = job.block->data + job.block->size;
    float code = mean_code(column);
    if (job.as_codes) {
        float whole = code + MIDDLE_CODE + 0.5f;
        write_u16(out, (uint16_t)(whole <= 0.0f ? 0.0f : whole));
    } else if (code < LEAST_CODE) {
        write_u32(out, INFINITE_BITS);
    } else {
        float ohm = (float)settings.read_uv * OHM_CODES_PER_UV / code;
        memcpy(out, &ohm, sizeof ohm);
    }
    job.block->size += item_bytes();
    job.stream.clipped += job.scanner.clipped[column];
    job.stream.items++;
    job.cells_left--;
}

static bool next_row(refusal_t *refusal, bool *failed) {
    job.scanner.rows = (uint64_t)1 << job.row;
    if (!scanner_run(&job.scanner)) return false;
    *failed = job.scanner.slipped;
    if (*failed) return refuse(refusal, STATUS_HARDWARE_FAULT, "open_read_map: a converter answers for another channel", NULL);
    counters.cell_reads += (uint64_t)mask_count(job.columns) * job.scanner.repeats;
    job.column = mask_first(job.columns);
    job.columns_left = mask_count(job.columns);
    job.row = mask_next(job.rows, job.row);
    job.rows_left--;
    return true;
}

/* Fills a block; false while the array is at work, or when it failed. */
static bool fill(refusal_t *refusal, bool *failed) {
    while (job.cells_left > 0 && job.block->size < job.stream.block_bytes) {
        if (job.columns_left == 0 && !next_row(refusal, failed)) return false;
        put_cell(job.column);
        job.column = mask_next(job.columns, job.column);
        job.columns_left--;
    }
    return true;
}

static bool step(call_t *call, refusal_t *refusal) {
    (void)call;
    bool failed = false;
    for (;;) {
        if (down_pump(&job.stream)) return true;
        if (job.block == NULL) job.block = down_block(&job.stream);
        if (job.block == NULL) break;
        if (!fill(refusal, &failed)) return !failed;
        job.block = NULL;
        down_filled(&job.stream, job.cells_left == 0);
    }
    if (call->open && job.scanner.task.line == 0) front_rows(0);
    return true;
}

static void ended(call_t *call) {
    scanner_stop(&job.scanner);
    safety_release(call);
}

static const call_hooks_t hooks = {.step = step, .ended = ended, .stream = true};

bool verb_open_read_map(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    if (!safety_idle(call, refusal) || !check_map(&request->body.open_read_map, refusal)) return false;
    if (!session_need_stream(call, refusal) || !safety_take(call, refusal)) return false;
    job.row = mask_first(job.rows);
    job.rows_left = mask_count(job.rows);
    job.cells_left = job.rows_left * mask_count(job.columns);
    spindrift_v1_DataFormat format =
        job.as_codes ? spindrift_v1_DataFormat_DATA_FORMAT_U16LE : spindrift_v1_DataFormat_DATA_FORMAT_F32LE;
    job.stream.format = (uint8_t)format;
    job.stream.block_bytes = MAX_BLOCK_BYTES;
    down_begin(&job.stream, call);
    call->hooks = &hooks;
    reply_new(spindrift_v1_DeviceToHost_stream_opened_tag);
    reply.body.stream_opened = (spindrift_v1_StreamOpened){
        .block_bytes = MAX_BLOCK_BYTES,
        .format = format,
        .total_bytes = (uint64_t)job.cells_left * item_bytes(),
        .lossless = true,
    };
    call_progress(call);
    return true;
}
