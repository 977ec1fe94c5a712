/* The one message that is being written to the host. */
#ifndef SPINDRIFT_CORE_REPLY_H
#define SPINDRIFT_CORE_REPLY_H

#include <stdbool.h>
#include <stdint.h>

#include "frame-writer.h"
#include "spindrift/v1/envelope.pb.h"

extern spindrift_v1_DeviceToHost reply;
/* What went to the host since boot. */
extern frame_writer_t link_out;

/* Room in the link's ring that blocks leave to control frames. */
#define REPLY_RESERVE_BYTES 4096u

/* Empties the message; `body` is the tag of what it will carry, 0 for nothing. */
void reply_new(uint16_t body);
/* Sends it. Requests are taken only while there is room for their answers, so that this does not fail for one that answers. */
bool reply_send(uint32_t id, bool end);
/* Sends it as an event. */
bool reply_event(void);
/* Uptime at which the last frame went out, us. */
uint64_t reply_last_sent_us(void);
/* A block went out: no heartbeat is needed. */
void reply_note_sent(void);

#endif
