import type { Core } from '../context.ts'
import { takes } from '../input.ts'
import { deliverySettings } from '../sales/deliveries.sql.ts'
import { saleInput as shape } from '../sales/sale-input.ts'
import { deliveryChoices, deliverySeen, listDeliveries } from './delivery-on-sale.ts'
import { deliveryRoute } from './delivery-route.ts'
import { changeDeliverySettings, planDelivery, restoreDelivery, setDelivered, takeDeliveryOff } from './plan-delivery.ts'

/** The doors of deliveries: on the cart, afterwards, and what the shop asks for them. */
export const deliveryDoors = (core: Core) => ({
  'sales/delivery': takes(shape.sale, (input, caller) => deliverySeen(core, caller, input)),
  'sales/delivery-choices': takes(shape.sale, (input, caller) => deliveryChoices(core, caller, input)),
  'sales/plan-delivery': takes(shape.planDelivery, (input, caller) => planDelivery(core, caller, input)),
  'sales/drop-delivery': takes(shape.request, (input, caller) => takeDeliveryOff(core, caller, input)),
  'sales/restore-delivery': takes(shape.request, (input, caller) => restoreDelivery(core, caller, input)),
  'sales/deliveries': takes(shape.deliveries, (input, caller) => listDeliveries(core, caller, input)),
  'sales/delivery-route': takes(shape.deliveryRoute, (input, caller) => deliveryRoute(core, caller, input)),
  'sales/set-delivered': takes(shape.setDelivered, (input, caller) => setDelivered(core, caller, input)),
  'sales/delivery-settings': takes(shape.nothing, () => deliverySettings(core.db)),
  'sales/save-delivery-settings': takes(shape.deliverySettings, (input, caller) => changeDeliverySettings(core, caller, input), 'edit-shop'),
})
