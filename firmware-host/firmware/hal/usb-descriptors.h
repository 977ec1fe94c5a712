/* What the device says of itself. The test pair of numbers is a placeholder and not for distribution. */
#ifndef SPINDRIFT_HAL_USB_DESCRIPTORS_H
#define SPINDRIFT_HAL_USB_DESCRIPTORS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define USB_VENDOR_ID 0x1209
#define USB_PRODUCT_ID 0x0001
/* Firmware version, binary coded decimal; changes whenever a descriptor does, because Windows remembers them by it. */
#define USB_DEVICE_RELEASE 0x0010
#define USB_ENDPOINT_IN 0x81
#define USB_ENDPOINT_OUT 0x01
#define USB_VENDOR_MICROSOFT 0x20
#define USB_VENDOR_WEBUSB 0x21

void usb_descriptors_start(const char *serial, bool emulated);
/* NULL for one that the device has not. */
const uint8_t *usb_descriptor(unsigned type, unsigned index, size_t *size);
const uint8_t *usb_microsoft_set(size_t *size);

#endif
