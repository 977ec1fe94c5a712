#include "usb-control.h"

#include <stddef.h>
#include <stdint.h>

#include "usb-buffers.h"
#include "usb-descriptors.h"

#define USB_ADDRESS REG(USB + 0x00)
#define USB_STALL_ARM REG(USB + 0x68)

enum { GET_STATUS = 0, CLEAR_FEATURE = 1, SET_FEATURE = 3, SET_ADDRESS = 5, GET_DESCRIPTOR = 6, GET_CONFIGURATION = 8 };
enum { SET_CONFIGURATION = 9, GET_INTERFACE = 10, SET_INTERFACE = 11 };
enum { LINK_RESET = 0x01, MICROSOFT = USB_VENDOR_MICROSOFT };
enum { MICROSOFT_SET_INDEX = 7 };

static const uint8_t *send_from;
static size_t send_left;
static bool send_empty;
static uint32_t send_data1;
static uint8_t new_address;
static uint8_t configuration;
static uint8_t answer[2];

void usb_control_reset(void) {
    USB_ADDRESS = 0;
    new_address = 0;
    configuration = 0;
    send_left = 0;
    send_empty = false;
}

static void send_packet(void) {
    size_t size = send_left < 64 ? send_left : 64;
    for (size_t i = 0; i < size; i++) USB_EP0_DATA[i] = send_from[i];
    send_from += size;
    send_left -= size;
    if (size < 64) send_empty = false;
    usb_arm(PIPE_EP0_IN, 0, BUF_FULL | send_data1 | size);
    send_data1 ^= BUF_DATA1;
}

static void stall(void) {
    USB_STALL_ARM = 3;
    USB_CONTROL(PIPE_EP0_IN, 0) = BUF_STALL;
    USB_CONTROL(PIPE_EP0_OUT, 0) = BUF_STALL;
}

static void acknowledge(void) {
    send_left = 0;
    send_empty = false;
    usb_arm(PIPE_EP0_IN, 0, BUF_FULL | BUF_DATA1);
}

static void send(const uint8_t *data, size_t size, size_t wanted) {
    if (wanted == 0) { /* no data stage: the status goes to the host, and nothing may stay armed for one from it */
        acknowledge();
        return;
    }
    send_from = data;
    send_left = size < wanted ? size : wanted;
    send_empty = size < wanted && size % 64 == 0;
    send_packet();
    /* The status stage; a host may come to it early. */
    usb_arm(PIPE_EP0_OUT, 0, BUF_DATA1);
}

static void send_byte_pair(uint8_t value, size_t size, size_t wanted) {
    answer[0] = value;
    answer[1] = 0;
    send(answer, size, wanted);
}

static void get_descriptor(unsigned value, size_t wanted) {
    size_t size = 0;
    const uint8_t *data = usb_descriptor(value >> 8, value & 0xff, &size);
    if (data == NULL)
        stall();
    else
        send(data, size, wanted);
}

static bool bulk_endpoint(unsigned index) {
    return configuration != 0 && (index == USB_ENDPOINT_IN || index == USB_ENDPOINT_OUT);
}

static void request_in(unsigned type, unsigned request, unsigned value, unsigned index, size_t wanted) {
    if (type == 0xc0 && request == MICROSOFT && index == MICROSOFT_SET_INDEX) {
        size_t size = 0;
        const uint8_t *data = usb_microsoft_set(&size);
        send(data, size, wanted);
    } else if (type == 0x80 && request == GET_DESCRIPTOR) {
        get_descriptor(value, wanted);
    } else if (type == 0x80 && request == GET_CONFIGURATION) {
        send_byte_pair(configuration, 1, wanted);
    } else if (request == GET_STATUS && (type == 0x80 || (type == 0x81 && index == 0 && configuration != 0))) {
        send_byte_pair(0, 2, wanted);
    } else if (request == GET_STATUS && type == 0x82 && ((index & 0x7f) == 0 || bulk_endpoint(index))) {
        send_byte_pair((index & 0x7f) != 0 && usb_bulk_halted(index), 2, wanted);
    } else if (type == 0x81 && request == GET_INTERFACE && index == 0 && configuration != 0) {
        send_byte_pair(0, 1, wanted);
    } else {
        stall();
    }
}

static void request_out(unsigned type, unsigned request, unsigned value, unsigned index, size_t size) {
    if (size != 0) { /* no request of ours carries data */
        stall();
        return;
    }
    if (type == 0x40 && request == LINK_RESET) {
        usb_bulk_link_reset();
        acknowledge();
    } else if (type == 0x00 && request == SET_ADDRESS && value < 128) {
        new_address = (uint8_t)value;
        acknowledge();
    } else if (type == 0x00 && request == SET_CONFIGURATION && value <= 1) {
        configuration = (uint8_t)value;
        usb_bulk_configure(value != 0);
        acknowledge();
    } else if (type == 0x01 && request == SET_INTERFACE && value == 0 && index == 0 && configuration != 0) {
        usb_bulk_clear_halt(USB_ENDPOINT_IN);
        usb_bulk_clear_halt(USB_ENDPOINT_OUT);
        acknowledge();
    } else if (type == 0x02 && value == 0 && request == CLEAR_FEATURE && bulk_endpoint(index)) {
        usb_bulk_clear_halt(index);
        acknowledge();
    } else if (type == 0x02 && value == 0 && request == SET_FEATURE && bulk_endpoint(index)) {
        usb_bulk_set_halt(index);
        acknowledge();
    } else {
        stall();
    }
}

void usb_control_setup(void) {
    volatile const uint8_t *setup = (volatile const uint8_t *)USB_DPRAM;
    unsigned type = setup[0];
    unsigned request = setup[1];
    unsigned value = setup[2] | (unsigned)setup[3] << 8;
    unsigned index = setup[4] | (unsigned)setup[5] << 8;
    unsigned length = setup[6] | (unsigned)setup[7] << 8;
    usb_revoke(PIPE_EP0_IN);
    usb_revoke(PIPE_EP0_OUT);
    new_address = 0;
    send_data1 = BUF_DATA1;
    if ((type & 0x80) != 0)
        request_in(type, request, value, index, length);
    else
        request_out(type, request, value, index, length);
}

void usb_control_in_done(void) {
    if (new_address != 0) {
        USB_ADDRESS = new_address;
        new_address = 0;
    } else if (send_left > 0 || send_empty) {
        send_packet();
    }
}
