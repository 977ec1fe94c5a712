/*
 * The whole core, on a board of variables: whatever a host sends, cut and timed as it may be. Input: a byte that says how the stream is cut, a byte
 * that says how the board behaves, then the stream. Besides what the sanitizers and the fake port see: everything that the core sends is sound
 * frames with messages that decode, and while the interlock is open for longer than a look at it takes the array is off.
 */
#include <stdlib.h>
#include <string.h>

#include "bytes.h"
#include "check.h"
#include "core.h"
#include "crc.h"
#include "fake-port.h"
#include "frame.h"
#include "pb_decode.h"
#include "port.h"
#include "spindrift/v1/envelope.pb.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(condition) \
    do { \
        if (!(condition)) { \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
            __builtin_trap(); \
        } \
    } while (0)

/* How the board behaves, bits of the second byte. */
enum { CHIPS_SILENT = 1, VAMP_LIES = 2, INTERLOCK_OPENS = 4, HOST_READS_LATE = 8, SLOW = 16, LINK_RESETS = 32, TIME_JUMPS = 64, HOT = 128 };
static uint8_t manner;

/* The voltages that the monitors see, in steps of 195.3125 uV in the upper 20 bits, and 25 degrees. */
static bool answer_i2c(uint8_t address, const uint8_t *tx, size_t tx_size, uint8_t *rx, size_t rx_size) {
    if ((manner & CHIPS_SILENT) != 0 && fake.random % 3 == 0) return false;
    memset(rx, 0, rx_size);
    if (tx_size != 1) return true;
    uint32_t microvolt = 0;
    if (address == 0x40) microvolt = 5000000;
    if (address == 0x41) microvolt = 3300000;
    if (address == 0x44) microvolt = (uint32_t)(fake.dac[0] * 2500000ull / 65536) + ((manner & VAMP_LIES) != 0 ? 300000 : 0);
    if (tx[0] == 5 && rx_size == 3) {
        uint32_t code = (uint32_t)(microvolt * 10000ull / 1953125) << 4;
        rx[0] = (uint8_t)(code >> 16);
        rx[1] = (uint8_t)(code >> 8);
        rx[2] = (uint8_t)code;
    }
    if (address == 0x48 && rx_size == 2) rx[0] = (manner & HOT) != 0 ? 0x30 : 0x0c;
    return true;
}

/* Judges the frames that were sent and forgets them; keeps the beginning of one that is not whole. */
static void judge_sent(void) {
    size_t at = 0;
    while (fake.sent_size - at >= FRAME_HEADER_BYTES) {
        const uint8_t *frame = fake.sent + at;
        REQUIRE(frame[0] == FRAME_MAGIC_0 && frame[1] == FRAME_MAGIC_1 && crc8(frame, 7) == frame[7]);
        REQUIRE(frame[2] == FRAME_CONTROL_TO_HOST || frame[2] == FRAME_DATA || frame[2] == FRAME_PAD);
        uint32_t length = read_u32(frame + 4) & 0xffffff;
        if (fake.sent_size - at < FRAME_HEADER_BYTES + length) break;
        const uint8_t *payload = frame + FRAME_HEADER_BYTES;
        REQUIRE(crc32_continue(crc32(frame, 8), payload, length) == read_u32(frame + 8));
        if (frame[2] == FRAME_CONTROL_TO_HOST) {
            static spindrift_v1_DeviceToHost message;
            pb_istream_t in = pb_istream_from_buffer(payload, length);
            REQUIRE(pb_decode(&in, spindrift_v1_DeviceToHost_fields, &message));
        }
        at += FRAME_HEADER_BYTES + length;
    }
    fake.sent_size -= at;
    memmove(fake.sent, fake.sent + at, fake.sent_size);
}

static void poll(unsigned rounds) {
    for (unsigned k = 0; k < rounds && fake.reboots == 0; k++) {
        uint64_t next = core_poll();
        next_random(&fake.random);
        uint64_t most = (manner & TIME_JUMPS) != 0 ? fake.now_us + fake.random % 400000 : fake.now_us + 20000;
        fake.now_us = next > fake.now_us && next < most ? next : next == 0 ? fake.now_us + 20 : most;
        if ((manner & HOST_READS_LATE) == 0 || fake.random % 16 == 0) {
            judge_sent();
            fake_drain();
        }
    }
}

/* Looks at the interlock as the core has to, at the latest after the longest step of time above. */
static void open_interlock(void) {
    fake.interlock_open = true;
    poll(4);
    REQUIRE(!fake.array_on);
    fake.interlock_open = false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 2) return 0;
    fake_reset();
    manner = data[1];
    fake.random = data[0] * 2654435761u + 1;
    fake.i2c = answer_i2c;
    fake.latency = (manner & SLOW) != 0 ? 3 : 0;
    core_init();
    /* The board listens once it has looked for its calibration: a header from each bank, or none from either. */
    poll(400);
    size_t piece = 1u + data[0];
    for (size_t at = 2; at < size && fake.reboots == 0 && !fake.stalled;) {
        size_t wanted = size - at < piece ? size - at : piece;
        size_t taken = core_received(data + at, wanted);
        REQUIRE(taken <= wanted);
        at += taken;
        poll(taken == wanted ? 2 : 6);
#ifdef PLANTED_FAULT
        /* For the proof that changed requests get as far as a drive that is on, and are acted on: the seeds ask for 27 shots, or for 128 and more. */
        REQUIRE(fake.shots_run < 28 || fake.shots_run > 127);
#endif
        if (taken == 0 && fake.random % 64 == 0) break; /* a host that gives up */
        if ((manner & INTERLOCK_OPENS) != 0 && fake.random % 32 == 0) open_interlock();
        if ((manner & LINK_RESETS) != 0 && fake.random % 32 == 0) {
            judge_sent();
            fake.sent_size = 0;
            core_usb_reset();
            fake_drain();
        }
    }
    poll(60);
    judge_sent();
    /* A chip starts without calls; the next input must too. */
    core_usb_reset();
    return 0;
}
