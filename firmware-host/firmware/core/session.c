#include "session.h"

#include <string.h>

#include "bytes.h"
#include "down-stream.h"
#include "frame.h"
#include "limits.h"
#include "pb_decode.h"
#include "port.h"
#include "safety.h"
#include "text.h"
#include "verbs.h"
#include "wake.h"

#define HEARTBEAT_US 250000u
/* CRC failures without a good frame after which the link is beyond repair. */
#define CRC_FAILURES 64u
/* Places for verbs that are taken even when all others are in use; they answer at once. */
#define SPARE_CALLS 1u
#define CALLS (MAX_INFLIGHT + SPARE_CALLS)
/* Shortest frame that can hold anything; the parser keeps two of the longest, so that one arrives while the other is worked on. */
#define PARSER_BYTES (2 * (MAX_RX_FRAME + FRAME_HEADER_BYTES))
/* Room that must be there for answers before a request is taken. */
#define ANSWER_ROOM 1024u

static frame_parser_t parser;
static uint8_t parser_buffer[PARSER_BYTES];
static call_t calls[CALLS];
/* Places beyond this one are free. */
static uint32_t used;
static spindrift_v1_HostToDevice request;
static bool greeted, hung;
static uint32_t silence_ms;
static uint64_t heard_us;

void session_start(void) {
    /* After power-up there are none; tests and fuzzers start the core again and again. */
    for (uint32_t k = 0; k < CALLS; k++) call_drop(&calls[k]);
    used = 0;
    greeted = hung = false;
    frame_parser_init(&parser, parser_buffer, sizeof parser_buffer, MAX_RX_FRAME, CRC_FAILURES);
}

const frame_counters_t *session_received_counters(void) {
    return &parser.counters;
}

void session_reset(void) {
    frame_parser_reset(&parser);
    frame_writer_reset(&link_out);
    greeted = hung = false;
    for (uint32_t k = 0; k < CALLS; k++) call_drop(&calls[k]);
    safety_make_safe();
}

void session_greet(uint32_t ms) {
    greeted = true;
    silence_ms = ms;
    heard_us = port_uptime_us();
}

void session_ungreet(void) {
    greeted = false;
}

bool session_greeted(void) {
    return greeted;
}

void session_cancel_calls(const call_t *except) {
    refusal_t refusal;
    refuse(&refusal, STATUS_CANCELLED, "the session was reset, or the drive switched off", NULL);
    for (uint32_t k = 0; k < CALLS; k++)
        if (&calls[k] != except) call_refuse(&calls[k], &refusal);
}

bool session_need_stream(const call_t *call, refusal_t *refusal) {
    uint32_t streams = 0;
    for (uint32_t k = 0; k < CALLS; k++)
        if (calls[k].open && calls[k].hooks != NULL && calls[k].hooks->stream) streams++;
    if (streams < MAX_STREAMS) return true;
    return refuse_for_now(refusal, STATUS_RESOURCE_EXHAUSTED, verb_name(call->verb), "too many streams are open");
}

static call_t *find(uint32_t id) {
    for (uint32_t k = 0; k < used; k++)
        if (calls[k].open && calls[k].id == id) return &calls[k];
    return NULL;
}

static call_t *free_place(uint32_t count) {
    for (uint32_t k = 0; k < count; k++)
        if (!calls[k].open) return &calls[k];
    return NULL;
}

/* Answers a request that gets no place. */
static void turn_away(const refusal_t *refusal) {
    call_t call = {.open = true, .id = request.id};
    call_refuse(&call, refusal);
}

static bool admit(const verb_t *verb, refusal_t *refusal) {
    if (verb == NULL) return refuse(refusal, STATUS_NOT_IMPLEMENTED, "this board does not serve the verb of the request", NULL);
    if (!greeted && !verb->early)
        return refuse(refusal, STATUS_FAILED_PRECONDITION, verb->name, ": say Hello with a supported major version first", NULL);
    if (request.id != 0 && find(request.id) != NULL) return refuse(refusal, STATUS_INVALID_ARGUMENT, "the id of the request is in use", NULL);
    if (free_place(verb->always ? CALLS : MAX_INFLIGHT) == NULL)
        return refuse_for_now(refusal, STATUS_BUSY, verb->name, "too many requests are open");
    return true;
}

static void serve(void) {
    refusal_t refusal;
    const verb_t *verb = verb_find(request.which_body);
    if (!admit(verb, &refusal)) {
        turn_away(&refusal);
        return;
    }
    call_t *call = free_place(verb->always ? CALLS : MAX_INFLIGHT);
    if (call >= calls + used) used = (uint32_t)(call - calls) + 1;
    uint32_t deadline_ms = request.deadline_ms > 0 ? request.deadline_ms : verb->deadline_ms;
    *call = (call_t){
        .open = true,
        .verb = request.which_body,
        .id = request.id,
        .config_hash = request.config_hash,
        .deadline_us = deadline_ms > 0 ? port_uptime_us() + deadline_ms * 1000ull : 0,
        .deadline_ms = deadline_ms,
    };
    if (!verb->serve(call, &request, &refusal)) call_refuse(call, &refusal);
}

