/* One connection of a host: frames in, calls with deadlines, signs of life both ways. */
#ifndef SPINDRIFT_CORE_SESSION_H
#define SPINDRIFT_CORE_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "call.h"
#include "frame-parser.h"

void session_start(void);
/* Bytes from the host; returns how many were taken. */
size_t session_received(const uint8_t *data, size_t size);
/* The link begins anew: calls end without a word, nothing is said until the next Hello. */
void session_reset(void);
/* Works on what is open: calls, deadlines, heartbeats, the watch for the host. */
void session_poll(void);

/* Hello was accepted. silence_ms: silence of the host that is acted on while armed, 0 = never. */
void session_greet(uint32_t silence_ms);
/* Hello was refused: verbs are refused too. */
void session_ungreet(void);
bool session_greeted(void);
/* Ends every call CANCELLED, except one. */
void session_cancel_calls(const call_t *except);
/* False, with a refusal, when as many streams are open as a session may have. */
bool session_need_stream(const call_t *call, refusal_t *refusal);
const frame_counters_t *session_received_counters(void);

#endif
