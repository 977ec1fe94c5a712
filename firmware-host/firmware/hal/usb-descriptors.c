#include "usb-descriptors.h"

enum { DEVICE = 1, CONFIGURATION = 2, STRING = 3, BOS = 15 };
enum { SET_BYTES = 162, STRING_BYTES = 2 + 2 * 31 };

#define LOW(x) ((x) & 0xff)
#define HIGH(x) ((x) >> 8)

static const uint8_t device[18] = {
    18, DEVICE, 0x10, 0x02, 0, 0, 0, 64, LOW(USB_VENDOR_ID), HIGH(USB_VENDOR_ID), LOW(USB_PRODUCT_ID), HIGH(USB_PRODUCT_ID),
    LOW(USB_DEVICE_RELEASE), HIGH(USB_DEVICE_RELEASE), 1, 2, 3, 1};

static const uint8_t configuration[32] = {
    9, CONFIGURATION, 32, 0, 1, 1, 0, 0x80, 250,   /* bus powered, 500 mA */
    9, 4, 0, 0, 2, 0xff, 0, 0, 4,                  /* one interface of the vendor's own */
    7, 5, USB_ENDPOINT_IN, 2, 64, 0, 0,            /* bulk */
    7, 5, USB_ENDPOINT_OUT, 2, 64, 0, 0};

static const uint8_t bos[57] = {
    5, BOS, 57, 0, 2,
    0x1c, 0x10, 5, 0, /* Microsoft OS 2.0: D8DD60DF-4589-4CC7-9CD2-659D9E648A9F */
    0xdf, 0x60, 0xdd, 0xd8, 0x89, 0x45, 0xc7, 0x4c, 0x9c, 0xd2, 0x65, 0x9d, 0x9e, 0x64, 0x8a, 0x9f,
    0x00, 0x00, 0x03, 0x06, SET_BYTES, 0, USB_VENDOR_MICROSOFT, 0,
    0x18, 0x10, 5, 0, /* WebUSB: 3408B638-09A9-47A0-8BFD-A0768815B665; no landing page */
    0x38, 0xb6, 0x08, 0x34, 0xa9, 0x09, 0xa0, 0x47, 0x8b, 0xfd, 0xa0, 0x76, 0x88, 0x15, 0xb6, 0x65,
    0x00, 0x01, USB_VENDOR_WEBUSB, 0};

static const uint8_t languages[4] = {4, STRING, 0x09, 0x04};

static const uint8_t set_head[38] = {
    10, 0, 0, 0, 0x00, 0x00, 0x03, 0x06, SET_BYTES, 0,                   /* set header */
    20, 0, 3, 0, 'W', 'I', 'N', 'U', 'S', 'B', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, /* compatible id */
    132, 0, 4, 0, 7, 0, 42, 0}; /* registry property, REG_MULTI_SZ, length of its name */

static const char property_name[] = "DeviceInterfaceGUIDs";
static const char interface_guid[] = "{567EDF93-16FD-4EFD-9F79-66B0D67186BC}";

static const char *texts[4];
static uint8_t text_bytes[STRING_BYTES];
static uint8_t set[SET_BYTES];

/* UTF-16LE of ASCII, zero included. */
static uint8_t *put_wide(uint8_t *to, const char *text) {
    do {
        *to++ = (uint8_t)*text;
        *to++ = 0;
    } while (*text++ != 0);
    return to;
}

void usb_descriptors_start(const char *serial, bool emulated) {
    texts[0] = "Spindrift";
    texts[1] = emulated ? "Spindrift emulator" : "Spindrift board";
    texts[2] = serial;
    texts[3] = "link";
    for (size_t i = 0; i < 38; i++) set[i] = set_head[i];
    uint8_t *to = put_wide(set + 38, property_name);
    *to++ = 80;
    *to++ = 0;
    put_wide(to, interface_guid); /* the list's own zero is there already */
}

static const uint8_t *text_descriptor(const char *text, size_t *size) {
    size_t at = 2;
    for (; *text != 0 && at < STRING_BYTES; text++) {
        text_bytes[at++] = (uint8_t)*text;
        text_bytes[at++] = 0;
    }
    text_bytes[0] = (uint8_t)at;
    text_bytes[1] = STRING;
    *size = at;
    return text_bytes;
}

const uint8_t *usb_descriptor(unsigned type, unsigned index, size_t *size) {
    if (type == STRING && index >= 1 && index <= 4) return text_descriptor(texts[index - 1], size);
    if (index != 0) return NULL;
    switch (type) {
    case DEVICE: *size = sizeof device; return device;
    case CONFIGURATION: *size = sizeof configuration; return configuration;
    case STRING: *size = sizeof languages; return languages;
    case BOS: *size = sizeof bos; return bos;
    default: return NULL;
    }
}

const uint8_t *usb_microsoft_set(size_t *size) {
    *size = SET_BYTES;
    return set;
}
