/* Endpoint 0: standard requests and the device's own. */
#ifndef SPINDRIFT_HAL_USB_CONTROL_H
#define SPINDRIFT_HAL_USB_CONTROL_H

#include <stdbool.h>

/* What the control pipe asks of the driver; called in the interrupt. */
void usb_bulk_configure(bool on);
void usb_bulk_clear_halt(unsigned endpoint_address);
bool usb_bulk_halted(unsigned endpoint_address);
void usb_bulk_set_halt(unsigned endpoint_address);
void usb_bulk_link_reset(void);
/* The controller has finished buffers of a bulk pipe. */
void usb_bulk_in_done(void);
void usb_bulk_out_done(void);

void usb_control_reset(void);
void usb_control_setup(void);
void usb_control_in_done(void);

#endif
