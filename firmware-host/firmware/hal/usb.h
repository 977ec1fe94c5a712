/* USB device: one interface, one bulk pipe each way. */
#ifndef SPINDRIFT_HAL_USB_H
#define SPINDRIFT_HAL_USB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define USB_RING_BYTES 16384u
#define USB_PACKET_BYTES 64u

/* Brings the device on the bus. The serial number must stay where it is. */
void usb_start(const char *serial, bool emulated);

/* Bytes to the host, in order. */
size_t usb_write_space(void);
void usb_write(const uint8_t *data, size_t size); /* size <= space */
void usb_flush(void);

/* Halts both pipes until the host clears them. */
void usb_stall(void);

/*
 * What the main loop asks for, with interrupts on. A reset (of the bus, of the link, a suspension, a deconfiguration) comes before any byte
 * that was received after it.
 */
bool usb_take_reset(void);
/* The oldest packet that has come and what is left of it; NULL when there is none. */
const uint8_t *usb_received(size_t *size);
/* Says how much of it has been dealt with; a packet that is not wholly taken keeps its buffer, and the host waits. */
void usb_taken(size_t size);

#endif