static void close_stream(call_t *call) {
    if (call->down != NULL)
        down_close(call->down);
    else if (call->hooks != NULL && call->hooks->close != NULL)
        call->hooks->close(call);
}

static void take_request(const uint8_t *payload, size_t size) {
    pb_istream_t stream = pb_istream_from_buffer(payload, size);
    if (!pb_decode(&stream, spindrift_v1_HostToDevice_fields, &request)) {
        reply_new(0);
        reply.status = (spindrift_v1_Status)STATUS_DECODE;
        text_copy(reply.detail, sizeof reply.detail, "the message cannot be decoded");
        reply.boot_id = port_boot_id();
        reply_send(0, true);
        return;
    }
    call_t *target;
    switch (request.which_body) {
    case spindrift_v1_HostToDevice_heartbeat_tag:
        return;
    case spindrift_v1_HostToDevice_cancel_tag: {
        refusal_t cancelled;
        refuse(&cancelled, STATUS_CANCELLED, "cancelled by the host", NULL);
        target = find(request.body.cancel.target_id);
        if (target != NULL) call_refuse(target, &cancelled);
        return;
    }
    case spindrift_v1_HostToDevice_stream_credit_tag:
        target = find(request.body.stream_credit.stream_id);
        if (target != NULL && target->down != NULL) down_grant(target->down, request.body.stream_credit.blocks);
        return;
    case spindrift_v1_HostToDevice_stream_close_tag:
        target = find(request.body.stream_close.stream_id);
        if (target != NULL) close_stream(target);
        return;
    default:
        serve();
    }
}

static void take_block(const uint8_t *payload, size_t size) {
    if (size < BLOCK_HEADER_BYTES) return;
    call_t *call = find(read_u32(payload));
    /* Blocks of a stream that has ended are normal after a cancel. */
    if (call == NULL || call->hooks == NULL || call->hooks->block == NULL) return;
    up_block_t block = {
        .seq = read_u32(payload + 4),
        .flags = read_u16(payload + 12),
        .data = payload + BLOCK_HEADER_BYTES,
        .size = size - BLOCK_HEADER_BYTES,
    };
    refusal_t refusal;
    if (!call->hooks->block(call, &block, &refusal)) call_refuse(call, &refusal);
}

/* Works on whole frames while there is room for answers. */
static void take_frames(void) {
    frame_view_t frame;
    while (port_usb_write_space() >= ANSWER_ROOM && frame_parser_next(&parser, &frame)) {
        heard_us = port_uptime_us();
        if (frame.type == FRAME_DATA)
            take_block(frame.payload, frame.size);
        else
            take_request(frame.payload, frame.size);
    }
    if (!parser.gave_up || hung) return;
    hung = true;
    session_cancel_calls(NULL);
    safety_make_safe();
    greeted = false;
    port_usb_stall();
}

size_t session_received(const uint8_t *data, size_t size) {
    size_t taken = frame_parser_put(&parser, data, size);
    take_frames();
    return taken;
}

static void heartbeat(void) {
    if (!greeted || !wake_reached(reply_last_sent_us() + HEARTBEAT_US)) return;
    if (port_usb_write_space() < ANSWER_ROOM) return;
    reply_new(spindrift_v1_DeviceToHost_heartbeat_tag);
    reply.body.heartbeat = (spindrift_v1_Heartbeat){
        .boot_id = port_boot_id(),
        .uptime_us = port_uptime_us(),
        .state = safety_state(),
        .rx_free = RX_CREDIT_BYTES,
    };
    reply_event();
    wake_at(reply_last_sent_us() + HEARTBEAT_US);
}

static void watch_host(void) {
    if (silence_ms == 0 || !safety_armed()) return;
    if (!wake_reached(heard_us + silence_ms * 1000ull)) return;
    uint32_t silent_ms = (uint32_t)((port_uptime_us() - heard_us) / 1000);
    safety_trip(spindrift_v1_FaultCode_FAULT_CODE_HOST_SILENCE, "link", (int32_t)silent_ms, (int32_t)silence_ms);
}

static void work(call_t *call) {
    refusal_t refusal;
    if (call->hooks != NULL && call->hooks->step != NULL && !call->hooks->step(call, &refusal)) call_refuse(call, &refusal);
    if (!call->open || call->deadline_us == 0 || !wake_reached(call->deadline_us)) return;
    char ms[12];
    text_t text = text_begin(ms, sizeof ms);
    text_add_int(&text, call->deadline_ms);
    refuse(&refusal, STATUS_DEADLINE_EXCEEDED, verb_name(call->verb), ": not done within ", ms, " ms", NULL);
    call_refuse(call, &refusal);
}

void session_poll(void) {
    take_frames();
    watch_host();
    for (uint32_t k = 0; k < used; k++)
        if (calls[k].open) work(&calls[k]);
    while (used > 0 && !calls[used - 1].open) used--;
    heartbeat();
    frame_flush(&link_out);
}
