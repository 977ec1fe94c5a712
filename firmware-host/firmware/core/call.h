/* A request from its arrival to its one final answer. */
#ifndef SPINDRIFT_CORE_CALL_H
#define SPINDRIFT_CORE_CALL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "refusal.h"
#include "reply.h"

typedef struct call call_t;
typedef struct down_stream down_stream_t;

/* A block that came up, its data a view. */
typedef struct {
    uint32_t seq;
    uint16_t flags;
    const uint8_t *data;
    size_t size;
} up_block_t;

/* How an open call listens and works; what is NULL is not needed. A false return is a refusal that ends the call. */
typedef struct {
    /* Goes on with the work; called in every round. */
    bool (*step)(call_t *call, refusal_t *refusal);
    /* A block came up. */
    bool (*block)(call_t *call, const up_block_t *block, refusal_t *refusal);
    /* The host asks for the orderly end; a call with a downward stream needs none. */
    void (*close)(call_t *call);
    /* The call has ended, however: give back what it held. */
    void (*ended)(call_t *call);
    bool stream;
} call_hooks_t;

struct call {
    bool open;
    uint16_t verb; /* tag of the request's body */
    uint32_t id;
    uint32_t config_hash;
    uint64_t deadline_us; /* uptime; 0 = none */
    uint32_t deadline_ms;
    const call_hooks_t *hooks;
    down_stream_t *down; /* its downward stream, to which credit and the orderly end go */
};

/* Sends reply_new's message as an answer that is not the last. */
void call_progress(call_t *call);
/* Sends reply_new's message as the final answer, OK. */
void call_finish(call_t *call);
/* The final answer, OK and without a body. */
void call_done(call_t *call);
/* The final answer of a call that was not done. */
void call_refuse(call_t *call, const refusal_t *refusal);
/* The end without a word: the session it belonged to is gone. */
void call_drop(call_t *call);

#endif
