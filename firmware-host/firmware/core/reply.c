#include "reply.h"

#include <string.h>

#include "limits.h"
#include "pb_encode.h"
#include "port.h"

spindrift_v1_DeviceToHost reply;
frame_writer_t link_out;

static uint64_t last_sent_us;

_Static_assert(spindrift_v1_DeviceToHost_size <= MAX_CONTROL_BYTES, "the longest answer fits a control frame");

void reply_new(uint16_t body) {
    memset(&reply, 0, sizeof reply);
    reply.which_body = body;
}

bool reply_send(uint32_t id, bool end) {
    static uint8_t encoded[spindrift_v1_DeviceToHost_size];
    reply.id = id;
    reply.end = end;
    pb_ostream_t stream = pb_ostream_from_buffer(encoded, sizeof encoded);
    if (!pb_encode(&stream, spindrift_v1_DeviceToHost_fields, &reply)) return false;
    if (!frame_write_control(&link_out, encoded, stream.bytes_written)) return false;
    reply_note_sent();
    return true;
}

bool reply_event(void) {
    reply.boot_id = port_boot_id();
    return reply_send(0, false);
}

uint64_t reply_last_sent_us(void) {
    return last_sent_us;
}

void reply_note_sent(void) {
    last_sent_us = port_uptime_us();
}
