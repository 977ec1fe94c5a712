#include "client.h"

#include "check.h"
#include "core.h"
#include "fake-port.h"
#include "frame-parser.h"
#include "frame-writer.h"
#include "frame.h"
#include "pb_decode.h"
#include "pb_encode.h"

#define KEPT 256u
#define STEP_US 50u
#define PATIENCE_US 400000u
#define START_US 20000u

static spindrift_v1_DeviceToHost kept[KEPT];
static uint32_t kept_count, last_id;
static size_t looked_at;

static void take_answers(void) {
    while (looked_at < fake.sent_size) {
        const uint8_t *frame = fake.sent + looked_at;
        CHECK(fake.sent_size - looked_at >= FRAME_HEADER_BYTES);
        uint32_t size = frame[4] | (uint32_t)frame[5] << 8 | (uint32_t)frame[6] << 16;
        if (frame[2] == FRAME_CONTROL_TO_HOST) {
            CHECK(kept_count < KEPT);
            pb_istream_t in = pb_istream_from_buffer(frame + FRAME_HEADER_BYTES, size);
            CHECK(pb_decode(&in, spindrift_v1_DeviceToHost_fields, &kept[kept_count]));
            /* Heartbeats come by themselves. */
            if (kept[kept_count].id != 0) kept_count++;
        }
        looked_at += FRAME_HEADER_BYTES + size;
    }
    fake.sent_size = looked_at = 0;
    fake_drain();
}

uint32_t client_send(const spindrift_v1_HostToDevice *request) {
    static uint8_t frame[FRAME_HEADER_BYTES + spindrift_v1_HostToDevice_size];
    spindrift_v1_HostToDevice message = *request;
    message.id = ++last_id;
    pb_ostream_t out = pb_ostream_from_buffer(frame + FRAME_HEADER_BYTES, sizeof frame - FRAME_HEADER_BYTES);
    CHECK(pb_encode(&out, spindrift_v1_HostToDevice_fields, &message));
    frame_seal(frame, FRAME_CONTROL_TO_DEVICE, frame + FRAME_HEADER_BYTES, out.bytes_written, NULL, 0);
    CHECK_EQUAL(core_received(frame, FRAME_HEADER_BYTES + out.bytes_written), FRAME_HEADER_BYTES + out.bytes_written);
    return message.id;
}

void client_pass(uint32_t us) {
    for (uint32_t passed = 0; passed < us; passed += STEP_US) {
        core_poll();
        take_answers();
        fake.now_us += STEP_US;
    }
    core_poll();
    take_answers();
}

void client_begin(void) {
    kept_count = last_id = 0;
    looked_at = 0;
    core_init();
    /* The calibration memory is asked before anybody is listened to. */
    client_pass(START_US);
    const spindrift_v1_DeviceToHost *greeting = client_ask(REQUEST(hello, .protocol_major = 1, .nonce = 5));
    CHECK_EQUAL(greeting->status, spindrift_v1_Status_STATUS_OK);
}

const spindrift_v1_DeviceToHost *client_ask(const spindrift_v1_HostToDevice *request) {
    uint32_t id = client_send(request);
    for (uint32_t waited = 0; waited < PATIENCE_US && client_final(id) == NULL; waited += STEP_US) client_pass(STEP_US);
    CHECK(client_final(id) != NULL);
    return client_final(id);
}

const spindrift_v1_DeviceToHost *client_answer(uint32_t id, uint32_t number) {
    for (uint32_t k = 0; k < kept_count; k++)
        if (kept[k].id == id && number-- == 0) return &kept[k];
    return NULL;
}

uint32_t client_answers(uint32_t id) {
    uint32_t count = 0;
    while (client_answer(id, count) != NULL) count++;
    return count;
}

const spindrift_v1_DeviceToHost *client_final(uint32_t id) {
    for (uint32_t k = 0; k < kept_count; k++)
        if (kept[k].id == id && kept[k].end) return &kept[k];
    return NULL;
}

void client_cancel(uint32_t id) {
    client_send(REQUEST(cancel, .target_id = id));
    client_pass(STEP_US);
}

void client_forget(void) {
    kept_count = 0;
}

void client_refused(const spindrift_v1_HostToDevice *request, int status, const char *detail) {
    const spindrift_v1_DeviceToHost *answer = client_ask(request);
    CHECK_TEXT(answer->detail, detail);
    CHECK_EQUAL(answer->status, status);
}
