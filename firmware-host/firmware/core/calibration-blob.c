/*
 * GetCalibration and PutCalibration: header and body of the calibration memory as they stand there. Both hold the array while they last, so that
 * nobody works with what changes; blocks of no format are opaque. What comes up is judged whole before the memory is touched; it gets the board's next generation.
 */
#include <string.h>

#include "calibration.h"
#include "counters.h"
#include "crc.h"
#include "down-stream.h"
#include "frame.h"
#include "port.h"
#include "safety.h"
#include "session.h"
#include "store.h"
#include "up-stream.h"
#include "verbs.h"

static struct {
    down_stream_t down;
    up_stream_t up;
    uint32_t done; /* bytes */
    uint32_t wanted_crc;
    bool complete;
} job;

static void ended_reading(call_t *call) {
    safety_release(call);
}

static bool send_blocks(call_t *call, refusal_t *refusal) {
    (void)call;
    (void)refusal;
    for (;;) {
        if (down_pump(&job.down)) return true;
        block_t *block = down_block(&job.down);
        if (block == NULL) return true;
        memcpy(block->data, store_image() + job.done, MAX_BLOCK_BYTES);
        block->size = MAX_BLOCK_BYTES;
        job.done += MAX_BLOCK_BYTES;
        job.down.items += MAX_BLOCK_BYTES;
        down_filled(&job.down, job.done == STORE_BYTES);
    }
}

static const call_hooks_t reading = {.step = send_blocks, .ended = ended_reading, .stream = true};

_Static_assert(STORE_BYTES % MAX_BLOCK_BYTES == 0, "the blob is whole blocks");

bool verb_get_calibration(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    if (!session_need_stream(call, refusal) || !safety_hold(call, refusal)) return false;
    /* An uncalibrated board has token 0, which asks for the blob in any case: there is none. */
    bool nothing = request->body.get_calibration.known_hash == calibration_token() || store_image() == NULL;
    memset(&job, 0, sizeof job);
    job.down.format = spindrift_v1_DataFormat_DATA_FORMAT_UNSPECIFIED;
    job.down.block_bytes = MAX_BLOCK_BYTES;
    down_begin(&job.down, call);
    call->hooks = &reading;
    reply_new(spindrift_v1_DeviceToHost_stream_opened_tag);
    reply.body.stream_opened = (spindrift_v1_StreamOpened){
        .block_bytes = MAX_BLOCK_BYTES,
        .format = spindrift_v1_DataFormat_DATA_FORMAT_UNSPECIFIED,
        .total_bytes = nothing ? 0 : STORE_BYTES,
        .lossless = true,
    };
    call_progress(call);
    if (nothing) down_close(&job.down);
    return true;
}

static void ended_writing(call_t *call) {
    store_stop();
    safety_release(call);
}

/* The board's own serial number stays; one that has none takes the blob's. */
static bool seal(refusal_t *refusal) {
    store_content_t content;
    if (!store_parse(store_draft(), STORE_BYTES, &content))
        return refuse(refusal, STATUS_INVALID_ARGUMENT, "put_calibration: the blob is not one of this board's layout, or damaged", NULL);
    const char *own = strlen(port_serial()) <= STORE_SERIAL_BYTES ? port_serial() : content.header.serial;
    if (content.header.serial[0] != 0 && strcmp(content.header.serial, own) != 0)
        return refuse(refusal, STATUS_INVALID_ARGUMENT, "put_calibration: the blob is that of board ", content.header.serial, NULL);
    store_seal_draft(own);
    return true;
}

static bool take_whole(refusal_t *refusal) {
    if (job.done != STORE_BYTES) return refuse(refusal, STATUS_INVALID_ARGUMENT, "put_calibration: END came before all the data", NULL);
    if (crc32(store_draft(), STORE_BYTES) != job.wanted_crc)
        return refuse(refusal, STATUS_DATA_LOSS, "put_calibration: the CRC of the data is wrong; the old calibration stays", NULL);
    if (!seal(refusal)) return false;
    job.complete = true;
    return true;
}

static bool block_came(call_t *call, const up_block_t *block, refusal_t *refusal) {
    (void)call;
    if (!up_accept(&job.up, block, refusal)) return false;
    if (job.complete || job.done + block->size > STORE_BYTES)
        return refuse(refusal, STATUS_INVALID_ARGUMENT, "put_calibration: more data than was announced", NULL);
    if (block->size > 0) memcpy(store_draft() + job.done, block->data, block->size);
    job.done += (uint32_t)block->size;
    counters.bytes_in += block->size;
    up_consumed(&job.up);
    if ((block->flags & BLOCK_END) != 0 || job.done == STORE_BYTES) return take_whole(refusal);
    return true;
}

static bool write_whole(call_t *call, refusal_t *refusal) {
    if (!job.complete || !store_write()) return true;
    if (!store_written())
        return refuse(refusal, STATUS_HARDWARE_FAULT, "put_calibration: the memory did not take it; the old calibration stays", NULL);
    calibration_changed();
    calibration_restore();
    reply_new(spindrift_v1_DeviceToHost_put_calibration_reply_tag);
    reply.body.put_calibration_reply.calibration_hash = calibration_token();
    call_finish(call);
    return true;
}

static const call_hooks_t writing = {.step = write_whole, .block = block_came, .ended = ended_writing, .stream = true};

bool verb_put_calibration(call_t *call, const spindrift_v1_HostToDevice *request, refusal_t *refusal) {
    const spindrift_v1_PutCalibration *wanted = &request->body.put_calibration;
    if (!check_field(refusal, "size", wanted->size, STORE_BYTES, STORE_BYTES)) return false;
    if (!session_need_stream(call, refusal) || !safety_hold(call, refusal)) return false;
    memset(&job, 0, sizeof job);
    job.wanted_crc = wanted->data_crc32;
    call->hooks = &writing;
    reply_new(spindrift_v1_DeviceToHost_stream_opened_tag);
    reply.body.stream_opened =
        (spindrift_v1_StreamOpened){.up_block_bytes = MAX_BLOCK_BYTES, .up_total_bytes = STORE_BYTES, .lossless = true};
    call_progress(call);
    up_open(&job.up, call);
    return true;
}
