#include "frame-writer.h"

#include "bytes.h"
#include "crc.h"
#include "frame.h"
#include "port.h"

void frame_seal(uint8_t *out, uint8_t type, const uint8_t *first, size_t first_size, const uint8_t *second, size_t second_size) {
    out[0] = FRAME_MAGIC_0;
    out[1] = FRAME_MAGIC_1;
    out[2] = type;
    out[3] = 0;
    write_u32(out + 4, (uint32_t)(first_size + second_size));
    out[7] = crc8(out, 7);
    uint32_t crc = crc32_continue(crc32(out, 8), first, first_size);
    write_u32(out + 8, crc32_continue(crc, second, second_size));
}

static bool send(frame_writer_t *writer, const uint8_t *head, size_t head_size, const uint8_t *rest, size_t rest_size) {
    if (port_usb_write_space() < head_size + rest_size) return false;
    port_usb_write(head, head_size);
    if (rest_size > 0) port_usb_write(rest, rest_size);
    writer->frames++;
    writer->bytes += head_size + rest_size;
    writer->skew = (writer->skew + (uint32_t)(head_size + rest_size)) & 3;
    writer->flush_due = true;
    return true;
}

bool frame_write_control(frame_writer_t *writer, const uint8_t *payload, size_t size) {
    uint8_t head[FRAME_HEADER_BYTES];
    frame_seal(head, FRAME_CONTROL_TO_HOST, payload, size, payload, 0);
    return send(writer, head, sizeof head, payload, size);
}

/* Fills up to the next word of the ring. */
static void align(frame_writer_t *writer) {
    static const uint8_t nothing[3];
    uint8_t head[FRAME_HEADER_BYTES];
    if (writer->skew == 0) return;
    size_t size = 4 - writer->skew;
    frame_seal(head, FRAME_PAD, nothing, size, nothing, 0);
    send(writer, head, sizeof head, nothing, size);
}

void frame_writer_reset(frame_writer_t *writer) {
    writer->skew = 0;
    writer->flush_due = false;
}

bool frame_write_block(frame_writer_t *writer, const block_header_t *header, const uint8_t *data, size_t size) {
    uint8_t head[FRAME_HEADER_BYTES + BLOCK_HEADER_BYTES];
    size_t filling = writer->skew == 0 ? 0 : FRAME_HEADER_BYTES + 4 - writer->skew;
    if (port_usb_write_space() < filling + sizeof head + size) return false;
    align(writer);
    uint8_t *block = head + FRAME_HEADER_BYTES;
    write_u32(block, header->stream_id);
    write_u32(block + 4, header->seq);
    write_u32(block + 8, header->time_us);
    write_u16(block + 12, header->flags);
    block[14] = header->format;
    block[15] = header->tail;
    frame_seal(head, FRAME_DATA, block, BLOCK_HEADER_BYTES, data, size);
    return send(writer, head, sizeof head, data, size);
}

void frame_flush(frame_writer_t *writer) {
    if (!writer->flush_due) return;
    writer->flush_due = false;
    port_usb_flush();
}
