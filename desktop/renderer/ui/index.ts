/** The kit that pages are built of. */
export { Badge, isBoardKind, KindBadge, WorthBadge, type Tone } from './badge.js';
export { Button, IconButton, type ButtonProps } from './button.js';
export { CopyButton, copyText } from './copy-button.js';
export { ConfirmDialog, Dialog } from './dialog.js';
export { ErrorBox } from './error-box.js';
export { Checkbox, Field, Select, TextField, type ControlIds, type FieldProps } from './field.js';
export { Icon } from './icon.js';
export { Empty, Page, Panel, Toolbar } from './layout.js';
export { Menu, type MenuItem } from './menu.js';
export { Progress } from './progress.js';
export { NumberField, QuantityField, writeQuantity, type Bounds } from './quantity-field.js';
export { Results } from './results.js';
export { Facts, Stat, Stats } from './stat.js';
export { Table, type Column } from './table.js';
export { valueText } from './value-text.js';
export { Tabs, type Tab } from './tabs.js';
