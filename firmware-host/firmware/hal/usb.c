#include "usb.h"

#include <string.h>

#include "registers.h"
#include "usb-buffers.h"
#include "usb-control.h"
#include "usb-descriptors.h"
#include "wake-up.h"

#define EP_ABORT REG(USB + 0x60)
#define EP_ABORT_DONE REG(USB + 0x64)
#define ENDPOINT_CONTROL(pipe) REG(USB_DPRAM + 4u * (uint32_t)(pipe))
#define ENDPOINT_BULK (BIT(31) | BIT(30) | BIT(29) | 2u << 26) /* enabled, double, interrupt per buffer */

/* Bytes in the ring below which the main loop is told that there is room: for the longest block and what is kept for answers. */
#define WAKE_BELOW (USB_RING_BYTES - 8448u)

static uint8_t ring[USB_RING_BYTES] __attribute__((aligned(4)));
/* Counts of bytes since the last reset, modulo 2^32. */
static volatile uint32_t written, sent;
static volatile bool flush_wanted, last_was_full;
static volatile bool configured, reset_pending;

/* One pipe: which half the controller uses next, which we give next, and which it has. */
static struct {
    uint8_t controller_half, our_half;
    bool armed[2], full[2];
    bool data1, halted;
} in, out;
static size_t out_taken;

static uint32_t lock(void) {
    uint32_t state;
    __asm volatile("mrs %0, primask\n cpsid i" : "=r"(state)::"memory");
    return state;
}
static void unlock(uint32_t state) {
    __asm volatile("msr primask, %0" ::"r"(state) : "memory");
}

static void in_done(void);
static void out_done(void);

void usb_revoke(enum usb_pipe pipe) {
    if (((USB_CONTROL(pipe, 0) | USB_CONTROL(pipe, 1)) & BUF_AVAILABLE) != 0) {
        EP_ABORT = BIT(pipe);
        /* At most the transaction that is on the wire, 60 us; an emulated or an early chip may never say so. */
        for (int i = 0; i < 2000 && (EP_ABORT_DONE & BIT(pipe)) == 0; i++) {
        }
        EP_ABORT_DONE = BIT(pipe);
        /* The transaction that was on the wire has ended meanwhile: its half and its DATA0/1 are used, and the controller is at the other half. */
        if (pipe == PIPE_BULK_IN) in_done();
        if (pipe == PIPE_BULK_OUT) out_done();
    }
    USB_CONTROL(pipe, 0) = 0;
    USB_CONTROL(pipe, 1) = 0;
    EP_ABORT = 0;
}

/* Moves the next packet from the ring into a buffer. */
static void load(uint8_t *to, uint32_t from, uint32_t size) {
    uint32_t at = from % USB_RING_BYTES;
    uint32_t first = size < USB_RING_BYTES - at ? size : USB_RING_BYTES - at;
    memcpy(to, ring + at, first);
    if (first < size) memcpy(to + first, ring, size - first);
    __asm volatile("" ::: "memory"); /* all of it is there before the buffer is given away */
}

/* Whether a short packet, or an empty one, ends the burst now. */
static bool end_of_burst(uint32_t size) {
    if (!flush_wanted) return false;
    if (size > 0 || last_was_full) return true;
    flush_wanted = false; /* it has ended already */
    return false;
}

/* Fills the free buffers from the ring. Called with interrupts off: nothing moves meanwhile. */
static void fill(void) {
    if (!configured || in.halted) return;
    uint32_t from = sent, left = written - from, half = in.our_half;
    while (!in.armed[half]) {
        uint32_t size = left < USB_PACKET_BYTES ? left : USB_PACKET_BYTES;
        if (size < USB_PACKET_BYTES && !end_of_burst(size)) break;
        load((uint8_t *)(USB_DPRAM + USB_BULK_IN_OFFSET + 64u * half), from, size);
        from += size;
        left -= size;
        last_was_full = size == USB_PACKET_BYTES;
        if (!last_was_full) flush_wanted = false;
        in.armed[half] = true;
        usb_arm(PIPE_BULK_IN, half, BUF_FULL | (in.data1 ? BUF_DATA1 : 0) | size);
        in.data1 = !in.data1;
        half ^= 1;
    }
    sent = from;
    in.our_half = (uint8_t)half;
}

static void in_done(void) {
    while (in.armed[in.controller_half] && (USB_CONTROL(PIPE_BULK_IN, in.controller_half) & BUF_AVAILABLE) == 0) {
        in.armed[in.controller_half] = false;
        in.controller_half ^= 1;
    }
}

static void out_done(void) {
    while (out.armed[out.controller_half] && (USB_CONTROL(PIPE_BULK_OUT, out.controller_half) & BUF_AVAILABLE) == 0) {
        out.armed[out.controller_half] = false;
        out.full[out.controller_half] = true;
        out.controller_half ^= 1;
    }
}

static void arm_out(void) {
    while (configured && !reset_pending && !out.halted && !out.armed[out.our_half] && !out.full[out.our_half]) {
        out.armed[out.our_half] = true;
        usb_arm(PIPE_BULK_OUT, out.our_half, (out.data1 ? BUF_DATA1 : 0) | USB_PACKET_BYTES);
        out.data1 = !out.data1;
        out.our_half ^= 1;
    }
}

