/** The udev rule that lets a Linux user open the board. */

/** Where the rule belongs. Its number must be below 73, or `uaccess` comes too late. */
export const UDEV_RULE_PATH = '/etc/udev/rules.d/70-spindrift.rules';

/** Text of the rule: the board belongs to whoever sits at the machine, and to the group `plugdev`. */
export const UDEV_RULE =
  'SUBSYSTEM=="usb", ATTR{idVendor}=="1209", ATTR{idProduct}=="0001", MODE="0660", GROUP="plugdev", TAG+="uaccess"\n';
