#include "down-stream.h"

#include "counters.h"
#include "frame.h"
#include "port.h"
#include "reply.h"
#include "verbs.h"
#include "wake.h"

#define UNLIMITED UINT32_MAX
/* A link that has moved nothing for so long is not being read; until then a lossy generator waits rather than drop what will soon have room. */
#define STUCK_US 5000u

static block_t ring[WAITING_BLOCKS];
static size_t last_space;

void down_begin(down_stream_t *stream, call_t *call) {
    stream->call = call;
    call->down = stream;
    stream->began_us = port_uptime_us();
    last_space = 0;
}

void down_grant(down_stream_t *stream, uint32_t blocks) {
    if (blocks == UNLIMITED)
        stream->unlimited = true;
    else
        stream->credit += blocks;
    wake_now();
}

static void advance(down_stream_t *stream) {
    stream->seq++;
    stream->blocks++;
    stream->first = (stream->first + 1) % WAITING_BLOCKS;
    stream->waiting--;
}

static void drop_oldest(down_stream_t *stream) {
    counters.bits_out -= ring[stream->first].bits;
    stream->bits_lost += ring[stream->first].bits;
    stream->dropped++;
    blocks_dropped++;
    stream->pending |= BLOCK_GAP;
    advance(stream);
}

static bool has_credit(const down_stream_t *stream, uint32_t blocks) {
    return stream->unlimited || stream->credit >= blocks;
}

/* Whether the link takes blocks at all: it does, or it did a moment ago. */
static bool link_moves(down_stream_t *stream) {
    size_t space = port_usb_write_space();
    if (space != last_space || stream->stuck_since == 0) {
        last_space = space;
        stream->stuck_since = port_uptime_us();
    }
    return !wake_reached(stream->stuck_since + STUCK_US);
}

block_t *down_block(down_stream_t *stream) {
    if (stream->ending || stream->closing) return NULL;
    if (!stream->lossy) {
        if (!has_credit(stream, stream->waiting + 1)) {
            if ((stream->pending & BLOCK_PAUSED) == 0) stream->pauses++;
            stream->pending |= BLOCK_PAUSED;
            return NULL;
        }
        /* One block at a time, so that what the array has done depends on the requests alone. */
        if (stream->waiting > 0) return NULL;
    } else if (stream->waiting == WAITING_BLOCKS) {
        if (has_credit(stream, 1) && link_moves(stream)) return NULL;
        drop_oldest(stream);
    }
    block_t *block = &ring[(stream->first + stream->waiting) % WAITING_BLOCKS];
    block->time_us = port_uptime_us();
    block->flags = 0;
    block->tail = 0;
    block->bits = 0;
    block->size = 0;
    return block;
}

void down_filled(down_stream_t *stream, bool last) {
    counters.bits_out += ring[(stream->first + stream->waiting) % WAITING_BLOCKS].bits;
    stream->waiting++;
    stream->ending = last;
    wake_now();
}

void down_close(down_stream_t *stream) {
    stream->closing = true;
    wake_now();
}

static bool send(down_stream_t *stream, const block_t *block, uint16_t flags) {
    if (port_usb_write_space() < block->size + FRAME_HEADER_BYTES + BLOCK_HEADER_BYTES + REPLY_RESERVE_BYTES) return false;
    block_header_t header = {
        .stream_id = stream->call->id,
        .seq = stream->seq,
        .time_us = (uint32_t)block->time_us,
        .flags = (uint16_t)(stream->flags | stream->pending | block->flags | flags),
        .format = stream->format,
        .tail = block->tail,
    };
    if (!frame_write_block(&link_out, &header, block->data, block->size)) return false;
    reply_note_sent();
    stream->pending = 0;
    stream->bytes += block->size;
    counters.bytes_out += block->size;
    if (!stream->unlimited) stream->credit--;
    return true;
}

static bool finish(down_stream_t *stream) {
    reply_new(spindrift_v1_DeviceToHost_stream_stats_tag);
    reply.body.stream_stats = (spindrift_v1_StreamStats){
        .blocks = stream->blocks,
        .bytes = stream->bytes,
        .dropped = stream->dropped,
        .clipped = stream->clipped,
        .items = stream->items,
        .board_time_us = port_uptime_us() - stream->began_us,
        .pauses = stream->pauses,
    };
    call_finish(stream->call);
    return true;
}

/* An empty block with END, if there is credit for one. */
static bool end_in_order(down_stream_t *stream) {
    while (stream->waiting > 0) drop_oldest(stream);
    if (!has_credit(stream, 1)) return finish(stream);
    block_t *end = &ring[stream->first];
    end->time_us = port_uptime_us();
    end->size = end->bits = 0;
    end->flags = end->tail = 0;
    stream->waiting = 1;
    if (!send(stream, end, BLOCK_END)) {
        stream->waiting = 0;
        return false;
    }
    advance(stream);
    return finish(stream);
}

bool down_pump(down_stream_t *stream) {
    while (stream->waiting > 0 && has_credit(stream, 1)) {
        bool end = stream->ending && stream->waiting == 1;
        if (!send(stream, &ring[stream->first], end ? BLOCK_END : 0)) return false;
        advance(stream);
        if (end) return finish(stream);
    }
    return stream->closing && end_in_order(stream);
}

bool down_block_bytes(uint32_t wanted, uint32_t *bytes, refusal_t *refusal) {
    *bytes = wanted == 0 ? MAX_BLOCK_BYTES : wanted;
    return wanted == 0 || check_field(refusal, "block_bytes", wanted, 1, MAX_BLOCK_BYTES);
}
