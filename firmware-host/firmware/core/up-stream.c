#include "up-stream.h"

#include "limits.h"
#include "verbs.h"

static void grant(up_stream_t *stream, uint32_t blocks) {
    stream->granted += blocks;
    reply_new(spindrift_v1_DeviceToHost_stream_credit_tag);
    reply.body.stream_credit = (spindrift_v1_StreamCredit){.stream_id = stream->call->id, .blocks = blocks};
    call_progress(stream->call);
}

void up_open(up_stream_t *stream, call_t *call) {
    *stream = (up_stream_t){.call = call};
    grant(stream, UP_WINDOW);
}

bool up_accept(up_stream_t *stream, const up_block_t *block, refusal_t *refusal) {
    const char *verb = verb_name(stream->call->verb);
    if (block->seq != stream->next) return refuse(refusal, STATUS_DATA_LOSS, verb, ": a block is missing or came twice", NULL);
    if (stream->granted == 0) return refuse(refusal, STATUS_RESOURCE_EXHAUSTED, verb, ": a block was sent without credit", NULL);
    if (block->size > MAX_BLOCK_BYTES) return refuse(refusal, STATUS_INVALID_ARGUMENT, verb, ": the block is too long", NULL);
    stream->granted--;
    stream->next++;
    return true;
}

void up_consumed(up_stream_t *stream) {
    if (++stream->consumed < UP_WINDOW / 2) return;
    uint32_t blocks = stream->consumed;
    stream->consumed = 0;
    if (stream->call->open) grant(stream, blocks);
}
