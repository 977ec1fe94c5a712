/* Registers of the RP2040 that the firmware uses (RP2040 datasheet, chapters 2 to 4). */
#ifndef SPINDRIFT_HAL_REGISTERS_H
#define SPINDRIFT_HAL_REGISTERS_H

#include <stdint.h>

#define REG(address) (*(volatile uint32_t *)(address))
/* Aliases that change bits in one store. */
#define REG_SET(address) REG((address) + 0x2000u)
#define REG_CLEAR(address) REG((address) + 0x3000u)
#define BIT(n) (1u << (n))

#define SYSINFO_PLATFORM 0x40000004u
#define CLOCKS 0x40008000u
#define CLK_REF_CTRL (CLOCKS + 0x30)
#define CLK_REF_SELECTED (CLOCKS + 0x38)
#define CLK_SYS_CTRL (CLOCKS + 0x3c)
#define CLK_SYS_SELECTED (CLOCKS + 0x44)
#define CLK_PERI_CTRL (CLOCKS + 0x48)
#define CLK_USB_CTRL (CLOCKS + 0x54)
#define CLK_ADC_CTRL (CLOCKS + 0x60)
#define RESETS_RESET 0x4000c000u
#define RESETS_DONE 0x4000c008u
#define PSM_WDSEL 0x40010008u
#define IO_CTRL(pin) (0x40014004u + 8u * (pin))
#define PADS(pin) (0x4001c004u + 4u * (pin))
#define XOSC 0x40024000u
#define PLL_SYS 0x40028000u
#define PLL_USB 0x4002c000u
#define SPI0 0x4003c000u
#define SPI1 0x40040000u
#define I2C0 0x40044000u
#define ADC 0x4004c000u
#define PWM 0x40050000u
#define TIMER 0x40054000u
#define WATCHDOG 0x40058000u
#define DMA 0x50000000u
#define USB_DPRAM 0x50100000u
#define USB 0x50110000u
#define PIO0 0x50200000u
#define SIO 0xd0000000u
#define NVIC_ISER 0xe000e100u
#define NVIC_ICER 0xe000e180u
#define NVIC_ICPR 0xe000e280u

#define SIO_IN REG(SIO + 0x04)
#define SIO_OUT_SET REG(SIO + 0x14)
#define SIO_OUT_CLEAR REG(SIO + 0x18)
#define SIO_OE_SET REG(SIO + 0x24)
#define SIO_OE_CLEAR REG(SIO + 0x28)

enum reset_bit {
    RESET_ADC = 0,
    RESET_DMA = 2,
    RESET_I2C0 = 3,
    RESET_IO_BANK0 = 5,
    RESET_PADS = 8,
    RESET_PIO0 = 10,
    RESET_PLL_SYS = 12,
    RESET_PLL_USB = 13,
    RESET_PWM = 14,
    RESET_SPI0 = 16,
    RESET_SPI1 = 17,
    RESET_TIMER = 21,
    RESET_USB = 24,
};

enum irq { IRQ_TIMER = 0, IRQ_USB = 5, IRQ_DMA = 11, IRQ_I2C = 23 };

enum pin_function { FUNC_SPI = 1, FUNC_I2C = 3, FUNC_PWM = 4, FUNC_SIO = 5, FUNC_PIO0 = 6 };

#endif
