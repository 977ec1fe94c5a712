/* The USB controller: on the bus, and what it interrupts for. */
#include "clocks.h"
#include "registers.h"
#include "usb-buffers.h"
#include "usb-control.h"
#include "usb-descriptors.h"
#include "usb.h"
#include "wake-up.h"

#define MAIN_CTRL (USB + 0x40)
#define SIE_CTRL (USB + 0x4c)
#define SIE_STATUS REG(USB + 0x50)
#define BUFF_STATUS REG(USB + 0x58)
#define INTE REG(USB + 0x90)
#define INTS REG(USB + 0x98)

enum { INT_BUFFER = BIT(4), INT_BUS_RESET = BIT(12), INT_SUSPEND = BIT(14), INT_SETUP = BIT(16) };
enum { SIE_SUSPENDED = BIT(4), SIE_SETUP = BIT(17), SIE_BUS_RESET = BIT(19) };

void irq_usb(void);

void irq_usb(void) {
    uint32_t status = INTS;
    if ((status & ~INT_BUFFER) != 0) event_raise();
    if ((status & INT_BUS_RESET) != 0) {
        SIE_STATUS = SIE_BUS_RESET;
        usb_control_reset();
        usb_bulk_configure(false);
    }
    if ((status & INT_SUSPEND) != 0) {
        SIE_STATUS = SIE_SUSPENDED;
        usb_bulk_link_reset();
    }
    if ((status & INT_BUFFER) != 0) {
        uint32_t done = BUFF_STATUS;
        BUFF_STATUS = done; /* acknowledge, then handle: what ends meanwhile sets its bit again */
        if ((done & BIT(PIPE_EP0_IN)) != 0) usb_control_in_done();
        if ((done & BIT(PIPE_BULK_IN)) != 0) usb_bulk_in_done();
        if ((done & BIT(PIPE_BULK_OUT)) != 0) usb_bulk_out_done();
    }
    if ((status & INT_SETUP) != 0) {
        SIE_STATUS = SIE_SETUP;
        usb_control_setup();
    }
}

void usb_start(const char *serial, bool emulated) {
    usb_descriptors_start(serial, emulated);
    clocks_release(RESET_USB);
    for (uint32_t at = 0; at < 4096; at += 4) REG(USB_DPRAM + at) = 0;
    REG(USB + 0x74) = BIT(0) | BIT(3); /* to the PHY, soft connect */
    REG(USB + 0x78) = BIT(2) | BIT(3); /* VBUS is there */
    REG(MAIN_CTRL) = 1;
    REG(SIE_CTRL) = BIT(29); /* an interrupt for each buffer of endpoint 0 */
    INTE = INT_BUFFER | INT_BUS_RESET | INT_SUSPEND | INT_SETUP;
    REG(NVIC_ISER) = BIT(IRQ_USB);
    REG_SET(SIE_CTRL) = BIT(16); /* pull-up, last */
}