/* Empties the queue to the host. The toggle goes back over what was not sent. */
static void drop_in(void) {
    usb_revoke(PIPE_BULK_IN);
    in.data1 ^= in.armed[0] ^ in.armed[1];
    in.armed[0] = in.armed[1] = false;
    in.our_half = in.controller_half;
    /* At a word: the core counts on it. */
    written = (written + 3) & ~3u;
    sent = written;
    flush_wanted = last_was_full = false;
}

static void drop_out(void) {
    usb_revoke(PIPE_BULK_OUT);
    out.data1 ^= out.armed[0] ^ out.armed[1];
    out.armed[0] = out.armed[1] = out.full[0] = out.full[1] = false;
    out.our_half = out.controller_half;
    out_taken = 0;
}

void usb_bulk_link_reset(void) {
    in_done();
    out_done();
    drop_in();
    drop_out();
    reset_pending = true;
}

void usb_bulk_configure(bool on) {
    usb_bulk_link_reset();
    in.data1 = out.data1 = in.halted = out.halted = false;
    configured = on;
    ENDPOINT_CONTROL(PIPE_BULK_IN) = on ? ENDPOINT_BULK | USB_BULK_IN_OFFSET : 0;
    ENDPOINT_CONTROL(PIPE_BULK_OUT) = on ? ENDPOINT_BULK | USB_BULK_OUT_OFFSET : 0;
}

bool usb_bulk_halted(unsigned endpoint_address) {
    return endpoint_address == USB_ENDPOINT_IN ? in.halted : out.halted;
}

void usb_bulk_set_halt(unsigned endpoint_address) {
    if (endpoint_address == USB_ENDPOINT_IN) {
        in_done();
        drop_in();
        in.halted = true;
        USB_CONTROL(PIPE_BULK_IN, 0) = USB_CONTROL(PIPE_BULK_IN, 1) = BUF_STALL;
    } else {
        out_done();
        drop_out();
        out.halted = true;
        USB_CONTROL(PIPE_BULK_OUT, 0) = USB_CONTROL(PIPE_BULK_OUT, 1) = BUF_STALL;
    }
}

void usb_bulk_clear_halt(unsigned endpoint_address) {
    if (endpoint_address == USB_ENDPOINT_IN) {
        in_done();
        drop_in();
        in.data1 = in.halted = false;
    } else {
        out_done();
        drop_out();
        out.data1 = out.halted = false;
        arm_out();
    }
}

void usb_bulk_in_done(void) {
    uint32_t before = written - sent;
    in_done();
    fill();
    /* Not every packet is worth waking for: only when much has become free. */
    if (before > WAKE_BELOW && written - sent <= WAKE_BELOW) event_raise();
}

void usb_bulk_out_done(void) {
    out_done();
    event_raise();
}

size_t usb_write_space(void) {
    return USB_RING_BYTES - (written - sent);
}

void usb_write(const uint8_t *data, size_t size) {
    uint32_t state = lock();
    bool open = configured && !reset_pending; /* what nobody asked for is dropped */
    uint32_t at = written % USB_RING_BYTES;
    unlock(state);
    if (!open) return;
    size_t first = size < USB_RING_BYTES - at ? size : USB_RING_BYTES - at;
    memcpy(ring + at, data, first);
    if (first < size) memcpy(ring, data + first, size - first);
    state = lock();
    if (configured && !reset_pending) {
        written += size;
        fill();
    }
    unlock(state);
}

void usb_flush(void) {
    uint32_t state = lock();
    flush_wanted = configured && !reset_pending;
    fill();
    unlock(state);
}

void usb_stall(void) {
    uint32_t state = lock();
    usb_bulk_set_halt(USB_ENDPOINT_IN);
    usb_bulk_set_halt(USB_ENDPOINT_OUT);
    unlock(state);
}

bool usb_take_reset(void) {
    uint32_t state = lock();
    bool was = reset_pending;
    reset_pending = false;
    arm_out();
    unlock(state);
    return was;
}

const uint8_t *usb_received(size_t *size) {
    uint32_t state = lock();
    /* The oldest is the one that we give again next. */
    uint8_t half = out.our_half;
    bool there = out.full[half] && !reset_pending;
    *size = there ? (USB_CONTROL(PIPE_BULK_OUT, half) & BUF_LENGTH) - out_taken : 0;
    size_t from = USB_BULK_OUT_OFFSET + 64u * half + out_taken;
    unlock(state);
    return there ? (const uint8_t *)(USB_DPRAM + from) : NULL;
}

void usb_taken(size_t size) {
    uint32_t state = lock();
    uint8_t half = out.our_half;
    if (out.full[half] && !reset_pending) {
        out_taken += size;
        if (out_taken >= (USB_CONTROL(PIPE_BULK_OUT, half) & BUF_LENGTH)) {
            out.full[half] = false;
            out_taken = 0;
            arm_out();
        }
    }
    unlock(state);
}
