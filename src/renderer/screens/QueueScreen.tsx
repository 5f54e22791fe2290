import { QueueList } from '../sales/QueueList.tsx'

/** F7. */
export const QueueScreen = () => <QueueList />
