#include "call.h"

#include <string.h>

#include "text.h"

static void settle(call_t *call) {
    call->open = false;
    const call_hooks_t *hooks = call->hooks;
    call->hooks = NULL;
    if (hooks != NULL && hooks->ended != NULL) hooks->ended(call);
}

void call_progress(call_t *call) {
    if (call->open) reply_send(call->id, false);
}

void call_finish(call_t *call) {
    if (!call->open) return;
    /* What the call held is free when its answer arrives. */
    settle(call);
    reply.status = (spindrift_v1_Status)STATUS_OK;
    if (call->id != 0) reply_send(call->id, true);
}

void call_done(call_t *call) {
    reply_new(0);
    call_finish(call);
}

void call_refuse(call_t *call, const refusal_t *refusal) {
    if (!call->open) return;
    settle(call);
    if (call->id == 0) return;
    reply_new(0);
    reply.status = (spindrift_v1_Status)refusal->status;
    reply.retry_after_ms = refusal->retry_after_ms;
    text_copy(reply.detail, sizeof reply.detail, refusal->detail);
    reply_send(call->id, true);
}

void call_drop(call_t *call) {
    if (call->open) settle(call);
}
